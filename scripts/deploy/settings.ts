import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import * as z from "zod";
import { CannotDeploy } from "./account.ts";

const FILE = ".twiza/cloud.json";

/** What this desk knows about its deployment; every word of it becomes CDK context and is checked there. */
const Remembered = z.record(z.string(), z.string());
export type Remembered = z.output<typeof Remembered>;

export const remembered = (): Remembered =>
  existsSync(FILE) ? Remembered.parse(JSON.parse(readFileSync(FILE, "utf8"))) : {};

export function remember(settings: Remembered): void {
  mkdirSync(".twiza", { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(settings, undefined, 2)}\n`);
}

/** `name=value` pairs of the command line. @throws CannotDeploy when one is no pair */
export function pairs(given: readonly string[]): Remembered {
  return Object.fromEntries(
    given.map((pair) => {
      const [, name, value] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
      if (name === undefined || value === undefined)
        throw new CannotDeploy(`"--set ${pair}" says nothing: write --set name=value.`);
      return [name, value];
    }),
  );
}

/** The settings as CDK takes them. */
export const contextOf = (settings: Remembered): readonly string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["--context", `twiza:${name}=${value}`]);

/** One question at the terminal; what was typed, without blanks around it. */
export async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`  ${question} `)).trim();
  } finally {
    terminal.close();
  }
}
