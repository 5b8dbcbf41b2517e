import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseNote, parseSignatures, provenBy } from "@twiza/log";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyEd25519 } from "./key.ts";
import { pull } from "./pull.ts";
import { someLog } from "./testing.ts";
import { openWitness, type Witness } from "./witness.ts";

const log = someLog("twiza.example/log");
const NOW = new Date("2026-11-27T03:00:00Z");
const entries = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `entry ${index}`);

let folder = "";
let witness: Witness;
const open = () =>
  openWitness({ folder, name: "uni.example/w1", logs: [log.verifier], now: () => NOW });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "twiza-witness-"));
  witness = await open();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (of: readonly string[], oldSize: number) =>
  witness.addCheckpoint(await log.request(of, oldSize));
const seenSize = () => witness.seen(log.verifier.name)?.size ?? 0;
const refused = (): string[] => {
  try {
    return readdirSync(join(folder, "refused"));
  } catch {
    return [];
  }
};

describe("a witness", () => {
  it("signs that a log only grew, with the time at which it looked", async () => {
    for (const [size, oldSize] of [
      [3, 0],
      [3, 3],
      [10, 3],
      [300, 10],
    ] as const) {
      const { status, text } = await ask(entries(size), oldSize);
      expect(status).toBe(200);
      const body = parseNote(log.note(entries(size)))?.body ?? "";
      const note = { body, signatures: parseSignatures(text) ?? [] };
      expect(await provenBy(note, [witness.verifier], verifyEd25519)).toEqual([
        { verifier: witness.verifier, seconds: NOW.getTime() / 1000 },
      ]);
      expect(seenSize()).toBe(size);
    }
    expect(refused()).toEqual([]);
  });

  it("tells what it saw last to whoever thinks otherwise, and signs from there", async () => {
    await ask(entries(5), 0);
    expect(await ask(entries(9), 0)).toEqual({
      status: 409,
      text: "5\n",
      type: "text/x.tlog.size",
    });
    expect((await ask(entries(9), 5)).status).toBe(200);
  });

  const before = entries(20);
  const TAMPERED: Readonly<Record<string, readonly string[]>> = {
    "an entry was taken out": [...before.toSpliced(7, 1), ...entries(30).slice(20)],
    "the first entry was taken out": [...before.slice(1), ...entries(30).slice(20)],
    "an entry was altered, and so backdated": [...before.with(3, "entry 3, of 2019"), "entry 20"],
    "an entry was put among the old ones": [...before.toSpliced(5, 0, "entry 4.5"), "entry 20"],
    "an entry was put before all": ["entry -1", ...before],
    "two entries changed places": [...before.with(8, "entry 9").with(9, "entry 8"), "entry 20"],
    "it is another log, of which only the end differs": [
      ...before.slice(0, 19),
      "fork",
      "entry 20",
    ],
    "it is of the same size and another": before.with(19, "fork"),
    "it is shorter than it was": before.slice(0, 15),
    "it is nothing any more": [],
  };
  it.each(Object.entries(TAMPERED))(
    "refuses a log, rightly signed, when %s, and keeps what shows it",
    async (_, tampered) => {
      expect((await ask(before, 0)).status).toBe(200);
      const memory = readFileSync(join(folder, "seen.json"), "utf8");
      for (const oldSize of [20, 15, 0]) {
        const { status, text } = await ask(tampered, oldSize);
        expect([400, 409, 422]).toContain(status);
        expect(text).not.toContain("—");
      }
      const asked = await pull(witness, { folder, read: log.files(tampered) });
      expect([409, 422]).toContain(asked.status);
      expect(refused().length).toBeGreaterThan(0);
      const kept = readFileSync(join(folder, "refused", refused()[0] ?? ""), "utf8");
      expect(kept).toContain(log.note(tampered));
      expect(kept).toContain(log.note(before));
      expect(readFileSync(join(folder, "seen.json"), "utf8")).toBe(memory);
      // What is true is signed as before.
      expect((await ask(entries(25), 20)).status).toBe(200);
    },
  );

  it("refuses every log that does not begin with what it saw, whatever was done to it", async () => {
    await ask(before, 0);
    const place = fc.nat(19);
    const change = fc.oneof(
      fc.record({ at: place }).map(
        ({ at }) =>
          (it: string[]) =>
            it.toSpliced(at, 1),
      ),
      fc.record({ at: place }).map(
        ({ at }) =>
          (it: string[]) =>
            it.with(at, "another"),
      ),
      fc.record({ at: place }).map(
        ({ at }) =>
          (it: string[]) =>
            it.toSpliced(at, 0, "another"),
      ),
      fc.record({ at: fc.nat(18) }).map(
        ({ at }) =>
          (it: string[]) =>
            it.with(at, it[at + 1] ?? "").with(at + 1, it[at] ?? ""),
      ),
    );
    await fc.assert(
      fc.asyncProperty(change, fc.nat(40), async (tamper, more) => {
        const tampered = [
          ...tamper(before),
          ...Array.from({ length: more }, (_, at) => `new ${at}`),
        ];
        expect((await ask(tampered, 20)).status).not.toBe(200);
        expect(seenSize()).toBe(20);
      }),
      { numRuns: 60 },
    );
  });

  it("knows the log by its key, not by its name, and believes no proof that the log's operator did not sign", async () => {
    const stranger = someLog("twiza.example/log");
    expect((await witness.addCheckpoint(await stranger.request(entries(3), 0))).status).toBe(403);
    const other = someLog("other.example/log");
    expect((await witness.addCheckpoint(await other.request(entries(3), 0))).status).toBe(404);
    for (const text of ["", "old 0\n", "old x\n\nnothing\n", "old 0\n\nnothing\n", "🙂".repeat(50)])
      expect((await witness.addCheckpoint(text)).status, text).toBe(400);
    expect(refused()).toEqual([]);
    expect(seenSize()).toBe(0);
  });

  it("of many that ask at once signs one after the other, and never two that do not fit", async () => {
    const asked = [entries(4), entries(8), ["fork", ...entries(5)], entries(2)];
    const answers = await Promise.all(asked.map((each) => ask(each, 0)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await ask(entries(30), seenSize())).status).toBe(
      answers[2]?.status === 200 ? 422 : 200,
    );
  });

  it("looks by itself at a log's files, and takes missing ones for no proof", async () => {
    expect((await pull(witness, { folder, read: log.files(entries(700)) })).status).toBe(200);
    const { files } = log;
    const gone = async (path: string) =>
      path.startsWith("tile") ? undefined : files(entries(800))(path);
    expect((await pull(witness, { folder, read: gone })).status).toBe(422);
    expect((await pull(witness, { folder, read: files(entries(800)) })).status).toBe(200);
    expect((await pull(witness, { folder, read: async () => undefined })).status).toBe(400);
  });

  it("knows what another program signed from the same folder", async () => {
    const other = await open();
    await ask(entries(6), 0);
    const forked = await log.request(["fork", ...entries(8)], 0);
    expect(await other.addCheckpoint(forked)).toMatchObject({ status: 409, text: "6\n" });
    expect((await other.addCheckpoint(await log.request(entries(9), 6))).status).toBe(200);
    expect((await ask(entries(12), 9)).status).toBe(200);
    // A memory that is put back, or gone, while it runs is no memory.
    rmSync(join(folder, "seen.json"));
    await expect(ask(entries(20), 0)).rejects.toThrow("knows less");
    await expect(ask(entries(20), 12)).rejects.toThrow("knows less");
  });

  it("remembers across a restart, with the same key, and does not start on a memory that is broken", async () => {
    await ask(entries(6), 0);
    const { verifier } = witness;
    witness = await open();
    expect(witness.verifier).toEqual(verifier);
    expect(seenSize()).toBe(6);
    expect((await ask(entries(5), 0)).status).toBe(409);
    for (const broken of ["", "{", '{"twiza.example/log":{"size":"6"}}', "[1]"]) {
      writeFileSync(join(folder, "seen.json"), broken);
      await expect(open(), broken).rejects.toThrow();
    }
  });
});
