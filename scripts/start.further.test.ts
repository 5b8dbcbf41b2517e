import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPort } from "./port.ts";
import { run, type Outcome } from "./run.ts";

const START = join(import.meta.dirname, "start.ts");

const isRoot = process.getuid?.() === 0;
/** Node as somebody whom modes hold back. */
const [NODE, WORDS] = isRoot
  ? ["setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", process.execPath]]
  : [process.execPath, []];
/** Whether there is such a Node here, and it may read our scripts: root's may be in a folder of root's own. */
function hasNobody(): boolean {
  const checked = spawnSync(NODE, [...WORDS, "--check", START]);
  return process.platform !== "win32" && checked.status === 0;
}

/** Started from here, whatever goes on where it should give up fails here and leaves the project alone. */
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "twiza-start-"));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (environment: Readonly<Record<string, string>>): Promise<Outcome> =>
  run(process.execPath, [START], { folder, environment });

/** One sentence is all that is said, and nothing was begun. */
function expectSentence({ code, output }: Outcome, sentence: string): void {
  expect(output).toBe(`${sentence}\n`);
  expect(code).toBe(1);
}

it("a port is a whole number from 1 to 65535 and nothing beside it", () => {
  expect(["1", "4000", "65535"].filter((asked) => !isPort(asked))).toEqual([]);
  expect(["", "0", "-1", "80.5", "8e3", "0x50", " 80", "65536", "abc"].filter(isPort)).toEqual([]);
});

describe("what a person can mend is told in one sentence, before anything is built:", () => {
  it("a port that is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, resolve);
    });
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const outcome = await start({ PORT: String(port) });
    other.close();
    expectSentence(
      outcome,
      `Port ${port} is in use. Choose another with PORT=${port + 1} npm start, or leave PORT out.`,
    );
    expect(readdirSync(join(folder, ".twiza"))).toEqual(["data"]);
  });

  it.each(["abc", "65536"])('a PORT that is none: "%s"', async (asked) => {
    expectSentence(
      await start({ PORT: asked }),
      `PORT is "${asked}", which is no port: choose a number from 1 to 65535.`,
    );
    expect(readdirSync(join(folder, ".twiza"))).toEqual(["data"]);
  });

  it("calling codes that are none", async () => {
    expectSentence(
      await start({ TWIZA_PHONE_COUNTRIES: "212, Maroc" }),
      'TWIZA_PHONE_COUNTRIES is "212, Maroc": write calling codes with commas between, such as 212,213,221.',
    );
  });
});

describe("a folder that cannot be written is told in one sentence, by whatever writes there:", () => {
  it.each([".twiza", ".twiza/data"])("a file stands in the place of %s", async (place) => {
    if (place !== ".twiza") mkdirSync(join(folder, ".twiza"));
    writeFileSync(join(folder, place), "");
    expectSentence(
      await start({}),
      `Twiza cannot write into the folder ${place}. Mend it with \`mv ${place} ${place}.old\`, or clone Twiza somewhere else.`,
    );
  });

  it.skipIf(!hasNobody()).each(["start.ts", "reset.ts", "test.ts"])(
    "the store belongs to somebody else, and %s is asked",
    async (script) => {
      mkdirSync(join(folder, ".twiza/data"), { recursive: true });
      // For everybody but root, whom no mode holds back, it is as if another had made it.
      if (!isRoot) chmodSync(join(folder, ".twiza"), 0o555);
      const program = join(import.meta.dirname, script);
      const outcome = await run(NODE, [...WORDS, program], { folder });
      chmodSync(join(folder, ".twiza"), 0o755);
      expectSentence(
        outcome,
        'Twiza cannot write into the folder .twiza. Mend it with `sudo chown -R "$(id -un)" . && chmod -R u+rwX .`, or clone Twiza somewhere else.',
      );
    },
  );
});
