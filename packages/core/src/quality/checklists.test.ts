import { ChecklistId, type DraftChecklist, Manifest } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { blockersOfChecklists, findingsOfChecklists } from "./checklists.ts";

const checklistId = ChecklistId.parse(`chk_${"1".repeat(32)}`);
const WHOLE: DraftChecklist = {
  id: checklistId,
  title: { fr: "Presser" },
  task: { fr: "Pressez." },
  leastPercent: 60,
  criteria: [
    { id: "a", text: { fr: "Trie" }, sign: { fr: "Propre" } },
    { id: "b", text: { fr: "Lave" } },
  ],
};
const said = (over: Partial<DraftChecklist>) =>
  ({ checklists: [{ ...WHOLE, ...over }], sourceLanguage: "fr" }) as const;
const codes = (over: Partial<DraftChecklist>) =>
  blockersOfChecklists(said(over)).map(({ code, criterion }) => `${code}${criterion ?? ""}`);

describe("a checklist is not published", () => {
  it.each<[string, Partial<DraftChecklist>, string[]]>([
    ["when nothing is missing it is", {}, []],
    ["without a title", { title: { ar: "الكبس" } }, ["no_title"]],
    ["without a task", { task: {} }, ["no_task"]],
    ["without anything to look for", { criteria: [] }, ["no_criterion"]],
    ["with a criterion that says nothing", { criteria: [...WHOLE.criteria, { id: "c", text: {} }] }, ["no_criterion3"]],
    ["without anything at all", { title: {}, task: {}, criteria: [] }, ["no_title", "no_task", "no_criterion"]],
  ])("%s", (_, over, expected) => {
    expect(codes(over)).toEqual(expected);
    // What nothing is said against, publishing takes: no checklist gets stuck between the two.
    const taken = Manifest.shape.checklists.safeParse(said(over).checklists).success;
    if (expected.length === 0) expect(taken).toBe(true);
  }); // prettier-ignore
});

describe("what is not yet good in a checklist", () => {
  const codesIn = (over: Partial<DraftChecklist>, languages = ["fr"]) =>
    findingsOfChecklists(said(over), languages).map(({ code, language = "" }) => `${code} ${language}`.trim()); // prettier-ignore

  it("is that everybody passes, whatever is seen", () => {
    expect(codesIn({ leastPercent: 0 })).toEqual(["always_passed"]);
    const [first, ...others] = WHOLE.criteria;
    const criteria = first ? [{ ...first, critical: true as const }, ...others] : [];
    expect(codesIn({ leastPercent: 0, criteria })).toEqual([]);
  });

  it("is each language of the course that some of its words lack, a sign included", () => {
    expect(codesIn({}, ["fr", "ar"])).toEqual(["untranslated ar"]);
    const ar = "س";
    const translated = {
      title: { ...WHOLE.title, ar },
      task: { ...WHOLE.task, ar },
      criteria: WHOLE.criteria.map((each) => ({ ...each, text: { ...each.text, ar } })),
    };
    expect(codesIn(translated, ["fr", "ar"])).toEqual(["untranslated ar"]);
    const [first, ...others] = translated.criteria;
    const whole = first ? [{ ...first, sign: { ...first.sign, ar } }, ...others] : [];
    expect(codesIn({ ...translated, criteria: whole }, ["fr", "ar"])).toEqual([]);
  });
});
