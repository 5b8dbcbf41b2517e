import { type AccountId, IntentId, OrganisationId } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Deps } from "./deps.ts";
import { type Decision, decide, digest, once, onceOf } from "./intent.ts";
import type { Principal } from "./principal.ts";
import type { DoneIntent, Store, Write } from "./store/index.ts";

const intentOf = (n: number): IntentId =>
  IntentId.parse(`018f3c4a-7b2e-7c1d-9a5b-${n.toString(16).padStart(12, "0")}`);
const accountOf = (letter: string): AccountId => `acc_${letter.repeat(32)}` as AccountId;
const principalOf = (letter: string): Principal => ({
  accountId: accountOf(letter),
  sessionId: `ses_${letter.repeat(32)}` as Principal["sessionId"],
  organisationId: OrganisationId.parse(`org_${"0".repeat(32)}`),
  name: letter,
  roles: [],
  learnerIds: [],
  profiles: [],
  ownsAccount: true,
});

/** A store of one counter with its revision, and of done intents: all or nothing, stale when another was first. */
function openStore(quarrels = 0) {
  const state = { counter: 0, commits: 0, stale: 0 };
  const intents = new Map<string, DoneIntent>();
  const effects = new Map<Write, { isStale: () => boolean; run: () => void }>();
  let left = quarrels;
  const write = (isStale: () => boolean, run: () => void): Write => {
    // The brand of a write belongs to the store, and here this is the store.
    const made = {} as Write;
    effects.set(made, { isStale, run });
    return made;
  };
  const store = {
    intents: {
      find: async (account, id) => intents.get(account + id),
      put: (account, id, done) =>
        write(
          () => intents.has(account + id),
          () => intents.set(account + id, done),
        ),
    },
    commit: async (writes) => {
      const asked = writes.flatMap((each) => effects.get(each) ?? []);
      if (left > 0) {
        left--;
        state.counter++;
      }
      if (asked.some((effect) => effect.isStale())) {
        state.stale++;
        return "stale";
      }
      asked.forEach((effect) => effect.run());
      state.commits++;
      return "done";
    },
  } satisfies Partial<Store>;
  // Only what deciding needs: whatever else a rule asked for would fail loudly.
  const deps = { store: store as Partial<Store> as Store } as Deps;
  /** Adds to the counter as it was read; refused as stale when it moved meanwhile. */
  const add = (by: number) => async (): Promise<Decision<number>> => {
    const read = state.counter;
    const writes = [
      write(
        () => state.counter !== read,
        () => (state.counter = read + by),
      ),
    ];
    return { reply: read + by, writes };
  };
  return { deps, state, intents, add };
}

const asked = (n: number, body: object = {}, who = "a") => ({
  principal: principalOf(who),
  operation: "counter.add",
  request: { intentId: intentOf(n), ...body },
});

describe("an intent", () => {
  it("that comes again gets the first reply and writes nothing", async () => {
    const { deps, state, add } = openStore();
    expect(await once(deps, asked(1), add(5))).toBe(5);
    const before = { ...state };
    expect(await once(deps, asked(1), add(5))).toBe(5);
    expect(await once(deps, asked(1), add(700))).toBe(5);
    expect(state).toEqual(before);
  });

  it("that comes many times at once happens once", async () => {
    const { deps, state, add } = openStore();
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => once(deps, asked(1), add(5))),
    );
    expect(replies).toEqual(Array(8).fill(5));
    expect(state).toMatchObject({ counter: 5, commits: 1 });
  });

  it("with another request, of another operation or both, is refused and changes nothing", async () => {
    const { deps, state, add } = openStore();
    await once(deps, asked(1, { by: 5 }), add(5));
    const before = { ...state };
    for (const other of [
      asked(1, { by: 6 }),
      asked(1),
      { ...asked(1, { by: 5 }), operation: "counter.take" },
    ])
      await expect(once(deps, other, add(6))).rejects.toMatchObject({ code: "intent.reused" });
    expect(state).toEqual(before);
  });

  it("of somebody else is another, even under the same id", async () => {
    const { deps, state, add } = openStore();
    expect(await once(deps, asked(1, {}, "a"), add(1))).toBe(1);
    expect(await once(deps, asked(1, { other: true }, "b"), add(1))).toBe(2);
    expect(state.counter).toBe(2);
  });

  it("that is refused leaves no trace: it may succeed later", async () => {
    const { deps, intents, add } = openStore();
    const refuse = () => Promise.reject(new Error("no"));
    await expect(once(deps, asked(1), refuse)).rejects.toThrow("no");
    expect(intents.size).toBe(0);
    expect(await once(deps, asked(1), add(1))).toBe(1);
  });

  it("that changes nothing else is remembered all the same", async () => {
    const { deps, intents } = openStore();
    await once(deps, asked(1), async () => ({ reply: "first", writes: [] }));
    expect(intents.size).toBe(1);
    expect(await once(deps, asked(1), async () => ({ reply: "second", writes: [] }))).toBe("first");
  });

  it("among others, lost and repeated at will, counts once each", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }), async (deliveries) => {
        const { deps, state, add } = openStore();
        await Promise.all(deliveries.map((n) => once(deps, asked(n), add(10 ** n))));
        const sum = [...new Set(deliveries)].reduce((total, n) => total + 10 ** n, 0);
        expect(state.counter).toBe(sum);
      }),
      { numRuns: 50 },
    );
  });

  it("of a thing too large to be kept happens once, and is told how that thing is by then", async () => {
    const { deps, state, intents, add } = openStore();
    const work = add(5);
    const now = () => Promise.resolve(state.counter);
    expect(await onceOf(deps, asked(1), { work, now })).toBe(5);
    expect(await onceOf(deps, asked(2), { work: add(2), now })).toBe(7);
    expect(await onceOf(deps, asked(1), { work, now })).toBe(7);
    expect(state).toMatchObject({ counter: 7, commits: 2 });
    expect([...intents.values()].map(({ reply }) => reply)).toEqual([null, null]);
    const other = onceOf(deps, asked(1, { by: 6 }), { work, now });
    await expect(other).rejects.toMatchObject({ code: "intent.reused" });
  });

  it("keeps the type of its reply", () => {
    const { deps, add } = openStore();
    expectTypeOf(once(deps, asked(1), add(1))).resolves.toEqualTypeOf<number>();
  });
});

describe("a decision", () => {
  it("is made anew from what another wrote in between", async () => {
    const { deps, state, add } = openStore(3);
    expect(await decide(deps, add(10))).toBe(13);
    expect(state).toMatchObject({ counter: 13, commits: 1, stale: 3 });
  });

  it("gives up as busy when it is fought over for too long, and writes nothing", async () => {
    const { deps, state, intents, add } = openStore(Number.POSITIVE_INFINITY);
    await expect(once(deps, asked(1), add(1))).rejects.toMatchObject({ code: "busy" });
    expect(state.commits).toBe(0);
    expect(intents.size).toBe(0);
    expect(state.stale).toBe(12);
  });

  it("without effects asks the store for nothing", async () => {
    const { deps, state } = openStore();
    expect(await decide(deps, async () => ({ reply: 1, writes: [] }))).toBe(1);
    expect(state.commits).toBe(0);
  });
});

it("a digest is SHA-256 in hex", async () => {
  expect(await digest("abc")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
