import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run, type Outcome } from "./run.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-doctor-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a script in the folder, where nothing is installed unless the test lays it there, by a Node that says it is of a version. */
function runBy(version: string, script: string): Promise<Outcome> {
  const disguise = join(folder, "disguise.cjs");
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  writeFileSync(disguise, `Object.defineProperty(process, "versions", { value: ${versions} });`);
  const program = join(import.meta.dirname, script);
  return run(process.execPath, ["--require", disguise, program], { folder });
}
const INSTALL = "npx --yes pnpm@12.21.0 install";

describe("before anything is installed", () => {
  it("an old Node is told in one sentence, and nothing is installed", async () => {
    const { code, output } = await runBy("18.20.4", "preflight.cjs");
    expect(output).toBe(
      "Twiza needs Node 20 or newer to install itself; this is Node 18.20.4. Install a newer Node from https://nodejs.org and try again.\n",
    );
    expect(code).toBe(1);
  });

  it("a Node that can install says nothing", async () => {
    expect(await runBy("20.0.0", "preflight.cjs")).toEqual({ code: 0, output: "" });
  });

  it("the doctor names what is missing and the command that mends it", async () => {
    const { code, output } = await runBy("20.20.2", "doctor.cjs");
    expect(output.split("\n").slice(0, -1)).toEqual([
      "  ✓ Node 20.20.2 can install Twiza",
      "  ✓ this folder can be written",
      `  ✗ The packages are not installed. Mend it with:  ${INSTALL}`,
      "  That first: what else is missing, `npm run doctor` tells afterwards.",
    ]);
    expect(code).toBe(1);
  });

  it("the doctor names an old Node beside it", async () => {
    const { code, output } = await runBy("12.22.12", "doctor.cjs");
    expect(output).toContain("✗ Twiza needs Node 20 or newer to install itself; this is");
    expect(output).toContain("✗ The packages are not installed.");
    expect(code).toBe(1);
  });
});

describe("once all is installed", () => {
  it("the doctor looks further, by the Node that came with the packages", async () => {
    symlinkSync(join(import.meta.dirname, "../node_modules"), join(folder, "node_modules"), "dir");
    const { output } = await runBy("20.20.2", "doctor.cjs");
    expect(output).toContain("has come with them and runs the project");
    expect(output).toContain("✓ the folder .twiza can be written");
    expect(output).toContain("✗ the web app is built: not so. Mend it with:  npm run build");
  });

  it("but for that Node, the doctor says so", async () => {
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "node_modules/.modules.yaml"), "");
    const { code, output } = await runBy("20.20.2", "doctor.cjs");
    expect(output).toContain("✓ the packages are installed");
    expect(output).toMatch(/✗ The Node that comes with .+ Mend it with: {2}npx .+ install --force/);
    expect(code).toBe(1);
  });
});
