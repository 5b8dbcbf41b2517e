import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { run } from "./run.ts";

const SCRIPT = join(import.meta.dirname, "install.cjs");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-install-"));
  mkdirSync(join(folder, "node_modules/.pnpm"), { recursive: true });
  writeFileSync(join(folder, "pnpm-lock.yaml"), "a: 1\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Where nothing is on the path, whoever would install is missed. */
const install = () => run(process.execPath, [SCRIPT], { folder, environment: { PATH: "" } });
const installedBy = (list: string): void =>
  writeFileSync(join(folder, "node_modules/.pnpm/lock.yaml"), list);

it("what is installed by this very list is not installed again", async () => {
  installedBy("a: 1\n");
  expect(await install()).toEqual({ code: 0, output: "" });
});

it.each([
  ["by another list", () => installedBy("a: 2\n")],
  ["not to its end", () => undefined],
])("what is installed %s is installed", async (_, have) => {
  have();
  const { code, output } = await install();
  expect(output).toContain("npx");
  expect(code).toBe(1);
});
