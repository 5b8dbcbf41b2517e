import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "./run.ts";

const RESET = join(import.meta.dirname, "reset.ts");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-reset-"));
  mkdirSync(join(folder, ".twiza/data"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const reset = (pid: number) => {
  writeFileSync(join(folder, ".twiza/running"), String(pid));
  return run(process.execPath, [RESET], { folder });
};

it("the store is not thrown away under a Twiza that is running", async () => {
  const { code, output } = await reset(process.pid);
  expect(output).toBe(
    `Twiza is running (process ${process.pid}). Stop it first, with Ctrl+C where it was started or with \`kill ${process.pid}\`.\n`,
  );
  expect(code).toBe(1);
  expect(existsSync(join(folder, ".twiza/data"))).toBe(true);
});

it("one that died without a word holds nothing up", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const { code, output } = await reset(pid);
  expect([code, output]).toEqual([0, expect.stringContaining("The store is empty.")]);
  expect(existsSync(join(folder, ".twiza/data"))).toBe(false);
});
