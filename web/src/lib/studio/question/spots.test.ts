import { expect, it } from "vitest";
import { nudged, spotAt, typedPart } from "./spots.ts";

const box = { left: 100, top: 50, width: 400, height: 200 } as DOMRectReadOnly;

it("a place is told in thousandths from the left top corner of the picture, and never lies beside it", () => {
  expect(spotAt({ clientX: 200, clientY: 100 }, box)).toEqual({ x: 250, y: 250 });
  expect(spotAt({ clientX: 0, clientY: 999 }, box)).toEqual({ x: 0, y: 1000 });
});

it("the arrow keys move a place by a hundredth, with Shift by a tenth of that, and stop at the edge", () => {
  const press = (key: string, shiftKey = false) => nudged({ x: 500, y: 5 }, { key, shiftKey });
  expect(press("ArrowRight")).toEqual({ x: 510, y: 5 });
  expect(press("ArrowLeft", true)).toEqual({ x: 499, y: 5 });
  expect(press("ArrowUp")).toEqual({ x: 500, y: 0 });
  expect(press("Enter")).toBeUndefined();
});

it("what is typed is a place as far as it is a whole number on the picture", () => {
  expect(["0", "1000", "250"].map(typedPart)).toEqual([0, 1000, 250]);
  expect(["", " ", "-1", "1001", "2.5", "x"].map(typedPart)).toEqual(Array(6).fill(undefined));
});
