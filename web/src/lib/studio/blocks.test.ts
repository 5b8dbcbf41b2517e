import { BLOCK_KINDS, Block, DraftBlock } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { ADDED, blank, isUnwritten, likeness, newKey, withShared } from "./blocks.ts";
import { shown } from "./shown.ts";
import { paragraph } from "./studio.testing.ts";

let made = 0;
const newId = (): string => `019b0000-0000-7000-8000-${String((made += 1)).padStart(12, "0")}`;

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

it("what can be added are kinds of the contract", () => {
  expect(BLOCK_KINDS).toEqual(expect.arrayContaining([...ADDED]));
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
    const together = withShared(own, { ...source, captions: [...captions] });
    expect(together).toEqual({ ...own, media, sound, seconds: 60 });
    expect(withShared(together, { ...own, title: "x" })).toEqual(own);
  });
  it("is shown once there is something to see, and with captions that somebody wrote", () => {
    expect(shown("b", { kind: "video", seconds: 0, title: "Trier", transcript: "x", captions: [] })).toBeUndefined(); // prettier-ignore
    const block = shown("b", { ...source, captions: [...captions, { from: 9, to: 1, text: "x" }, { from: 1, to: 9, text: "" }] }); // prettier-ignore
    expect(Block.parse(block)).toMatchObject({ media, sound, captions });
  });
});

describe("a question about a picture in a translation", () => {
  const media = { hash: "a".repeat(64) as never, type: "image/webp", bytes: 9 } as const;
  const source: DraftBlock = {
    kind: "question",
    question: "hotspot",
    credit: "part",
    prompt: paragraph("Où est le sceau ?"),
    hint: "En bas",
    picture: { media, alt: "Un pot" },
    options: [
      { id: "a", text: "Le sceau", right: true, spot: { x: 250, y: 400 } },
      { id: "b", text: "Le prix", right: false, spot: { x: 0, y: 1000 }, feedback: "C’est 90." },
    ],
  };
  it("begins with the same picture and places, and no words", () => {
    const like = likeness(source);
    expect(DraftBlock.parse(like)).toEqual({
      ...{ kind: "question", question: "hotspot", credit: "part", hint: "" },
      ...{ prompt: like.kind === "question" && like.prompt, picture: { media, alt: "" } },
      options: [
        { id: "a", text: "", right: true, spot: { x: 250, y: 400 } },
        { id: "b", text: "", right: false, spot: { x: 0, y: 1000 } },
      ],
    });
    expect(isUnwritten(like)).toBe(true);
  });
  it("has the picture and the places that the source has by now, and its own words", () => {
    const own = likeness(source);
    if (own.kind !== "question") throw new Error("It is no question.");
    const there = { ...own, options: own.options.map((option) => ({ ...option, text: "ⵉ" })) };
    const other = { ...media, hash: "b".repeat(64) as never };
    const now: DraftBlock = { ...source, picture: { media: other, alt: "Un pot" }, options: source.options.map((option) => ({ ...option, spot: { x: 1, y: 2 } })) }; // prettier-ignore
    const together = withShared(there, now);
    expect(together).toMatchObject({
      picture: { media: other, alt: "" },
      options: [
        { text: "ⵉ", spot: { x: 1, y: 2 } },
        { text: "ⵉ", spot: { x: 1, y: 2 } },
      ],
    });
    const { picture: _, ...bare } = source;
    expect(withShared(there, bare)).not.toHaveProperty("picture");
  });
  it("is shown once it can be answered", () => {
    expect(shown("b", source)).toMatchObject({ key: "b", question: "hotspot" });
    expect(Block.safeParse(shown("b", source)).success).toBe(true);
    const { picture: _, ...bare } = source;
    expect(shown("b", bare)).toBeUndefined();
  });
});

it("what is shown to a learner is a block of hers, under its key", () => {
  const block = shown(newKey(newId), table);
  expect(Block.safeParse(block).success).toBe(true);
});
