import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { environmentForTests } from "./java.ts";
import { run } from "./run.ts";

const SENTENCE =
  "There is no Java 11 or newer, so the tests against DynamoDB Local cannot run: install a JRE (`npm run doctor` says how).";

/** Without a program in it, and away from the project, which `test.ts` would begin to tidy. */
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-java-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("where there is no Java,", () => {
  it.each([
    ["what is to land", ["--whole"], ""],
    ["what is looked at by a machine", [], "true"],
  ])("%s is not looked at by halves: one sentence ends it", async (_, words, CI) => {
    const args = [join(import.meta.dirname, "test.ts"), "--only", "worker types", ...words];
    const environment = { PATH: folder, CI };
    const outcome = await run(process.execPath, args, { folder, environment });
    expect(outcome).toEqual({ code: 1, output: `${SENTENCE}\n` });
  });

  it("a desk hears of it and goes on without the half that needs it", async () => {
    vi.stubEnv("PATH", folder);
    const said = vi.spyOn(console, "log").mockReturnValue();
    expect(await environmentForTests(false)).toEqual({ NODE_ENV: "test", TWIZA_JAVA: "absent" });
    expect(said.mock.calls).toEqual([[`  ! ${SENTENCE} The others run.`]]);
  });
});
