import { expect, it } from "vitest";
import { locate } from "./locate.ts";

const PAGE = "Un membre,\n une voix. (5 + 5) × 2 = 20 ! Un membre, une voix. Loi 112-12 [a/b].";

it.each([
  ["Un membre, une voix.", 0, [0, 21]],
  ["Un membre, une voix.", 1, [41, 61]],
  ["(5 + 5) × 2 = 20 !", 0, [22, 40]],
  ["une  voix.", 0, [12, 21]],
  ["Loi 112-12 [a/b].", 0, [62, 79]],
])("“%s” after %i is found as it stands on the page", (words, after, [from, to]) => {
  expect(locate(PAGE, words, after)).toEqual({ from, to });
});

it.each(["Une membre", "", "   ", "voix. Un"])("“%s” is not found where it is not", (words) => {
  expect(locate(PAGE, words)).toBeUndefined();
});

it("Arabic is found with its marks", () => {
  expect(locate("قال: هل يوزن الملح؟ نعم.", "هل يوزن الملح؟")).toEqual({ from: 5, to: 19 });
});
