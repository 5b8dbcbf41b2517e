import type { DraftBlock } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { intentOf, keyOf, lessonIdOf, moduleIdOf, seedOf } from "./names.ts";
import { filesIn, type MediaFile, type ReadBlock, type ReadLesson, type Seat } from "./reading.ts";

/** What she has decided about a reading. */
export type Choices = {
  readonly language: ContentLanguage;
  readonly round: number;
  /** An existing module, or a new one by its name. */
  readonly into: { readonly moduleId: string } | { readonly title: string };
  /** By the place of the lesson in the reading. */
  readonly lessons: readonly { readonly title: string; readonly isTaken: boolean }[];
};

/** A picture or a recording as it is to lie in the library. `alt`: what it is; empty where nobody says. */
export type MediaWish = {
  readonly intentId: string;
  readonly name: string;
  readonly alt: string;
  readonly language: ContentLanguage;
};
/** What comes into the library before its block: as the first that has these bytes, so that they are sent once, in the same words. */
export type Brought = { readonly file: MediaFile; readonly wish: MediaWish; readonly seat: Seat };
export type PlannedBlock = {
  readonly key: string;
  /** As it will be written, but for its media. */
  readonly block: Exclude<DraftBlock, { kind: "title" }>;
  readonly brings?: readonly Brought[];
};
export type PlannedLesson = {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PlannedBlock[];
};
/** All that a bringing will ask for, by names that are the same whenever it is asked for. */
export type Plan = {
  readonly courseId: string;
  readonly language: ContentLanguage;
  readonly module: { readonly id: string; readonly title?: string };
  readonly lessons: readonly PlannedLesson[];
};

type Document = {
  readonly courseId: string;
  readonly fingerprint: string;
  readonly lessons: readonly ReadLesson[];
};

/** On one line, as the contract wants titles: 200 characters, counted as a field counts them. */
export const asTitle = (words: string): string =>
  words
    .replaceAll(/[\s\u0000-\u001F\u007F-\u009F]+/g, " ")
    .trim()
    .slice(0, 200)
    .toWellFormed()
    .trim();

/** What a draft holds of it. */
function blockOf(read: ReadBlock): PlannedBlock["block"] {
  switch (read.kind) {
    case "picture": {
      const { kind, alt, caption } = read;
      return { kind, alt, ...(caption !== undefined && { caption }) };
    }
    case "audio": {
      const { kind, seconds, transcript } = read;
      return { kind, seconds, transcript };
    }
    case "steps":
      return { ...read, steps: [...read.steps] };
    case "question": {
      const { picture: _, options, ...rest } = read;
      return { ...rest, options: options.map(({ picture: __, ...option }) => option) };
    }
    default:
      return read;
  }
}

export function planOf({ courseId, fingerprint, lessons }: Document, choices: Choices): Plan {
  const { language, round, into } = choices;
  const seed = seedOf({ fingerprint, courseId, language, round });
  const sent = new Map<Uint8Array, Omit<Brought, "seat">>();
  const planned = lessons.map(({ blocks }, at) =>
    blocks.map((read, place): PlannedBlock => {
      const [key, block] = [keyOf(seed, place), blockOf(read)];
      const brings = filesIn(read).map(({ file, seat }, order): Brought => {
        const intentId = intentOf(seed, `medium ${at} ${place}${order > 0 ? ` ${order}` : ""}`);
        const [name, { alt }] = [asTitle(file.name) || block.kind, seat];
        const first = sent.get(file.bytes) ?? { file, wish: { intentId, name, alt, language } };
        sent.set(file.bytes, first);
        return { ...first, seat };
      });
      return { key, block, ...(brings.length > 0 && { brings }) };
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
