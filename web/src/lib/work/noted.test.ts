import { expect, it } from "vitest";
import { type Note, numbered, notesOn, type Proof, quoteOf, stretchesOf } from "./noted.ts";

const on = (from: number, to: number): Note => ({ on: "text", from, to, words: `${from}` });
const marking = (...notes: Note[]) => ({ byName: "Aicha", notes }) as never;
const photo = { hash: "a", kind: "photo" } as unknown as Proof;

it("notes are numbered as they stand in the work, whoever made them", () => {
  const spot = { on: "photo", proof: "a", x: 1, y: 2, words: "là" } as unknown as Note;
  const all = numbered({ markings: [marking(spot, on(8, 9)), marking(on(0, 3))], proofs: [photo] });
  expect(all.map(({ number, note }) => [number, note.words])).toEqual([
    [1, "0"],
    [2, "8"],
    [3, "là"],
  ]);
  expect(notesOn(all, photo).map(({ number }) => number)).toEqual([3]);
});

it("a text is cut where notes begin and end, also where they lie over one another, and loses no letter", () => {
  const text = "La laine est propre";
  const all = numbered({ markings: [marking(on(3, 8), on(3, 12), on(13, 99))], proofs: [] });
  const cut = stretchesOf(text, all);
  expect(cut.map((one) => one.text).join("")).toBe(text);
  expect(cut.map((one) => [one.text, one.notes.map(({ number }) => number)])).toEqual([
    ["La ", []],
    ["laine", [1, 2]],
    [" est", [2]],
    [" ", []],
    ["propre", [3]],
  ]);
  expect(cut.flatMap(({ ends }) => ends.map(({ number }) => number))).toEqual([1, 2, 3]);
  expect(all.map((one) => quoteOf(text, one))).toEqual(["laine", "laine est", "propre"]);
});

it("a note that says a place which the text does not have stands at its end", () => {
  const all = numbered({ markings: [marking(on(40, 50))], proofs: [] });
  expect(stretchesOf("Court", all).at(-1)?.ends).toHaveLength(1);
});
