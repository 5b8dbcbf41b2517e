import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** One thing that is built: from which files, into what, and how. */
export type Target = {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly build: () => Promise<unknown>;
};

/** What a build makes is nothing that it is made from. */
const MADE =
  /(^|\/)(node_modules|dist|build|\.svelte-kit|generated|static\/(fonts|icons|check)|src\/app\.html)$/;

/** Nothing is built from tests. */
const TEST = ".test.ts";

/** Whether a path below the root, or a folder on the way to it, is something that a build is made from. */
export const isSource = (path: string): boolean => !MADE.test(path) && !path.endsWith(TEST);

/** A fingerprint of files by path, size and content of the small ones: a clone's times mean nothing. */
function fingerprint(patterns: readonly string[]): string {
  const hash = createHash("sha256");
  const files = globSync(patterns, {
    exclude: (path) => !isSource(path),
  });
  for (const file of files.sort()) {
    if (statSync(file).isFile() && isSource(file))
      hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Builds a target unless it stands as it should. @returns whether it was built */
export async function ensure({ name, inputs, output, build }: Target): Promise<boolean> {
  const stamp = `.twiza/stamps/${name}`;
  const wanted = fingerprint([...inputs, "pnpm-lock.yaml"]);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted)
    return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
