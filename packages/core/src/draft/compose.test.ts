import {
  type Block,
  type ContentLanguage,
  type DraftBlock,
  type DraftFault,
  Media,
  type QuestionKind,
} from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { blockOf } from "./block.ts";
import { composedOf } from "./compose.ts";
import { titleAlone } from "./saving.ts";
import type { Lesson } from "./place.ts";
import { lesson, said, words } from "./testing/lesson.ts";

const media = (type: string) => Media.parse({ hash: "a".repeat(64), type, bytes: 900 });
const picture = {
  kind: "picture",
  media: media("image/webp"),
  alt: "Une balance",
} satisfies DraftBlock;
const doc = (text: string) => {
  const block = said(text);
  if (block.kind !== "text") throw new Error("not a text");
  return block.doc;
};
const option = (id: string, text: string, right = false) => ({ id, text, right });
const question = {
  kind: "question" as const,
  question: "choice" as const,
  prompt: doc("Combien ?"),
  options: [option("a", "Un", true), option("b", "Deux")],
} satisfies DraftBlock;

const term = { kind: "term", term: "Solde", doc: doc("Ce qui reste.") } satisfies DraftBlock;
const file = {
  kind: "file",
  media: media("application/pdf"),
  title: "Feuille",
} satisfies DraftBlock;
const link = { kind: "link", href: "https://a.ma/", title: "L’office" } satisfies DraftBlock;
const video = {
  ...{ kind: "video", media: media("video/mp4"), sound: media("audio/ogg"), seconds: 60 },
  ...{ title: "Trier", transcript: "On trie.", captions: [{ from: 0, to: 900, text: "On trie." }] },
} satisfies DraftBlock;
const shown = (id: string) => ({ id, media: media("image/webp"), alt: `Étal ${id}` });
const gallery = (count: number) =>
  ({
    kind: "gallery",
    view: "row",
    pictures: Array.from({ length: count }, (_, at) => shown(`p${at}`)),
  }) satisfies DraftBlock;

/** Two options that need more than their words. */
const two = (over: (at: number) => object = () => ({})) =>
  ["Trier", "Laver"].map((text, at) => ({ ...option("ab".charAt(at), text, true), ...over(at) }));
const asked = (kind: QuestionKind, options: readonly object[], over: object = {}) =>
  ({ ...question, question: kind, options, ...over }) as typeof question;
const bench = { media: media("image/webp"), alt: "L’atelier" };
const spot = { x: 250, y: 400 };
const ofNewKinds = (): [string, DraftBlock, DraftFault["code"] | undefined][] => [
  ["words to write", asked("short", two().slice(0, 1)), undefined],
  ["words to write of which none is right", asked("short", [option("a", "Un")]), "none_right"],
  ["pairs", asked("match", two(() => ({ pair: "Atelier" }))), undefined],
  ["a pair without its other half", asked("match", two((at) => (at ? { pair: " " } : { pair: "Atelier" }))), "no_pair"],
  ["steps", asked("order", two()), undefined],
  ["a step alone", asked("order", two().slice(1)), "few_options"],
  ["more steps than can be put in order", asked("order", Array.from({ length: 9 }, (_, at) => option(`o${at}`, `Pas ${at}`, true))), "many_options"],
  ["a gap", asked("cloze", two(() => ({ gap: "a" })), { prompt: doc("On [[a]] d’abord.") }), undefined],
  ["a gap that the text does not have", asked("cloze", two(() => ({ gap: "b" })), { prompt: doc("On [[a]] d’abord.") }), "gap_astray"],
  ["a text that has no gap", asked("cloze", two(() => ({ gap: "a" })), { prompt: doc("On trie d’abord.") }), "gap_astray"],
  ["the same word in two gaps", asked("cloze", [option("a", "Un", true), option("b", "Un", true)].map((it, at) => ({ ...it, gap: "ab".charAt(at) })), { prompt: doc("[[a]] et [[b]]") }), undefined],
  ["places of a picture", asked("hotspot", two(() => ({ spot })), { picture: bench }), undefined],
  ["places of no picture", asked("hotspot", two(() => ({ spot }))), "no_picture"],
  ["a place that is not on the picture yet", asked("hotspot", two((at) => (at ? { spot } : {})), { picture: bench }), "no_spot"],
  ["a picture of a question that nobody tells of", { ...question, picture: { ...bench, alt: "" } }, "no_alt"],
  ["two right ones of a choice, of which either will do", asked("choice", two()), undefined],
]; // prettier-ignore

describe("what a learner would miss in a block", () => {
  it.each<[string, DraftBlock, DraftFault["code"] | undefined]>([
    ["a text that says something", said("Un"), undefined],
    ["a text of blanks", said("  "), "empty"],
    ["a text without any", said(""), "empty"],
    ["an empty list", { kind: "text", doc: { type: "doc", content: [{ type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph" }] }] }] } }, "empty"],
    ["a callout of nothing", { kind: "callout", tone: "tip", doc: doc("") }, "empty"],
    ["a picture", picture, undefined],
    ["a picture that is none", { kind: "picture", alt: "x" }, "no_picture"],
    ["a recording for a picture", { ...picture, media: media("audio/ogg") }, "no_picture"],
    ["a picture that nobody tells of", { ...picture, alt: " " }, "no_alt"],
    ["a picture that only decorates", { ...picture, alt: "", decorative: true }, undefined],
    ["a decoration that is none", { kind: "picture", alt: "", decorative: true }, "no_picture"],
    ["a word and what it means", term, undefined],
    ["a word that means nothing", { ...term, doc: doc(" ") }, "empty"],
    ["a meaning of no word", { ...term, term: " " }, "empty"],
    ["a document", file, undefined],
    ["a document that is none", { kind: "file", title: "x" }, "no_file"],
    ["a picture for a document", { ...file, media: media("image/webp") }, "no_file"],
    ["a document without a name", { ...file, title: "" }, "empty"],
    ["a page elsewhere", link, undefined],
    ["a page that anybody may listen in on", { ...link, href: "http://a.ma/" }, "no_address"],
    ["half an address", { ...link, href: "https://" }, "no_address"],
    ["a page without a name", { ...link, title: " " }, "empty"],
    ["a video", video, undefined],
    ["a video without captions or sound", { ...video, captions: [], sound: undefined }, undefined],
    ["a video that is none", { ...video, media: undefined }, "no_video"],
    ["a picture for a video", { ...video, media: media("image/webp") }, "no_video"],
    ["a video for its sound", { ...video, sound: media("video/mp4") }, "no_video"],
    ["a video before another", { ...video, poster: media("video/mp4") }, "no_picture"],
    ["a video without a name", { ...video, title: "" }, "empty"],
    ["a video without its words", { ...video, transcript: " " }, "no_transcript"],
    ["a caption that ends before it begins", { ...video, captions: [{ from: 900, to: 0, text: "x" }] }, "empty"],
    ["a caption of nothing that does", { ...video, captions: [{ from: 900, to: 0, text: " " }] }, undefined],
    ["two pictures", gallery(2), undefined],
    ["before and after", { ...gallery(2), view: "compare" }, undefined],
    ["before, after and once more", { ...gallery(3), view: "compare" }, "few_pictures"],
    ["one picture of several", gallery(1), "few_pictures"],
    ["several pictures, of one of which nobody tells", { ...gallery(2), pictures: [...gallery(2).pictures, { ...shown("z"), alt: "" }] }, "no_alt"],
    ["several pictures, one of which only decorates", { ...gallery(2), pictures: [...gallery(2).pictures, { ...shown("z"), alt: "", decorative: true }] }, undefined],
    ["several pictures, one of which is missing", { ...gallery(2), pictures: [...gallery(2).pictures, { id: "z", alt: "x" }] }, "no_picture"],
    ["a recording without its words", { kind: "audio", seconds: 3, transcript: "" }, "no_transcript"],
    ["words without a recording", { kind: "audio", seconds: 0, transcript: "Un" }, undefined],
    ["steps", { kind: "steps", steps: [doc("Un")] }, undefined],
    ["steps without any", { kind: "steps", steps: [] }, "empty"],
    ["a step of nothing", { kind: "steps", steps: [doc("Un"), doc("")] }, "empty"],
    ["a table", { kind: "table", head: ["Mois"], numeric: [false], rows: [["Mai"]] }, undefined],
    ["a table without rows", { kind: "table", head: ["Mois"], numeric: [false], rows: [] }, "empty"],
    ["a table of blanks", { kind: "table", head: ["Mois"], numeric: [false], rows: [["", " "]] }, "empty"],
    ["a table without a head", { kind: "table", head: [" "], numeric: [false], rows: [["Mai"]] }, "empty"],
    ["a question", question, undefined],
    ["a question that asks nothing", { ...question, prompt: doc("") }, "empty"],
    ["a question with one option", { ...question, options: [option("a", "Un", true)] }, "few_options"],
    ["a question with an empty option", { ...question, options: [option("a", "Un", true), option("b", " ")] }, "empty"],
    ["a question with twins", { ...question, options: [option("a", "Un", true), option("b", "Un ")] }, "same_options"],
    ["a question that nothing answers", { ...question, options: [option("a", "Un"), option("b", "Deux")] }, "none_right"],
    ["a number without a key", { ...question, question: "number", options: [] }, "no_number"],
    ...ofNewKinds(),
    ["a number with a key", { ...question, question: "number", options: [], number: { value: 3, tolerance: 0 } }, undefined],
  ])("%s", (_, block, fault) => {
    const made = blockOf("a", block);
    expect("fault" in made ? made.fault : undefined).toBe(fault);
    if ("block" in made) expect(made.block).toMatchObject({ key: "a", kind: block.kind });
  }); // prettier-ignore

  it("is nothing that may be left out, nor what another kind of question left behind", () => {
    expect(blockOf("a", { ...picture, caption: "  " })).toEqual({
      block: { ...picture, key: "a" },
    });
    const left = { ...question, question: "number" as const, number: { value: 3, tolerance: 0 }, feedback: "" }; // prettier-ignore
    expect(blockOf("a", left)).toEqual({
      block: { kind: "question", key: "a", question: "number", prompt: question.prompt, options: [], number: left.number },
    }); // prettier-ignore
    const number = { value: 3, tolerance: 0 };
    expect(blockOf("a", { ...question, number })).toEqual({ block: { ...question, key: "a" } });
  });

  it("keeps of a question all that its kind asks for, and nothing of another", () => {
    const over = { gap: "a", spot, pair: "Atelier", picture: media("image/webp") };
    const more = { credit: "part" as const, hint: "Pensez au soleil.", picture: bench };
    const prompt = doc("On [[a]] d’abord.");
    const made = (kind: QuestionKind) => {
      const { block } = blockOf("a", asked(kind, two(() => over), { ...more, prompt })) as { block?: Extract<Block, { kind: "question" }> };
      return [Object.entries(block?.options[0] ?? {}).flatMap(([name, value]) => (name in over && value !== undefined ? [name] : [])).toSorted().join(), block?.credit, block?.hint, block?.picture?.alt];
    };
    expect(made("match")).toEqual(["pair,picture", "part", more.hint, bench.alt]);
    expect(made("cloze")).toEqual(["gap,picture", "part", more.hint, bench.alt]);
    expect(made("hotspot")).toEqual(["picture,spot", "part", more.hint, bench.alt]);
    expect(made("order")).toEqual(["picture", "part", more.hint, bench.alt]);
    expect(made("short")).toEqual(["picture", undefined, more.hint, bench.alt]);
  }); // prettier-ignore
});

it("a picture that only decorates has no words, though its author keeps those she wrote", () => {
  const { media: file } = picture;
  expect(blockOf("a", { ...picture, decorative: true, caption: "Au souk" })).toEqual({
    block: { kind: "picture", key: "a", media: file, alt: "", decorative: true },
  });
});

const place = (key: string, rev: number, against: Lesson["places"][number]["against"] = {}) => ({ key, kind: "text" as const, rev, against }); // prettier-ignore
const text = (content: string) => ({ rev: 1, block: said(content) });

/** A lesson of two blocks with its Arabic, changed as a case wants it. */
function whole(over: Partial<Lesson> = {}) {
  const it = lesson("", {
    title: { fr: "Peser", ar: "الوزن" },
    titlePlace: { rev: 1, against: { ar: 1 } },
    places: [place("a", 1, { ar: 1 }), place("b", 1, { ar: 1 })],
    ...over,
  });
  const french = words({ ...titleAlone(it, "fr").texts, a: text("Un"), b: text("Deux") });
  const arabic = words(
    { ...titleAlone(it, "ar").texts, a: text("واحد"), b: text("اثنان") },
    { language: "ar" },
  );
  return { lesson: it, words: new Map<ContentLanguage, typeof french>([["fr", french], ["ar", arabic]]) }; // prettier-ignore
}
const ABOUT = { source: "fr", languages: ["ar", "fr"] } as const;
const told = (faults: readonly DraftFault[]) =>
  faults.map(({ language, key, code, blocks }) => [language, key, code, blocks].join(" "));

describe("a lesson is composed", () => {
  it("in all languages that are whole", () => {
    const { faults, bodies } = composedOf(whole(), ABOUT);
    expect(faults).toEqual([]);
    expect(bodies.map(({ language, title, blocks }) => [language, title, blocks.length])).toEqual([
      ["ar", "الوزن", 2],
      ["fr", "Peser", 2],
    ]);
  });

  it("without a translation that lacks a block, which is told", () => {
    const draft = whole({ places: [place("a", 1, { ar: 1 }), place("b", 1)] });
    draft.words.set("ar", words({ a: text("واحد") }, { language: "ar" }));
    const { faults, bodies } = composedOf(draft, ABOUT);
    expect(told(faults)).toEqual(["ar b untranslated false"]);
    expect(bodies.map(({ language }) => language)).toEqual(["fr"]);
  });

  it("with the picture of the source where it only decorates, or with one that a translation chose, and asks nobody for words", () => {
    const decoration = { ...picture, alt: "", decorative: true as const };
    const places = [place("a", 1, { ar: 1 }), { ...place("b", 3, { ar: 1 }), wordless: true as const }]; // prettier-ignore
    const draft = whole({ places });
    const [french, arabic] = [draft.words.get("fr"), draft.words.get("ar")];
    if (!french || !arabic) throw new Error("both are there");
    const { b: _, ...texts } = arabic.texts;
    draft.words.set("fr", { ...french, texts: { ...french.texts, b: { rev: 1, block: decoration } } }); // prettier-ignore
    draft.words.set("ar", { ...arabic, texts });
    const { faults, bodies } = composedOf(draft, ABOUT);
    expect(faults).toEqual([]);
    expect(bodies.map(({ blocks }) => blocks[1])).toEqual([{ ...decoration, key: "b" }, { ...decoration, key: "b" }]); // prettier-ignore

    const other = { ...media("image/webp"), bytes: 7 };
    const said = { rev: 1, block: { ...picture, media: other } };
    draft.words.set("ar", { ...arabic, texts: { ...texts, b: said } });
    expect(composedOf(draft, ABOUT).bodies[0]?.blocks[1]).toEqual({ ...decoration, media: other, key: "b" }); // prettier-ignore
  });

  it("without one in which nothing is said, told as one thing", () => {
    const draft = whole({
      title: { fr: "Peser" },
      titlePlace: { rev: 1, against: {} },
      places: [place("a", 1), place("b", 1)],
    });
    draft.words.delete("ar");
    expect(told(composedOf(draft, ABOUT).faults)).toEqual(["ar  untranslated false"]);
    expect(composedOf(draft, { source: "fr", languages: ["fr"] }).faults).toEqual([]);
  });

  it("with a translation that is outdated, which is told", () => {
    const draft = whole({ places: [place("a", 1, { ar: 1 }), place("b", 3, { ar: 1 })] });
    const { faults, bodies } = composedOf(draft, ABOUT);
    expect(told(faults)).toEqual(["ar b outdated false"]);
    expect(bodies).toHaveLength(2);
  });

  it("not while the source lacks anything", () => {
    const draft = whole({ title: {}, places: [place("a", 1), place("b", 0)] });
    draft.words.set("fr", words({ a: text(" ") }));
    expect(told(composedOf(draft, { source: "fr", languages: ["fr"] }).faults)).toEqual([
      "fr title no_title true",
      "fr b empty true",
      "fr a empty true",
    ]);
    expect(told(composedOf(whole({ places: [] }), { source: "fr", languages: ["fr"] }).faults)).toEqual(["  no_block true"]); // prettier-ignore
  });

  it("not while two versions of a block wait to be chosen between, in whatever language", () => {
    const second = (key: string) => ({ id: crypto.randomUUID(), key, block: said("x"), by: "Badia", at: "2026-01-01T00:00:00.000Z" }); // prettier-ignore
    const draft = whole();
    const arabic = draft.words.get("ar");
    if (!arabic) throw new Error("no Arabic");
    draft.words.set("ar", { ...arabic, seconds: [second("b"), second("b"), second("gone")] });
    expect(told(composedOf(draft, ABOUT).faults)).toEqual(["ar b undecided true"]);
  });
});
