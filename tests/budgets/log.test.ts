import { appendToLog, publishLog, readLogProof } from "@twiza/core";
import {
  checkpointBody,
  type Digest,
  edgeLength,
  entryBytes,
  parseEntry,
  proveConsistency,
  proveInclusion,
  utf8,
} from "@twiza/log";
import type { Engine } from "@twiza/storage/engine";
import { metered } from "@twiza/storage/metered";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, formsOf, issued, openLog, type OpenedLog } from "../house/open-log.ts";

const MILLION = 1_000_000;

/** As many entries as the register of a country has: nothing is hashed, since only how much of it there is counts here. */
describe("at a million entries", () => {
  const asked = new Set<string>();
  const nodes = (level: number, index: number): Promise<Digest> => {
    asked.add(`${Math.floor(level / 8)} ${Math.floor((index * 2 ** (level % 8)) / 256)}`);
    return Promise.resolve(new Uint8Array(32));
  };

  it("a proof has at most 20 hashes, from at most 5 files", async () => {
    for (const index of [0, 1, 255, 256, 65_535, 499_999, 983_040, 999_998, 999_999]) {
      asked.clear();
      const proof = await proveInclusion(nodes, index, MILLION);
      expect(proof.length).toBeLessThanOrEqual(20);
      expect(asked.size).toBeLessThanOrEqual(5);
    }
  });

  it("that it begins with any log before it is proven by at most 21 hashes", async () => {
    for (const old of [1, 2, 255, 256, 70_000, 524_288, 999_999])
      expect((await proveConsistency(nodes, old, MILLION)).length).toBeLessThanOrEqual(21);
  });

  it("the end of the log is at most 20 hashes, and its head 100 bytes", () => {
    for (let size = MILLION; size < MILLION + 2_000; size += 1)
      expect(edgeLength(size)).toBeLessThanOrEqual(20);
    const origin = "twiza.example.org/log";
    const root = new Uint8Array(32);
    expect(utf8(checkpointBody({ origin, size: MILLION, root })).length).toBeLessThan(100);
  });
});

describe("what the log costs", () => {
  let log: OpenedLog;
  let meter: ReturnType<typeof metered<Engine>>;
  const files = { read: 0, written: 0, replaced: 0 };
  beforeAll(() => {
    log = openLog({
      observe: (engine) => (meter = metered(engine)),
      files: (it) => ({
        ...it,
        read: (path) => ((files.read += 1), it.read(path)),
        write: (...asked) => ((files.written += 1), it.write(...asked)),
        replace: (...asked) => ((files.replaced += 1), it.replace(...asked)),
      }),
    });
  });
  afterAll(() => log.close());

  /** Units of reading and writing, and transactions, of some work. */
  async function costOf(work: () => Promise<unknown>) {
    meter.calls.length = 0;
    Object.assign(files, { read: 0, written: 0, replaced: 0 });
    await work();
    const sum = (of: "read" | "write") =>
      meter.calls.reduce((total, { capacity }) => total + capacity[of], 0);
    const transactions = meter.calls.filter(({ method }) => method === "transact").length;
    return { read: sum("read"), write: sum("write"), transactions };
  }

  it("issuing: one transaction of at most 14 write units alone, and 11 each of 19 together", async () => {
    const alone = await costOf(() => appendToLog(log.deps, [issued(1)]));
    expect(alone.write, JSON.stringify(alone)).toBeLessThanOrEqual(14);
    expect(alone).toMatchObject({ transactions: 1 });
    const many = Array.from({ length: 19 }, (_, at) => issued(at + 2));
    const together = await costOf(() => appendToLog(log.deps, many));
    expect(together.transactions).toBe(1);
    expect(together.write / 19, JSON.stringify(together)).toBeLessThanOrEqual(11);
    expect(together.read).toBeLessThanOrEqual(21);
  });

  it("what happens later: at most 8 write units; the same again: none", async () => {
    const later = await costOf(() => appendToLog(log.deps, [act(1, 1, "revoked")]));
    expect(later.write, JSON.stringify(later)).toBeLessThanOrEqual(8);
    const again = await costOf(() => appendToLog(log.deps, [act(1, 1, "revoked")]));
    expect(again).toMatchObject({ write: 0, transactions: 0 });
  });

  it("publishing: one promise of at most 4 write units and two files, however much it covers; again, nothing", async () => {
    const first = await costOf(() => publishLog(log.deps, log.keeper));
    expect(first.write, JSON.stringify(first)).toBeLessThanOrEqual(4);
    expect(files).toMatchObject({ written: 2, replaced: 2 });
    const again = await costOf(() => publishLog(log.deps, log.keeper));
    expect(again).toMatchObject({ write: 0 });
    expect(again.read).toBeLessThanOrEqual(3);
    expect(files).toMatchObject({ written: 0, replaced: 0 });
  });

  it("an entry has at most 300 bytes, and proving one reads no more than a file", async () => {
    for (const { entry } of await log.deps.store.log.bundle(0)) {
      const parsed = parseEntry(utf8(entry));
      expect(parsed && entryBytes(parsed).length).toBeLessThanOrEqual(300);
    }
    await costOf(() => readLogProof(log.deps, formsOf(3)[0]));
    expect(files.read).toBe(1);
  });
});
