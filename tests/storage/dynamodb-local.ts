import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { dynamoClient } from "@twiza/storage/dynamodb";

const START_MILLISECONDS = 45_000;
const SLOW_START_MILLISECONDS = 20_000;
const NO_JAVA =
  "DynamoDB Local needs Java 11 or later, and there is no `java` on this computer's PATH.";

/** Said once by the suites that leave DynamoDB out, which only the test runner may ask for (`TWIZA_JAVA=absent`). */
export const LEFT_OUT =
  "Without Java the storage suites run on the embedded engine only; DynamoDB is left out.";
export const hasJava = process.env["TWIZA_JAVA"] !== "absent";

export type DynamoDbLocal = { readonly endpoint: string; stop(): Promise<void> };

/** Starts Amazon's own DynamoDB Local in memory. @throws in one sentence without Java */
export async function startDynamoDbLocal(port: number): Promise<DynamoDbLocal> {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve("amplify-dynamodb-simulator/package.json")),
    "emulator",
  );
  // The cheap compiler and collector: it lives for seconds and shares two cores with the tests.
  const args = [
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmx512m",
    "-Djava.library.path=./DynamoDBLocal_lib",
    "-jar",
    "DynamoDBLocal.jar",
  ];
  // Java would listen beside another server on the port, and requests would reach either.
  if (await isListening(port)) throw new Error(`Port ${String(port)} is taken.`);
  const java = spawn("java", [...args, "-inMemory", "-port", String(port)], {
    cwd: folder,
    stdio: "ignore",
  });
  // Also when a test file fails or is interrupted before it stops it.
  const kill = (): void => {
    java.kill();
  };
  process.once("exit", kill);
  await started(java, port);
  return {
    endpoint: `http://127.0.0.1:${String(port)}`,
    stop: async () => {
      process.removeListener("exit", kill);
      const ended = once(java, "exit");
      if (java.kill()) await ended;
    },
  };
}

async function started(java: ChildProcess, port: number): Promise<void> {
  let failure: string | undefined;
  java.once("error", (error) => {
    failure = "code" in error && error.code === "ENOENT" ? NO_JAVA : error.message;
  });
  java.once("exit", (code) => {
    failure ??= `DynamoDB Local ended at once with code ${String(code)}; is Java older than 11?`;
  });
  const end = Date.now() + START_MILLISECONDS;
  while (!(await isListening(port))) {
    if (failure !== undefined) throw new Error(failure);
    if (Date.now() > end) throw new Error("DynamoDB Local did not start in time.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });

/** DynamoDB Local takes any credentials, and seconds for its first requests on a busy computer. */
export const localClient = (endpoint: string, config: Parameters<typeof dynamoClient>[0] = {}) =>
  dynamoClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    requestHandler: { requestTimeout: SLOW_START_MILLISECONDS },
    ...config,
  });
