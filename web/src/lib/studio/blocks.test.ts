import { BLOCK_KINDS, Block, DraftBlock, QUESTION_KINDS } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { ADDED, asQuestion, blank, isUnwritten, likeness, newKey, QUESTIONS, withSharedVideo } from "./blocks.ts"; // prettier-ignore
import { shown } from "./shown.ts";
import { paragraph } from "./studio.testing.ts";

let made = 0;
const newId = (): string => `019b0000-0000-7000-8000-${String((made += 1)).padStart(12, "0")}`;
const given = { newId, truths: ["Vrai", "Faux"] } as const;

const question: Extract<DraftBlock, { kind: "question" }> = {
  kind: "question",
  question: "multiple",
  prompt: paragraph("Combien ?"),
  options: [
    { id: "a", text: "Un", right: true, feedback: "Oui" },
    { id: "b", text: "Deux", right: true },
  ],
};
const table: DraftBlock = {
  kind: "table",
  caption: "Prix",
  head: ["Produit", "MAD"],
  numeric: [false, true],
  rows: [["Huile", "90"]],
};

it.each(["title", ...BLOCK_KINDS] as const)(
  "a fresh %s is one that the server keeps, with nothing written in it",
  (kind) => {
    expect(DraftBlock.safeParse(blank(kind)).error).toBeUndefined();
    expect(isUnwritten(blank(kind))).toBe(true);
    expect(shown("b", blank(kind))).toBeUndefined();
  },
);

it("what can be added are kinds of the contract, and every question is one of them", () => {
  expect(BLOCK_KINDS).toEqual(expect.arrayContaining([...ADDED]));
  expect(QUESTIONS).toEqual(QUESTION_KINDS);
});

describe("a translation", () => {
  it("begins with the form and the figures of the source, its answers by the same names, and none of its words", () => {
    expect(likeness(table)).toEqual({
      kind: "table",
      head: ["", ""],
      numeric: [false, true],
      rows: [["", "90"]],
    });
    const like = likeness(question);
    expect(like).toMatchObject({ options: [{ id: "a", right: true, text: "" }, { id: "b" }] });
    expect(isUnwritten(like)).toBe(true);
    expect(DraftBlock.safeParse(like).success).toBe(true);
  });
});

describe("a question that becomes one of another kind", () => {
  it("keeps what is asked and its answers, of which one alone is right where only one may be", () => {
    const choice = asQuestion(question, "choice", given);
    expect(choice.prompt).toEqual(question.prompt);
    expect(choice.options.map(({ right }) => right)).toEqual([true, false]);
  });
  it("is true or false, and right to begin with", () => {
    expect(asQuestion(question, "truefalse", given).options).toMatchObject([
      { text: "Vrai", right: true },
      { text: "Faux", right: false },
    ]);
  });
  it("has a number and no answers, and answers again after that", () => {
    const number = asQuestion(question, "number", given);
    expect(number).toMatchObject({ options: [], number: { value: 0, tolerance: 0 } });
    const again = asQuestion(number, "choice", given);
    expect(again.options).toHaveLength(2);
    expect(again).not.toHaveProperty("number");
    for (const one of [number, again]) expect(DraftBlock.safeParse(one).success).toBe(true);
  });
});

it("a picture that only decorates is shown without the words that are kept for it", () => {
  const media = { hash: "a".repeat(64) as never, type: "image/webp", bytes: 9 } as const;
  const kept = { kind: "picture", alt: "Une balance", caption: "Au souk", decorative: true } as const; // prettier-ignore
  expect(shown("b", kept)).toBeUndefined();
  const block = shown("b", { ...kept, media });
  expect(block).toEqual({ kind: "picture", key: "b", media, alt: "", decorative: true });
  expect(Block.safeParse(block).success).toBe(true);
  expect(likeness({ ...kept, media })).toEqual({ kind: "picture", media, alt: "", decorative: true }); // prettier-ignore
});

describe("what is shown of a rarer block", () => {
  const media = { hash: "a".repeat(64) as never, type: "image/webp", bytes: 9 } as const;
  const shots = [
    { id: "a", alt: "Avant", media },
    { id: "b", alt: "" },
    { id: "c", alt: "Après", media },
  ];
  it("is as much of it as can be seen", () => {
    expect(shown("b", { kind: "gallery", view: "row", pictures: shots })).toMatchObject({ pictures: [{ id: "a" }, { id: "c" }] }); // prettier-ignore
    expect(shown("b", { kind: "gallery", view: "compare", pictures: shots.slice(0, 2) })).toBeUndefined(); // prettier-ignore
  });
  it("is nothing while an address is half written or a file is not chosen", () => {
    const link = (href: string) => shown("b", { kind: "link", href, title: "L’office" });
    expect(["", "https://", "http://a.ma", "a.ma"].map(link)).toEqual(Array(4).fill(undefined));
    expect(link("https://a.ma")).toMatchObject({ kind: "link" });
    expect(shown("b", { kind: "file", title: "Feuille" })).toBeUndefined();
  });
  it("begins in a translation with the same files and addresses, and no words", () => {
    const like = likeness({ kind: "gallery", view: "row", pictures: shots });
    expect(like).toEqual({ kind: "gallery", view: "row", pictures: [{ id: "a", alt: "", media }, { id: "b", alt: "" }, { id: "c", alt: "", media }] }); // prettier-ignore
    expect(likeness({ kind: "link", href: "https://a.ma", title: "L’office" })).toEqual({ kind: "link", href: "https://a.ma", title: "" }); // prettier-ignore
    expect(isUnwritten(like)).toBe(true);
  });
});

describe("a video in a translation", () => {
  const media = { hash: "a".repeat(64) as never, type: "video/mp4", bytes: 9 } as const;
  const sound = { hash: "b".repeat(64) as never, type: "audio/ogg", bytes: 3 } as const;
  const captions = [{ from: 0, to: 900, text: "On trie." }];
  const source = { kind: "video", media, sound, seconds: 60, title: "Trier", transcript: "On trie.", captions } as const; // prettier-ignore
  it("begins with the same pictures, sound and times, and no words", () => {
    const like = likeness({ ...source, captions: [...captions] });
    expect(like).toEqual({ ...source, title: "", transcript: "", captions: [{ from: 0, to: 900, text: "" }] }); // prettier-ignore
    expect(isUnwritten(like)).toBe(true);
  });
  it("is that of the source, whatever was chosen there meanwhile, with its own words", () => {
    const own = {
      kind: "video" as const,
      seconds: 9,
      title: "فرز",
      transcript: "نفرز.",
      captions: [],
    };
    const together = withSharedVideo(own, { ...source, captions: [...captions] });
    expect(together).toEqual({ ...own, media, sound, seconds: 60 });
    expect(withSharedVideo(together, { ...own, title: "x" })).toEqual(own);
  });
  it("is shown once there is something to see, and with captions that somebody wrote", () => {
    expect(shown("b", { kind: "video", seconds: 0, title: "Trier", transcript: "x", captions: [] })).toBeUndefined(); // prettier-ignore
    const block = shown("b", { ...source, captions: [...captions, { from: 9, to: 1, text: "x" }, { from: 1, to: 9, text: "" }] }); // prettier-ignore
    expect(Block.parse(block)).toMatchObject({ media, sound, captions });
  });
});

it("what is shown to a learner is a block of hers, under its key", () => {
  const block = shown(newKey(newId), table);
  expect(Block.safeParse(block).success).toBe(true);
});
