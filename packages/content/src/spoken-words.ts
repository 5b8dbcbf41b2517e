import type { Block, Item, Language, LessonBody, RichText } from "@twiza/contract";
import { listedTextOf } from "./rich-text.ts";

/** What is said at each place: its words as they stand on the page, without the signs before list items. */
export type SpokenWords = ReadonlyMap<string, string>;

/** Whether learners read the options themselves: what is to be written they do not, and words for a gap are none alone. */
const isRead = ({ question }: Pick<Item, "question">): boolean =>
  question !== "short" && question !== "cloze";

const said = (doc: RichText): string => listedTextOf(doc, () => "");

function tableWords({ caption, head, rows }: Extract<Block, { kind: "table" }>): string {
  const lines = [head, ...rows].map((cells) => cells.filter(Boolean).join(", "));
  return [caption, ...lines].filter(Boolean).join("\n");
}

function wordsOfBlock(block: Block): (readonly [place: string, words: string | undefined])[] {
  const { key } = block;
  switch (block.kind) {
    case "text":
    case "callout":
      return [[key, said(block.doc)]];
    case "picture":
      return [[key, [block.alt, block.caption].filter(Boolean).join("\n")]];
    case "gallery":
      return block.pictures.map(({ id, alt, caption }) => [
        `${key}/picture/${id}`,
        [alt, caption].filter(Boolean).join("\n"),
      ]);
    case "term":
      return [[key, `${block.term}\n\n${said(block.doc)}`]];
    case "file":
    case "link":
      return [[key, [block.title, block.about].filter(Boolean).join("\n")]];
    case "audio":
    case "video":
      return [[key, block.transcript]];
    case "steps":
      return block.steps.map((step, index) => [`${key}/step/${index + 1}`, said(step)] as const);
    case "table":
      return [[key, tableWords(block)]];
    case "question":
      return [
        [`${key}/prompt`, said(block.prompt)],
        ...block.options.flatMap(({ id, text, feedback }) => [
          [`${key}/option/${id}`, isRead(block) ? text : undefined] as const,
          [`${key}/option/${id}/why`, feedback] as const,
        ]),
        [`${key}/why`, block.feedback],
      ];
  }
}

const written = (
  places: readonly (readonly [place: string, words: string | undefined])[],
): SpokenWords => new Map(places.flatMap(([place, words]) => (words ? [[place, words]] : [])));

/** The words of a lesson by place, in the language of this body. */
export const wordsOfLesson = ({ title, blocks }: LessonBody): SpokenWords =>
  written([["title", title], ...blocks.flatMap(wordsOfBlock)]);

/** The words of a graded item by place, in one language; places without words in it are left out. */
export const wordsOfItem = (item: Item, language: Language): SpokenWords => {
  const { prompt, options, feedback } = item;
  return written([
    ["prompt", prompt[language]],
    ...options.flatMap(({ id, text, feedback: why }) => [
      [`option/${id}`, isRead(item) ? text[language] : undefined] as const,
      [`option/${id}/why`, why?.[language]] as const,
    ]),
    ["why", feedback?.[language]],
  ]);
};
