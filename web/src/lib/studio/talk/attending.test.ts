import type { Other } from "@twiza/contract";
import { AccountId } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { attending, type Neighbour } from "./attending.ts";

const TALK = { comments: 0, open: 0, rev: 0 };
const salma = (seconds: number, more: Partial<Other> = {}): Other => ({
  ...{ accountId: AccountId.parse(`acc_${"a".repeat(32)}`), name: "Salma" },
  ...{ seconds, isLeft: false, ...more },
});

/** A page with a clock that is moved by hand; what it would say is in `said`. */
function page({ others = [] as readonly Other[], isFinal = false, fails = false } = {}) {
  const said: { at: number; isLeft: boolean; key?: string }[] = [];
  let shown: readonly Neighbour[] = [];
  let clock = 0;
  let isThere = true;
  let timers: { at: number; act: () => void }[] = [];
  const there = attending({
    send: async (what) => {
      said.push({ at: clock / 1000, ...what });
      if (fails) throw new Error("no");
      return { others, talk: TALK };
    },
    isFinal: () => isFinal,
    isThere: () => isThere,
    now: () => clock,
    after: (milliseconds, act) => {
      const timer = { at: clock + milliseconds, act };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    onothers: (neighbours) => (shown = neighbours),
    ontalk: () => undefined,
  });
  /** Lets seconds pass, and whatever they bring happen in its order. */
  const wait = async (seconds: number): Promise<void> => {
    const end = clock + seconds * 1000;
    for (;;) {
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      timers = timers.filter((one) => one !== next);
      clock = Math.max(clock, next.at);
      next.act();
    }
    clock = end;
  };
  return {
    there,
    said,
    wait,
    get shown() {
      return shown.map(({ name, isHere }) => `${name} ${isHere ? "here" : "gone"}`);
    },
    see: (is: boolean) => (isThere = is),
    hear: (now: readonly Other[]) => (others = now),
  };
}

describe("an author in a lesson", () => {
  it("says so every twenty seconds while she looks at it, never while she does not, and at once when she is back", async () => {
    const { there, said, wait, see } = page();
    there.begin();
    await wait(45);
    see(false);
    await wait(600);
    expect(said.map(({ at }) => at)).toEqual([0, 20, 40]);
    see(true);
    there.begin();
    await wait(1);
    expect(said.at(-1)).toEqual({ at: 645, isLeft: false });
  });

  it("tells of another block ten seconds after she last spoke, however often she changes", async () => {
    const { there, said, wait } = page();
    there.begin();
    await wait(2);
    for (const key of ["a", "b", "c"]) {
      there.move(key);
      await wait(1);
    }
    await wait(26);
    expect(said).toEqual([
      { at: 0, isLeft: false },
      { at: 10, isLeft: false, key: "c" },
      { at: 30, isLeft: false, key: "c" },
    ]);
  });

  it("says goodbye once, and nothing afterwards", async () => {
    const { there, said, wait } = page();
    there.begin();
    await wait(5);
    await there.end();
    await there.end();
    there.begin();
    await wait(100);
    expect(said.map(({ isLeft }) => isLeft)).toEqual([false, true]);
  });

  it("does not ask again where the answer would be the same, and goes on after a network that failed", async () => {
    const refused = page({ fails: true, isFinal: true });
    refused.there.begin();
    await refused.wait(100);
    expect(refused.said).toHaveLength(1);
    const cut = page({ fails: true });
    cut.there.begin();
    await cut.wait(50);
    expect(cut.said).toHaveLength(3);
  });
});

describe("whoever else is there", () => {
  it("is gone within a minute when her tab has died, though nobody says so, and forgotten after some", async () => {
    const other = page({ others: [salma(0)] });
    other.there.begin();
    await other.wait(1);
    expect(other.shown).toEqual(["Salma here"]);
    other.see(false);
    await other.wait(43);
    expect(other.shown).toEqual(["Salma here"]);
    await other.wait(16);
    expect(other.shown).toEqual(["Salma gone"]);
    await other.wait(300);
    expect(other.shown).toEqual([]);
  });

  it("is gone at once when she leaves", async () => {
    const other = page({ others: [salma(3)] });
    other.there.begin();
    await other.wait(1);
    other.hear([salma(1, { isLeft: true })]);
    await other.wait(20);
    expect(other.shown).toEqual(["Salma gone"]);
  });
});
