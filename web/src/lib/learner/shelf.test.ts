import { expect, it } from "vitest";
import { memoryShelf, readKept, shelfOver, writeKept } from "./shelf.ts";

const refusing = (): Storage => {
  throw new DOMException("denied", "SecurityError");
};

it("a phone that forbids storage still keeps things while the page is open", () => {
  const shelf = shelfOver(refusing);
  shelf.write("twiza.event.1", "one");
  expect(shelf.read("twiza.event.1")).toBe("one");
  expect(shelf.keys("twiza.event.")).toEqual(["twiza.event.1"]);
  shelf.drop("twiza.event.1");
  expect(shelf.keys("twiza.event.")).toEqual([]);
});

it("a thing that was cut short is forgotten instead of breaking the page", () => {
  const shelf = memoryShelf();
  writeKept(shelf, "a", { answers: 2 });
  expect(readKept(shelf, "a")).toEqual({ answers: 2 });
  shelf.write("a", '{"answers":');
  expect(readKept(shelf, "a")).toBeUndefined();
  expect(shelf.read("a")).toBeUndefined();
});
