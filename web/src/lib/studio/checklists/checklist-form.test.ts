import { CHECKLIST_LIMITS, ChecklistId, DraftChecklist } from "@twiza/contract";
import { judge } from "@twiza/contract/observing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blankPoint,
  checklistOf,
  type ChecklistForm,
  formOf,
  leastOf,
  missingIn,
  MOST_CHECKLISTS,
  MOST_POINTS,
  neededOf,
} from "./checklist-form.ts";

const id = ChecklistId.parse(`chk_${"1".repeat(32)}`);
const about = { id, source: "fr", reader: "fr" } as const;
const WHOLE = DraftChecklist.parse({
  id,
  title: { fr: "Presser", ar: "عصر" },
  task: { fr: "Pressez." },
  leastPercent: 75,
  photo: "required",
  criteria: [
    { id: "a", text: { fr: "Trie" }, sign: { fr: "Propre" }, critical: true },
    { id: "b", text: { fr: "Lave", ar: "تغسل" } },
  ],
});
let names = 0;
const newName = () => `n${(names += 1)}`;
const form = (over: Partial<ChecklistForm> = {}): ChecklistForm => ({
  ...formOf(WHOLE, newName),
  ...over,
});
const codesOf = (one: ChecklistForm): string[] => {
  const made = checklistOf(one, about);
  return "faults" in made
    ? made.faults.map((fault) => ("at" in fault ? `${fault.code} ${fault.at}` : fault.code))
    : [];
};

it("asks for no more than the contract takes", () => {
  expect([MOST_CHECKLISTS, MOST_POINTS]).toEqual([CHECKLIST_LIMITS.checklists, CHECKLIST_LIMITS.criteria]); // prettier-ignore
});

describe("a checklist as a form", () => {
  it("says what it said, in all languages, when nothing was touched", () => {
    expect(checklistOf(form(), about)).toEqual({ checklist: WHOLE });
  });

  it("drops places to write in which nobody wrote, and keeps what was begun without a task", () => {
    const points = [...form().points, blankPoint("c")];
    expect(checklistOf(form({ points }), about)).toEqual({ checklist: WHOLE });
    const begun = form({ task: { ar: "", fr: "", zgh: "", en: "" }, points: [blankPoint("c")] });
    expect(checklistOf(begun, about)).toEqual({ checklist: { ...WHOLE, task: {}, criteria: [] } });
  });

  it("says what is missing in the language of the course, and where", () => {
    const [first, ...others] = form().points;
    if (!first) return expect.unreachable();
    const lacking = { ...first, text: { ...first.text, fr: " " } };
    expect(codesOf(form({ points: [lacking, ...others] }))).toEqual(["point 0"]);
    expect(codesOf(form({ title: { ...form().title, fr: "" }, least: "x" }))).toEqual(["title", "least"]); // prettier-ignore
  });

  it.each([
    ["80", 80],
    ["80 %", 80],
    ["٨٠", 80],
    ["0", 0],
    ["100", 100],
    ["101", undefined],
    ["-1", undefined],
    ["79,5", undefined],
    ["", undefined],
  ])("takes %j for a share as %j", (least, expected) => {
    expect(leastOf({ least }, "fr")).toBe(expected);
  });

  it("names the languages that some of its words lack", () => {
    expect(missingIn(WHOLE, ["fr", "ar", "en"])).toEqual(["ar", "en"]);
  });

  it("says as many points to be enough as the observer's phone and the server hold to be", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 40 }), (leastPercent, count) => {
        const criteria = Array.from({ length: count }, (_, at) => ({ id: `c${at}` }));
        const passes = (met: number): boolean =>
          judge({ criteria, leastPercent }, criteria.slice(0, met).map(({ id: criterion }) => ({ criterion, result: "met" }))).passed; // prettier-ignore
        const needed = neededOf(leastPercent, count);
        expect(passes(needed)).toBe(true);
        if (needed > 0) expect(passes(needed - 1)).toBe(false);
      }),
    );
  });
});
