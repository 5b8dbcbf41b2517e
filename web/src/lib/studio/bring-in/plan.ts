import type { DraftBlock } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import type { ImportedLesson, ImportedPicture } from "@twiza/exchange/docx";
import { intentOf, keyOf, lessonIdOf, moduleIdOf, seedOf } from "./names.ts";

/** What she has decided about a reading. */
export type Choices = {
  readonly language: Language;
  readonly round: number;
  /** An existing module, or a new one by its name. */
  readonly into: { readonly moduleId: string } | { readonly title: string };
  /** By the place of the lesson in the reading. */
  readonly lessons: readonly { readonly title: string; readonly isTaken: boolean }[];
};

/** A picture as it is to lie in the library. */
export type PictureWish = {
  readonly intentId: string;
  readonly name: string;
  readonly alt: string;
  readonly language: Language;
};
type Picture = {
  readonly kind: "picture";
  readonly alt: string;
  readonly caption?: string;
  readonly file: ImportedPicture;
  /** Of the first picture that has these bytes, so that they are sent once and in the same words, wherever it goes on. */
  readonly wish: PictureWish;
};
/** A block as it will be written; a picture, before it is in the library. */
export type PlannedBlock = {
  readonly key: string;
  readonly block: Exclude<DraftBlock, { kind: "picture" | "title" }> | Picture;
};
export type PlannedLesson = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PlannedBlock[];
};
/** All that a bringing will ask for, by names that are the same whenever it is asked for. */
export type Plan = {
  readonly courseId: string;
  readonly language: Language;
  readonly module: { readonly id: string; readonly title?: string };
  readonly lessons: readonly PlannedLesson[];
};

type Document = {
  readonly courseId: string;
  readonly fingerprint: string;
  readonly lessons: readonly ImportedLesson[];
};

/** On one line, as the contract wants titles: 200 characters, counted as a field counts them. */
export const asTitle = (words: string): string =>
  words
    .replaceAll(/[\s\u0000-\u001F\u007F-\u009F]+/g, " ")
    .trim()
    .slice(0, 200)
    .toWellFormed()
    .trim();

export function planOf({ courseId, fingerprint, lessons }: Document, choices: Choices): Plan {
  const { language, round, into } = choices;
  const seed = seedOf({ fingerprint, courseId, language, round });
  const wishes = new Map<Uint8Array, PictureWish>();
  const planned = lessons.map(({ blocks }, at) =>
    blocks.map((block, place): PlannedBlock => {
      const key = keyOf(seed, place);
      if (block.kind !== "picture") return { key, block };
      const { kind, bytes, name, alt, caption } = block;
      const intentId = intentOf(seed, `picture ${at} ${place}`);
      const wish = wishes.get(bytes) ?? { intentId, name: asTitle(name) || kind, alt, language };
      wishes.set(bytes, wish);
      const words = { kind, alt, ...(caption !== undefined && { caption }) };
      return { key, block: { ...words, file: block, wish } };
    }),
  );
  return {
    courseId,
    language,
    module: "title" in into ? { id: moduleIdOf(seed), title: asTitle(into.title) } : { id: into.moduleId }, // prettier-ignore
    lessons: planned.flatMap((blocks, at): PlannedLesson[] => {
      const choice = choices.lessons[at];
      return choice?.isTaken
        ? [{ id: lessonIdOf(seed, at), title: asTitle(choice.title), blocks }]
        : [];
    }),
  };
}
