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
  expect(shelf.lasts("twiza.event.1")).toBe(false);
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

it("a full phone says of each thing whether it lasts, and keeps it once there is room", () => {
  const lies = new Map<string, string>();
  let room = 1;
  const setItem = (key: string, text: string): void => {
    if (lies.size >= room && !lies.has(key)) throw new DOMException("full", "QuotaExceededError");
    lies.set(key, text);
  };
  // Of a browser's storage the shelf writes, reads and drops alone here.
  const shelf = shelfOver(
    () =>
      ({
        setItem,
        getItem: (key: string) => lies.get(key) ?? null,
        removeItem: (key: string) => void lies.delete(key),
      }) as Storage,
  );
  shelf.write("first", "1");
  shelf.write("second", "2");
  expect([shelf.lasts("first"), shelf.lasts("second"), shelf.lasts("")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(shelf.read("second")).toBe("2");
  room = 2;
  shelf.write("second", "3");
  expect(shelf.lasts("")).toBe(true);
  expect(lies.get("second")).toBe("3");
});
