import type { OnPhone } from "@twiza/client/packs";
import { expect, it } from "vitest";
import { bytesHere, stateOf } from "./card.ts";

const offered = { courseId: "c", version: 2, pack: "p" };
/** A course on the phone, as far as its cards look at it. */
const lies = (rest: Partial<OnPhone>): OnPhone =>
  ({
    courseId: "c",
    version: 2,
    status: "whole",
    damaged: false,
    lacking: new Set<string>(),
    progress: { done: 10, total: 10 },
    bytesOf: (ids: readonly string[]) => ids.length,
    ...rest,
  }) as OnPhone;

it.each([
  ["no phone can keep", "never", { ...offered, pack: undefined }, []],
  ["nobody has asked for", "none", offered, [lies({ courseId: "other" })]],
  ["waits for Wi-Fi or comes", "running", offered, [lies({ status: "wanted" })]],
  ["was paused", "running", offered, [lies({ status: "paused" })]],
  ["is whole", "ready", offered, [lies({})]],
  ["the browser has cleared a part of", "running", offered, [lies({ damaged: true })]],
  ["lies here in an older version", "outdated", offered, [lies({ version: 1 })]],
  ["is being renewed", "running", offered, [lies({ version: 1 }), lies({ status: "wanted" })]],
] as const)("a course that %s is told as %s", (_, state, course, here) => {
  expect(stateOf(here, course)).toBe(state);
});

it("a module is there once its own lessons are, before its course is", () => {
  const here = [lies({ status: "wanted", lacking: new Set(["b"]) })];
  expect(stateOf(here, offered, ["a"])).toBe("ready");
  expect(stateOf(here, offered, ["a", "b"])).toBe("running");
});

it("tells what it takes here, of the version that is offered alone", () => {
  expect(bytesHere([lies({})], offered)).toBe(10);
  expect(bytesHere([lies({})], offered, ["a", "b"])).toBe(2);
  expect(bytesHere([lies({ version: 1 })], offered)).toBeUndefined();
});
