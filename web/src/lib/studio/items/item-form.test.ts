import { CompetencyId, Item } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { asKind, askingIn, blankOption, completed, formOf, type ItemForm, missingIn, withAsking } from "./item-form.ts"; // prettier-ignore
import { itemOf, languageToMend } from "./item-of.ts";

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

  it("keeps what it shows and how hard it is held to be, and forgets what was taken back", () => {
    const form = written((one) => {
      one.competencies = [CompetencyId.parse(`cmp_${"c".repeat(32)}`)];
      one.difficulty = "hard";
    });
    const item = made(form);
    expect(item).toMatchObject({ competencies: form.competencies, difficulty: "hard" });
    expect(made(formOf(item, show))).toEqual(item);
    const less = made({ ...formOf(item, show), competencies: [], difficulty: undefined });
    expect(["competencies" in less, "difficulty" in less]).toEqual([false, false]);
  });

  it("of a number takes what people type, and its unit", () => {
    const form = written((one) => number(one, { value: "1 200,50", unit: " DH " })); // prettier-ignore
    expect(made(form)).toMatchObject({ options: [], number: { value: 1200.5, tolerance: 0, unit: "DH" } }); // prettier-ignore
    expect(made(formOf(made(form), show))).toEqual(made(form));
  });

  it.each<[string, (form: ItemForm) => object, readonly string[]]>([
    ["nothing asked", (form) => Object.assign(form, { prompt: four("", "كم؟") }), ["prompt"]],
    ["an answer without words", (form) => option(form, 0, { text: four("", "لا") }), ["option"]],
    ["one answer", (form) => form.options.splice(0, 1), ["few_options"]],
    [
      "the same answer twice",
      (form) => option(form, 0, { text: four(" Deux ") }),
      ["same_options"],
    ],
    ["no right answer", (form) => option(form, 1, { right: false }), ["none_right"]],
    [
      "two right answers where one is",
      (form) => option(form, 0, { right: true }),
      ["several_right"],
    ],
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
    expect(codesOf(truth)).toEqual(["none_right"]);
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

const media = { hash: "a".repeat(64) as never, type: "image/webp", bytes: 9 } as const;
const as = (
  question: ItemForm["question"],
  change: (form: ItemForm) => unknown = () => undefined,
) =>
  written((form) => {
    Object.assign(form, asKind(form, question, truths));
    change(form);
  });
const EVERY: readonly (readonly [ItemForm["question"], (form: ItemForm) => unknown])[] = [
  ["multiple", (form) => option(form, 0, { picture: media })],
  ["short", (form) => option(form, 0, { feedback: four("Presque.") })],
  [
    "match",
    (form) => form.options.forEach((each, at) => (each.pair = four(`paire ${String(at)}`))),
  ],
  ["order", () => undefined],
  ["cloze", (form) => (form.prompt = four("C’est [[a]]."))],
  ["hotspot", (form) => Object.assign(form, { picture: { media, alt: four("Un pot") }, options: form.options.map((each, at) => ({ ...each, spot: { x: at, y: 9 } })) })], // prettier-ignore
];

describe("a graded question of each kind", () => {
  it.each(EVERY)("%s says again what it was made of", (question, change) => {
    const form = as(question, (one) => {
      change(one);
      one.hint = four("Comptez.");
    });
    const item = made(form);
    expect(item).toMatchObject({ question, hint: { fr: "Comptez." } });
    expect(Item.safeParse(item).error).toBeUndefined();
    expect(made(formOf(item, show))).toEqual(item);
  });

  it("counts its parts from the beginning, where it has any", () => {
    expect(made(as("order")).credit).toBe("part");
    expect(made(as("short"))).not.toHaveProperty("credit");
  });

  it("leaves at home what another kind of question has left behind", () => {
    const form = as("match", (one) => {
      EVERY[2]?.[1](one);
      option(one, 0, { gap: "a", spot: { x: 1, y: 1 }, picture: media });
    });
    expect(Object.keys(made(form).options[0] ?? {}).sort()).toEqual(["id", "pair", "right", "text"]); // prettier-ignore
    expect(made(Object.assign(form, { question: "multiple" })).options[0]).not.toHaveProperty("pair"); // prettier-ignore
  });

  it.each<[string, ItemForm, readonly string[]]>([
    ["a pair without its words", as("match"), ["pair", "pair"]],
    ["a gap that the text has not", as("cloze"), ["gap_astray"]],
    ["a gap that nothing is right in", as("cloze", (form) => Object.assign(form, { prompt: four("[[a]] [[b]]") })), ["gap_astray"]], // prettier-ignore
    ["no picture to find a place on", as("hotspot"), ["no_picture"]],
    ["a place that is nowhere", as("hotspot", (form) => (form.picture = { media, alt: four("Un pot") })), ["no_spot"]], // prettier-ignore
    ["a picture that nobody tells of", as("order", (form) => (form.picture = { media, alt: four("") })), ["no_alt"]], // prettier-ignore
  ])("with %s is told so", (_, form, codes) => {
    expect(codesOf(form)).toEqual(codes);
  });

  it("leads to the language whose text lacks a gap", () => {
    const form = as("cloze", (one) => (one.prompt = four("C’est [[a]].", "هو")));
    const result = itemOf(form, about);
    expect(languageToMend(form, "faults" in result ? result.faults : [], "fr")).toBe("ar");
    expect(languageToMend(form, [{ code: "few_options" }], "fr")).toBe("fr");
  });

  it("is written in one language at a time, and keeps the words of the others", () => {
    const form = as("match", EVERY[2]?.[1]);
    const asked = askingIn(form, "ar");
    expect(asked.options.map(({ text, pair }) => [text, pair])).toEqual([["", ""], ["", ""]]); // prettier-ignore
    const [first, second] = asked.options;
    if (!first || !second) throw new Error("It has two pairs.");
    const after = withAsking(form, "ar", { ...asked, options: [second, { ...first, text: "واحد" }] }); // prettier-ignore
    expect(after.options.map(({ text }) => [text.fr, text.ar])).toEqual([["Deux", ""], ["Un", "واحد"]]); // prettier-ignore
    expect(after.options.map(({ pair }) => pair.fr)).toEqual(["paire 1", "paire 0"]);
    expect(missingIn(made(after), ["fr", "ar"])).toEqual(["ar"]);
  });

  it("that was begun before there were hints and pairs goes on", () => {
    const { hint: _, ...old } = written(() => undefined);
    const options = old.options.map(({ pair: __, ...rest }) => rest);
    // As an older page has kept it.
    const form = completed({ ...old, options } as unknown as ItemForm);
    expect(made(form)).toEqual(made(written(() => undefined)));
  });
});
