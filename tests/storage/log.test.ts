import type { Engine } from "@twiza/storage/engine";
import {
  appendToLog,
  type Deps,
  type LogFiles,
  LogBroken,
  publishLog,
  readLogProof,
} from "@twiza/core";
import { checkLogProof, isConsistent, nodesOf, proveConsistency } from "@twiza/log";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  act,
  formsOf,
  idOf,
  issued,
  openLog,
  type OpenedLog,
  readWhole,
  trustOf,
  verify,
} from "../house/open-log.ts";

const opened: OpenedLog[] = [];
const open = (...furnishing: Parameters<typeof openLog>): OpenedLog => {
  const log = openLog(...furnishing);
  opened.push(log);
  return log;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((log) => log.close()));
});

/** The power goes while something is written or asked: before it is done, or after. */
class Crash extends Error {}

/** Work that crashes at its next n-th step on the files or the store, `after` it was done or before. */
function breakable() {
  const fuse = { left: Infinity, after: false };
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    fuse.left -= 1;
    if (fuse.left > 0) return work();
    fuse.left = Infinity;
    if (fuse.after) await work();
    throw new Crash();
  };
  const files = (it: LogFiles): LogFiles => ({
    read: (path) => step(() => it.read(path)),
    write: (path, bytes) => step(() => it.write(path, bytes)),
    current: (path) => step(() => it.current(path)),
    replace: (...asked) => step(() => it.replace(...asked)),
  });
  const observe = (engine: Engine): Engine => ({
    ...engine,
    get: (...asked) => step(() => engine.get(...asked)),
    query: (...asked) => step(() => engine.query(...asked)),
    transact: (...asked) => step(() => engine.transact(...asked)),
  });
  return { fuse, files, observe };
}

/** All to their end, though one crashes. */
async function together(works: readonly Promise<unknown>[]): Promise<void> {
  for (const end of await Promise.allSettled(works))
    if (end.status === "rejected") throw end.reason;
}

describe("appending to the log", () => {
  it("gives each act one entry, in order, however often and by however many it is asked", async () => {
    const log = open();
    const [first] = await appendToLog(log.deps, [issued(1)]);
    const all = await Promise.all([
      appendToLog(log.deps, [issued(1), issued(2), act(1, 1, "suspended")]),
      appendToLog(log.deps, [issued(2), issued(1), issued(3)]),
      appendToLog(log.deps, [issued(1), act(1, 1, "suspended"), act(1, 2, "reinstated")]),
    ]);
    expect(first).toBe(0);
    expect(all.map(([index, second]) => [index, second]).flat()).toContain(0);
    await publishLog(log.deps, log.keeper);
    const { entries } = await readWhole(log);
    expect(entries).toHaveLength(5);
    expect(entries.filter((entry) => entry.includes('"issued"'))).toHaveLength(3);
    expect(entries.filter((entry) => entry.endsWith('"of":0}'))).toHaveLength(2);
  });

  it("fills transactions to the brim, and an append of thousands is the same as that of one", async () => {
    const log = open();
    const wishes = Array.from({ length: 100 }, (_, number) => issued(number));
    expect(await appendToLog(log.deps, wishes)).toEqual(wishes.map((_, index) => index));
    expect(await appendToLog(log.deps, wishes)).toEqual(wishes.map((_, index) => index));
    await publishLog(log.deps, log.keeper);
    expect((await readWhole(log)).entries).toHaveLength(100);
  });

  it("takes no act before the one that it follows, none that never began, and no form that a hash is not", async () => {
    const log = open();
    await expect(appendToLog(log.deps, [act(1, 1, "revoked")])).rejects.toThrow("cannot follow");
    await expect(appendToLog(log.deps, [act(1, 0, "revoked")])).rejects.toThrow("cannot follow");
    await appendToLog(log.deps, [issued(1)]);
    await expect(appendToLog(log.deps, [act(1, 2, "revoked")])).rejects.toThrow("cannot follow");
    const entry = { act: "issued" as const, forms: ["x", "y", "z"] as const, kid: "k" };
    await expect(
      appendToLog(log.deps, [{ certificateId: idOf(9), number: 0, entry }]),
    ).rejects.toThrow("no entry");
    expect(await appendToLog(log.deps, [issued(2)])).toEqual([1]);
  });

  it("has one time that never goes back, though clocks do", async () => {
    let now = Date.parse("2026-11-27T10:00:00Z");
    const log = open({ clock: { now: () => new Date(now) } });
    await appendToLog(log.deps, [issued(1)]);
    now -= 3_600_000;
    await appendToLog(log.deps, [issued(2)]);
    const rows = await log.deps.store.log.bundle(0);
    expect(rows.every(({ entry }) => entry.includes("2026-11-27T10:00:00.000Z"))).toBe(true);
  });
});

describe("the public log", () => {
  it("proves a certificate by one request, and what happened to it later, whether it is public yet or not", async () => {
    const log = open();
    await appendToLog(log.deps, [issued(1), issued(2), act(1, 1, "suspended")]);
    const [form] = formsOf(1);
    await expect(readLogProof(log.deps, form)).rejects.toThrow("log.not_yet");
    await expect(readLogProof(log.deps, formsOf(3)[0])).rejects.toThrow("log.unknown");
    await publishLog(log.deps, log.keeper);
    await appendToLog(log.deps, [act(1, 2, "revoked")]);
    const trust = await trustOf(log);
    for (const each of formsOf(1)) {
      const found = await checkLogProof(await readLogProof(log.deps, each), {
        form: each,
        trust,
        verify,
      });
      expect(found).toMatchObject({
        state: "logged",
        index: 0,
        later: [
          { entry: { act: "suspended", of: 0 }, index: 2, isProven: true },
          { entry: { act: "revoked", of: 0 }, index: 3, isProven: false },
        ],
      });
    }
  });

  it("gives no proof that holds once anything in it was altered", async () => {
    const log = open();
    await appendToLog(log.deps, [issued(1), issued(2), act(1, 1, "revoked")]);
    await publishLog(log.deps, log.keeper);
    const [form] = formsOf(1);
    const proof = await readLogProof(log.deps, form);
    const trust = await trustOf(log);
    const check = async (altered: typeof proof) =>
      (await checkLogProof(altered, { form, trust, verify })).state;
    expect(await check(proof)).toBe("logged");
    const other = await readLogProof(log.deps, formsOf(2)[0]);
    expect(await check({ ...proof, issued: other.issued })).toBe("wrong");
    expect(await check({ ...proof, later: other.later })).toBe("logged");
    expect(await check({ ...other, later: proof.later })).toBe("wrong");
    expect(await check({ ...proof, checkpoint: proof.checkpoint.replace("\n3\n", "\n4\n") })).toBe(
      "wrong",
    );
    const texts: [string, (letters: string) => typeof proof][] = [
      [proof.checkpoint, (checkpoint) => ({ ...proof, checkpoint })],
      [proof.issued.entry, (entry) => ({ ...proof, issued: { ...proof.issued, entry } })],
      [
        proof.issued.proof.join(),
        (all) => ({ ...proof, issued: { ...proof.issued, proof: all.split(",") } }),
      ],
      ...proof.later.map((act): [string, (letters: string) => typeof proof] => [
        act.entry,
        (entry) => ({ ...proof, later: [{ ...act, entry }] }),
      ]),
    ];
    const letter = fc.constantFrom("A", "1", "_", "\n", " ", '"');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), letter, async ([text, put], at, to) => {
        const altered = text.slice(0, at % text.length) + to + text.slice((at % text.length) + 1);
        if (altered !== text) expect(await check(put(altered))).toBe("wrong");
      }),
      { numRuns: 150 },
    );
    for (const index of [1, 2, 3, -1])
      expect(await check({ ...proof, issued: { ...proof.issued, index } })).toBe("wrong");
  });

  it("grows through full tiles, and each checkpoint that it ever showed begins the next", async () => {
    const log = open();
    const shown: Awaited<ReturnType<typeof readWhole>>["checkpoint"][] = [];
    for (const upTo of [1, 255, 256, 257, 520]) {
      const wishes = Array.from({ length: upTo }, (_, number) => issued(number));
      await appendToLog(log.deps, wishes.slice(shown.at(-1)?.size ?? 0));
      await publishLog(log.deps, log.keeper);
      shown.push((await readWhole(log)).checkpoint);
    }
    const last = shown.at(-1);
    for (const each of shown) {
      if (!last) throw new Error("nothing was shown");
      const proof = await proveConsistency(
        nodesOf(log.shown.read, last.size),
        each.size,
        last.size,
      );
      expect(isConsistent(each, last, proof)).toBe(true);
    }
    expect(shown.map(({ size }) => size)).toEqual([1, 255, 256, 257, 520]);
  });

  it("signs nothing more once the store does not hold what was promised", async () => {
    const log = open();
    await appendToLog(log.deps, [issued(1), issued(2)]);
    await publishLog(log.deps, log.keeper);
    const { note } = await readWhole(log);
    const kept = await log.deps.store.log.tail();
    if (!kept) throw new Error("the log has no end");
    const { edge: _, ...rest } = kept.value;
    // Somebody with the key of the store takes an entry back; another of the same number follows.
    const taken = { ...rest, size: 1, edge: kept.value.edge };
    await log.deps.store.commit([log.deps.store.log.append(taken, kept.revision, [])]);
    await expect(publishLog(log.deps, log.keeper)).rejects.toThrow(LogBroken);
    expect((await log.shown.current("checkpoint"))?.text).toBe(note);
  });

  it("neither signs nor shows an entry that was altered in the store, or put before others", async () => {
    const altered: { entry?: string } = {};
    const log = open({
      observe: (engine) => ({
        ...engine,
        query: async (...asked) => {
          const page = await engine.query(...asked);
          const [first] = page.items;
          if (altered.entry !== undefined && first?.["entity"] === "log-entry")
            first["data"] = { index: 0, entry: altered.entry };
          return page;
        },
      }),
    });
    await appendToLog(log.deps, [issued(1), issued(2)]);
    await publishLog(log.deps, log.keeper);
    const before = await readWhole(log);
    await appendToLog(log.deps, [issued(3)]);
    altered.entry = before.entries[0]?.replace(/\d{4}/, "2019") ?? "";
    await expect(publishLog(log.deps, log.keeper)).rejects.toThrow(LogBroken);
    expect(await log.shown.read("tile/0/000.p/3")).toBeUndefined();
    delete altered.entry;
    await publishLog(log.deps, log.keeper);
    expect((await readWhole(log)).entries).toHaveLength(3);
  });

  it("is the same whatever is interleaved, repeated or cut off: each act once, in order, every proof true, and never a step back", async () => {
    const command = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("append" as const),
          number: fc.nat(6),
          more: fc.nat(2),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("end" as const),
          number: fc.nat(6),
          more: fc.nat(1),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant("publish" as const),
          number: fc.nat(0),
          more: fc.nat(2),
        }),
      },
    );
    const crash = fc.option(
      fc.record({ at: fc.integer({ min: 1, max: 25 }), after: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(command, crash), { minLength: 3, maxLength: 14 }),
        async (commands) => {
          const { fuse, files, observe } = breakable();
          const log = openLog({ files, observe });
          const run = async (
            deps: Deps,
            { do: what, number, more }: { do: string; number: number; more: number },
          ) => {
            const acts = (await deps.store.log.acts(idOf(number))).length;
            if (what === "append")
              await together(
                Array.from({ length: more + 1 }, () =>
                  appendToLog(deps, [issued(number), issued(number + 1)]),
                ),
              );
            else if (what === "publish")
              await together(Array.from({ length: more + 1 }, () => publishLog(deps, log.keeper)));
            else if (acts > 0)
              await together(
                Array.from({ length: more + 1 }, () =>
                  appendToLog(deps, [act(number, acts, acts % 2 ? "suspended" : "reinstated")]),
                ),
              );
          };
          try {
            let before = 0;
            for (const [each, cut] of commands) {
              if (cut) Object.assign(fuse, { left: cut.at, after: cut.after });
              await run(log.deps, each).catch((error: unknown) => {
                if (!(error instanceof Crash)) throw error;
              });
              // Others of the same command may be under way still.
              await new Promise((resolve) => setTimeout(resolve, 0));
              fuse.left = Infinity;
              const kept = (await log.deps.store.log.published())?.value.size ?? 0;
              expect(kept).toBeGreaterThanOrEqual(before);
              before = kept;
            }
            await appendToLog(log.deps, [issued(0)]);
            await publishLog(log.deps, log.keeper);
            const { entries, checkpoint } = await readWhole(log);
            expect(checkpoint.size).toBe((await log.deps.store.log.tail())?.value.size);
            const issuedForms = entries.flatMap(
              (entry) => /"forms":\["([^"]+)"/.exec(entry)?.[1] ?? [],
            );
            expect(new Set(issuedForms).size).toBe(issuedForms.length);
            for (let number = 0; number <= 7; number += 1) {
              const acts = await log.deps.store.log.acts(idOf(number));
              expect(acts.map((each) => each.number)).toEqual(acts.map((_, at) => at));
              expect(acts.map(({ index }) => index)).toEqual(
                acts.map(({ index }) => index).toSorted((a, b) => a - b),
              );
            }
          } finally {
            await log.close();
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});
