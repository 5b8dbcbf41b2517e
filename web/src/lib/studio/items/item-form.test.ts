import type { Item } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { asKind, blankOption, formOf, type ItemForm, itemOf, missingIn } from "./item-form.ts";

const about = { id: `itm_${"a".repeat(32)}`, source: "fr", reader: "fr" } as const;
const show = (amount: number): string => String(amount).replace(".", ",");
const truths = { ar: ["صحيح", "خطأ"], fr: ["Vrai", "Faux"], zgh: ["ⵜⵉⴷⵜ", "ⵜⴰⵣⴳⴰⵍⵜ"], en: ["True", "False"] } as const; // prettier-ignore
const four = (fr: string, ar = "") => ({ ar, fr, zgh: "", en: "" });

const option = (form: ItemForm, at: number, over: Partial<ItemForm["options"][number]>) =>
  Object.assign(form.options[at] ?? {}, over);
const number = (form: ItemForm, over: Partial<ItemForm>) =>
  Object.assign(form, { question: "number", ...over });

function written(change: (form: ItemForm) => unknown): ItemForm {
  const form = formOf(undefined, show);
  form.prompt = four("Combien ?", "كم؟");
  form.options = ["Un", "Deux"].map((text, at) => ({ ...blankOption([]), id: `o${String(at)}`, text: four(text), right: at === 1 })); // prettier-ignore
  change(form);
  return form;
}
const codesOf = (form: ItemForm) => {
  const made = itemOf(form, about);
  return "faults" in made ? made.faults.map(({ code }) => code) : [];
};
const made = (form: ItemForm): Item => {
  const result = itemOf(form, about);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.item;
};

describe("a graded question as it is written", () => {
  it("says again what it was made of", () => {
    const item = made(written((form) => option(form, 0, { feedback: four("Non : deux.") })));
    expect(item).toEqual({
      id: about.id,
      question: "choice",
      prompt: { fr: "Combien ?", ar: "كم؟" },
      options: [
        { id: "o0", text: { fr: "Un" }, right: false, feedback: { fr: "Non : deux." } },
        { id: "o1", text: { fr: "Deux" }, right: true },
      ],
    });
    expect(made(formOf(item, show))).toEqual(item);
  });

  it("of a number takes what people type, and its unit", () => {
    const form = written((one) => number(one, { value: "1 200,50", unit: " DH " })); // prettier-ignore
    expect(made(form)).toMatchObject({ options: [], number: { value: 1200.5, tolerance: 0, unit: "DH" } }); // prettier-ignore
    expect(made(formOf(made(form), show))).toEqual(made(form));
  });

  it.each<[string, (form: ItemForm) => object, readonly string[]]>([
    ["nothing asked", (form) => Object.assign(form, { prompt: four("", "كم؟") }), ["prompt"]],
    ["an answer without words", (form) => option(form, 0, { text: four("", "لا") }), ["option"]],
    ["one answer", (form) => form.options.splice(0, 1), ["few"]],
    ["the same answer twice", (form) => option(form, 0, { text: four(" Deux ") }), ["same"]],
    ["no right answer", (form) => option(form, 1, { right: false }), ["right"]],
    ["two right answers where one is", (form) => option(form, 0, { right: true }), ["right"]],
    ["no number", (form) => number(form, { value: "douze" }), ["number"]],
    ["less than no difference", (form) => number(form, { value: "1", tolerance: "-1" }), ["tolerance"]], // prettier-ignore
  ])("with %s is told so", (_, change, codes) => {
    expect(codesOf(written(change))).toEqual(codes);
  });

  it("becomes true or false in all four languages, and of several right answers keeps the first", () => {
    const both = written((form) => Object.assign(form, { question: "multiple" }));
    option(both, 0, { right: true });
    expect(codesOf(both)).toEqual([]);
    expect(asKind(both, "choice", truths).options.map(({ right }) => right)).toEqual([true, false]);
    const truth = asKind(both, "truefalse", truths);
    expect(truth.options.map(({ text }) => text.zgh)).toEqual(["ⵜⵉⴷⵜ", "ⵜⴰⵣⴳⴰⵍⵜ"]);
    expect(codesOf(truth)).toEqual(["right"]);
  });

  it("tells in which languages of its course words are missing", () => {
    const item = made(written(() => undefined));
    expect(missingIn(item, ["ar", "fr", "zgh", "en"])).toEqual(["ar", "zgh", "en"]);
    expect(missingIn(item, ["fr", "wo"])).toEqual(["wo"]);
  });

  it("is asked in a language that Twiza does not speak, also first, and keeps it", () => {
    const form = written((one) => {
      one.prompt["wo"] = "Ñata?";
      for (const [at, words] of ["Benn", "Ñaar"].entries()) option(one, at, { text: { ...four(String(at)), wo: words } }); // prettier-ignore
    });
    const result = itemOf(form, { ...about, source: "wo" });
    const item = "item" in result ? result.item : expect.fail();
    expect(item.prompt).toEqual({ fr: "Combien ?", ar: "كم؟", wo: "Ñata?" });
    expect(made(formOf(item, show))).toEqual(item);
    expect(itemOf(form, { ...about, source: "ha" })).toMatchObject({ faults: [{ code: "prompt" }, { code: "option", at: 0 }, { code: "option", at: 1 }] }); // prettier-ignore
    const truth = asKind(form, "truefalse", { ...truths, wo: ["Vrai", "Faux"] });
    expect(truth.options.map(({ text }) => text["wo"])).toEqual(["Vrai", "Faux"]);
  });
});
