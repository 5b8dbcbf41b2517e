import { expect, it, vi } from "vitest";
import type { Outcome } from "./flush.ts";
import { delayAfter, sender } from "./sender.ts";

/** A sender whose timers are looked at instead of waited for. */
function desk(outcomes: (Outcome | Error)[], whose = async () => ["lrn_a"]) {
  const timers: { milliseconds: number; act: () => void }[] = [];
  const flushed: string[] = [];
  const ondone = vi.fn();
  const made = sender({
    flush: async (learnerId) => {
      flushed.push(learnerId);
      const outcome = outcomes.shift() ?? { state: "sent" };
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    whose,
    alone: (work) => work(),
    after: (milliseconds, act) => {
      const timer = { milliseconds, act };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    random: () => 0.5,
    ondone,
  });
  return { ...made, timers, flushed, ondone };
}
const later: Outcome = { state: "later" };

it("waits longer after each failure, and comes back by itself", async () => {
  const { send, timers, flushed } = desk([later, later, { state: "sent" }]);
  await send();
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([3000]);
  timers.shift()?.act();
  await vi.waitFor(() => expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([5000]));
  timers.shift()?.act();
  await vi.waitFor(() => expect(flushed).toHaveLength(3));
  expect(timers).toEqual([]);
});

it("leaves the server alone for as long as it asks, and a little more so that not all come at once", async () => {
  const { send, timers } = desk([{ state: "later", afterSeconds: 120 }]);
  await send();
  expect(timers[0]?.milliseconds).toBe(120_000 + 2000);
});

it("asked while it sends, it sends once more afterwards, however often it was asked", async () => {
  const { send, flushed } = desk([]);
  await Promise.all([send(), send(), send()]);
  expect(flushed).toHaveLength(2);
});

it("does not come back by itself for a queue that waits for her to sign in", async () => {
  const { send, timers, ondone } = desk([{ state: "parked" }]);
  await send();
  expect(timers).toEqual([]);
  expect(ondone).toHaveBeenCalledWith({ state: "parked" });
});

it("one learner's parked queue keeps no other learner's back", async () => {
  const { send, flushed } = desk([{ state: "parked" }, later], async () => ["lrn_a", "lrn_b"]);
  await send();
  expect(flushed).toEqual(["lrn_a", "lrn_b"]);
});

it("tries again when nobody could be asked who is here, and after a bug of ours, which it tells", async () => {
  const offline = Object.assign(new Error("offline"), { code: "offline" });
  const away = desk([], () => Promise.reject(offline));
  await away.send();
  expect(away.timers).toHaveLength(1);
  const broken = desk([new Error("bug")]);
  await expect(broken.send()).rejects.toThrow("bug");
  expect(broken.timers).toHaveLength(1);
});

it("the wait grows with each failure and ends at five minutes", () => {
  expect(delayAfter(0, 1)).toBe(3000);
  expect(delayAfter(3, 1)).toBe(17_000);
  expect(delayAfter(50, 1)).toBe(301_000);
  expect(delayAfter(50, 0)).toBe(1000);
  expect(delayAfter(1, 0, 30)).toBe(30_000);
});
