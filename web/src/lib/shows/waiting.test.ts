import { expect, it } from "vitest";
import { memoryShelf } from "../learner/shelf.ts";
import { dropWish, keepWish, type Wish, wishesOf } from "./waiting.ts";

const wish = (intentId: string, certificateId = "crt_1"): Wish => ({
  certificateId,
  intentId,
  shows: "closed",
  wishedAt: "2026-03-01T08:00:00.000Z",
});

it("a later wish for the same certificate takes the place of the earlier, and the answer to the earlier does not let go of it", () => {
  const shelf = memoryShelf();
  keepWish(shelf, "lrn_a", wish("first"));
  keepWish(shelf, "lrn_a", wish("second"));
  keepWish(shelf, "lrn_a", wish("other", "crt_2"));
  dropWish(shelf, "lrn_a", wish("first"));
  expect(wishesOf(shelf, "lrn_a").map(({ intentId }) => intentId)).toEqual(["second", "other"]);
  dropWish(shelf, "lrn_a", wish("second"));
  expect(wishesOf(shelf, "lrn_a")).toEqual([wish("other", "crt_2")]);
});

it("one learner's wishes are nobody else's on the same phone", () => {
  const shelf = memoryShelf();
  keepWish(shelf, "lrn_a", wish("hers"));
  expect(wishesOf(shelf, "lrn_b")).toEqual([]);
});
