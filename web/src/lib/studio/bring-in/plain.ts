import { decodeText, ExchangeFault } from "@twiza/exchange/text";
import type { Line, ReadBlock, Reading } from "./reading.ts";

/** In bytes: a thousand pages. What is longer is a list of something, or no text that anybody wrote. */
const LARGEST = 4e6;
/** More words on one screen are hard to read on a phone. */
const WORDS = 60;
/** What the contract lets one text hold, in paragraphs, and a paragraph in letters, each of which may count twice. */
const [NODES, LETTERS] = [100, 2000];

type Paragraph = { readonly type: "paragraph"; readonly content: { type: "text"; text: string }[] };

/** Parts of alphabets that no text of ours may hold; ends of pages are ends of paragraphs. */
const cleaned = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u0085\u2028]/g, "\n")
    .replaceAll(/[\f\u2029]/g, "\n\n")
    .replaceAll(/[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g, "");

/** Where empty lines stand, they part the paragraphs; else every line is one. */
function paragraphsIn(text: string): string[] {
  const parts = /\n[ \t]*\n/.test(text.trim()) ? text.split(/\n[ \t]*\n/) : text.split("\n");
  return parts.map((part) => part.trim()).filter(Boolean);
}

const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Pieces that one text of a paragraph holds, none with half a letter at its end. */
const pieces = (text: string): string[] => text.match(new RegExp(`[^]{1,${LETTERS}}`, "gu")) ?? [];

const asParagraphs = (text: string): Paragraph[] => {
  const texts = pieces(text).map((piece) => ({ type: "text" as const, text: piece }));
  return texts.map((each) => ({ type: "paragraph", content: [each] }));
};

/** Paragraphs gathered until they fill a screen. */
function blocksOf(paragraphs: readonly string[]): ReadBlock[] {
  const screens: { words: number; content: Paragraph[] }[] = [];
  for (const text of paragraphs) {
    const last = screens.at(-1);
    const [words, content] = [wordsIn(text), asParagraphs(text)];
    const isFull =
      !last || last.words + words > WORDS || last.content.length + content.length > NODES;
    if (isFull) screens.push({ words, content });
    else {
      last.words += words;
      last.content.push(...content);
    }
  }
  return screens.map(({ content }) => ({ kind: "text", doc: { type: "doc", content } }));
}

/**
 * A text file as one lesson of paragraphs, in whichever alphabet it was saved.
 * @throws ExchangeFault `file.empty`, `file.too_large` with `most` in bytes, `text.binary`, `docx.no_content`
 */
export async function readPlain(file: Blob): Promise<Reading> {
  if (file.size > LARGEST) throw new ExchangeFault("file.too_large", { most: LARGEST });
  const { text, encoding } = decodeText(new Uint8Array(await file.arrayBuffer()));
  const paragraphs = paragraphsIn(cleaned(text));
  const [first] = paragraphs;
  if (first === undefined) throw new ExchangeFault("docx.no_content");
  const blocks = blocksOf(paragraphs);
  const words = first.replaceAll(/\s+/g, " ").slice(0, 80).toWellFormed();
  const where = { lesson: 0, paragraph: 1, words };
  const report: Line[] = [
    { what: "imported", code: "lesson.imported", detail: { blocks: blocks.length }, where },
    { what: "imported", code: "text.encoding", detail: { name: encoding }, where },
  ];
  return { title: undefined, lessons: [{ title: "", blocks }], report };
}
