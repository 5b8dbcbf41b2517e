import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedFiles } from "./changed.ts";
import { must } from "./run.ts";

// Begun by a hook of Git's, these name the project's own repository.
delete process.env["GIT_DIR"];
delete process.env["GIT_WORK_TREE"];
delete process.env["GIT_INDEX_FILE"];

let folder = "";
const git = (...args: readonly string[]): Promise<string> =>
  must("git", ["-c", "user.name=Twiza", "-c", "user.email=twiza@example.org", ...args], folder);
const write = (file: string): void => writeFileSync(join(folder, file), `${Math.random()}\n`);
const commit = async (): Promise<void> => {
  await git("add", "--all");
  await git("commit", "--quiet", "--message=more");
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "twiza-changed-"));
  await git("init", "--quiet");
  for (const file of ["one.ts", "two words.ts", "gone.ts", "package.json"]) write(file);
  writeFileSync(join(folder, ".gitignore"), "built.js\n");
  await commit();
});
afterEach(() => rmSync(folder, { recursive: true }));

const land = (): Promise<string> => git("update-ref", "refs/remotes/origin/main", "HEAD");

describe("of files that are looked at one by one", () => {
  it("none is named where all is as it landed", async () => {
    await land();
    expect(await changedFiles(folder)).toEqual([]);
  });

  it("those are named that differ, committed, not yet, or new; none that is gone, and none that was built", async () => {
    await land();
    write("one.ts");
    await commit();
    for (const file of ["two words.ts", "new.ts", "built.js"]) write(file);
    rmSync(join(folder, "gone.ts"));
    expect(await changedFiles(folder)).toEqual(["one.ts", "two words.ts", "new.ts"]);
  });

  it("what others have landed meanwhile is not hers to answer for", async () => {
    await git("checkout", "--quiet", "-b", "mine");
    write("one.ts");
    await commit();
    await git("checkout", "--quiet", "-");
    await git("checkout", "--quiet", "--detach", "mine~1");
    write("gone.ts");
    await commit();
    await land();
    await git("checkout", "--quiet", "mine");
    expect(await changedFiles(folder)).toEqual(["one.ts"]);
  });

  it("all are, where the rules themselves differ, or where nobody knows what has landed", async () => {
    expect(await changedFiles(folder)).toBeUndefined();
    await land();
    write("package.json");
    expect(await changedFiles(folder)).toBeUndefined();
  });

  it("all are, where there is no Git", async () => {
    rmSync(join(folder, ".git"), { recursive: true });
    expect(await changedFiles(folder)).toBeUndefined();
  });
});
