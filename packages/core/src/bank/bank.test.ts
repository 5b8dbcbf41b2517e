import {
  BANK_LIMITS,
  BANK_PARTS,
  BankIndexLine,
  type BankItemRow,
  Item,
  ItemId,
} from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineOf, partOf } from "./line.ts";
import { pageOf, tagCounts, wanted } from "./search.ts";
import { tagsOf, withTags } from "./tags.ts";
import { standingOf } from "./uses.ts";

const idOf = (at: number) => ItemId.parse(`itm_${at.toString(16).padStart(32, "0")}`);
const line = (over: Partial<BankIndexLine> = {}): BankIndexLine =>
  BankIndexLine.parse({
    id: idOf(1),
    question: "choice",
    prompt: { fr: "Où sèche-t-on la laine ?", ar: "أين نُجَفِّفُ الصُّوفَ؟" },
    tags: ["Séchage"],
    changedAt: "2026-05-01T08:00:00.000Z",
    ...over,
  });

describe("a search in the bank", () => {
  it.each([
    ["SECHE laine", true],
    ["نجفف الصوف", true],
    ["اين", true],
    ["sechage", true],
    ["laine coton", false],
    ["  ", true],
  ])("finds by %j: %s", (words, is) => {
    expect(wanted({ words })(line())).toBe(is);
  });

  it("wants all that it names at once", () => {
    const hard = line({ difficulty: "hard" });
    expect(wanted({ tag: "séchage", kind: "choice", difficulty: "hard" })(hard)).toBe(true);
    for (const other of [
      { kind: "order" as const },
      { difficulty: "easy" as const },
      { tag: "tonte" },
      { competency: "cmp_1" },
    ])
      expect(wanted({ words: "laine", ...other })(hard)).toBe(false);
  });

  it("gives every line once, page by page, those first that were changed last, whatever was changed at one moment", () => {
    const moments = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 180 });
    fc.assert(
      fc.property(moments, (seconds) => {
        const lines = seconds.map((second, at) =>
          line({ id: idOf(at + 1), changedAt: `2026-05-01T08:00:0${second}.000Z` }),
        );
        const seen: BankIndexLine[] = [];
        let after: string | undefined;
        do {
          const page = pageOf(lines, after);
          expect(page.lines.length).toBeLessThanOrEqual(50);
          seen.push(...page.lines);
          after = page.next;
        } while (after !== undefined);
        expect(new Set(seen)).toEqual(new Set(lines));
        expect(seen).toHaveLength(lines.length);
        const times = seen.map(({ changedAt }) => changedAt);
        expect(times).toEqual(times.toSorted().reverse());
      }),
      { numRuns: 40 },
    );
  });
});

describe("tags", () => {
  it("are one where they fold to the same, and no more than an item may have", () => {
    expect(tagsOf(["Tri  de laine", "tri de LAINE", "é", "e"])).toEqual(["Tri de laine", "é"]);
    const many = Array.from({ length: BANK_LIMITS.tags }, (_, at) => `t${String(at)}`);
    expect(withTags(many, { add: ["neu"], remove: [] })).toEqual(many);
    expect(withTags(many, { add: ["neu"], remove: ["T0"] })).toEqual([...many.slice(1), "neu"]);
  });

  it("are counted over the whole bank", () => {
    const lines = [line(), line({ tags: ["sechage", "Tonte"] }), line({ tags: [] })];
    expect(tagCounts(lines)).toEqual([
      { tag: "Séchage", count: 2 },
      { tag: "Tonte", count: 1 },
    ]);
  });
});

it("the index has the beginning of each text, whole letters of it, and a place for every name", () => {
  const prompt = { fr: "x".repeat(99) + "🐑".repeat(40), ar: " \n الصوف " };
  const item = Item.parse({
    id: idOf(255),
    question: "order",
    prompt,
    options: [],
    difficulty: "easy",
  });
  const { prompt: said, difficulty } = lineOf({
    item,
    tags: [],
    changedAt: line().changedAt,
  } as unknown as BankItemRow);
  expect(said).toEqual({ fr: `${"x".repeat(99)}🐑`, ar: "الصوف" });
  expect(difficulty).toBe("easy");
  expect(new Set(Array.from({ length: 256 }, (_, at) => partOf(idOf(at)))).size).toBe(BANK_PARTS);
});

it("a draft with former words of the bank is told from one with words of its own", () => {
  expect(["now", "before", "else"].map((print) => standingOf(print, ["now", "before"]))).toEqual([
    "same",
    "former",
    "own",
  ]);
});
