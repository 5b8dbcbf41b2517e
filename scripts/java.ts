import { giveUp } from "./progress.ts";
import { run } from "./run.ts";

/** The major version of the Java on the path; 0 without one. Only the tests against DynamoDB Local need it. */
export async function javaVersion(): Promise<number> {
  const { output } = await run("java", ["-version"]);
  return Number(/version "(\d+)/.exec(output)?.[1] ?? 0);
}

/**
 * What the suites are told of Java: the DynamoDB half of the storage suite wants it. A desk may go without and hears so; where Java is
 * needed, since what is to land is looked at whole, the process ends with the sentence.
 */
export async function environmentForTests(isNeeded: boolean): Promise<Record<string, string>> {
  if ((await javaVersion()) >= 11) return { NODE_ENV: "test" };
  const sentence =
    "There is no Java 11 or newer, so the tests against DynamoDB Local cannot run: install a JRE (`npm run doctor` says how).";
  if (isNeeded) giveUp(sentence);
  console.log(`  ! ${sentence} The others run.`);
  return { NODE_ENV: "test", TWIZA_JAVA: "absent" };
}
