import {
  type Block,
  type DraftFault,
  type DraftPlace,
  type DraftText,
  type DraftWords,
  type ContentLanguage,
  LessonBody,
} from "@twiza/contract";
import { blockOf } from "./block.ts";
import { type Lesson, markOf, TITLE, type Tongue } from "./place.ts";
import { type State, stateOf, titleStateOf } from "./standing.ts";
import { withoutWords, withShared } from "./wordless.ts";
import { textOf } from "./words.ts";

/** A lesson with its words in each language in which there are any. */
export type WholeDraft = {
  readonly lesson: Lesson;
  readonly words: ReadonlyMap<ContentLanguage, DraftWords>;
};
type About = { readonly source: ContentLanguage; readonly languages: readonly ContentLanguage[] };
export type Composed = {
  readonly faults: readonly DraftFault[];
  /** In the languages that are whole, in their order. */
  readonly bodies: readonly LessonBody[];
};

/**
 * What learners would read of a lesson, and what stands in the way. What is amiss in the source blocks; a translation that lacks
 * anything is left out and told of, and its readers get the source.
 */
export function composedOf(draft: WholeDraft, { source, languages }: About): Composed {
  const { lesson } = draft;
  const told = languages.includes(source) ? languages : [source, ...languages];
  const made = told.map((language) => bodyOf(draft, { language, source }));
  const noBlock: DraftFault[] =
    lesson.places.length === 0 ? [{ lessonId: lesson.id, code: "no_block", blocks: true }] : [];
  return {
    faults: [...noBlock, ...made.flatMap(({ faults }) => faults), ...undecidedIn(draft)],
    bodies: made.flatMap(({ body }) => body ?? []),
  };
}

type Body = { readonly body?: LessonBody; readonly faults: readonly DraftFault[] };

/** One language of a lesson: a body, unless words are missing or amiss. */
function bodyOf(draft: WholeDraft, tongue: Tongue): Body {
  const { lesson } = draft;
  const { language, source } = tongue;
  const at = { lessonId: lesson.id, language, blocks: language === source };
  const blocks: Block[] = [];
  const amiss: DraftFault[] = [];
  const missing: string[] = [];
  for (const place of lesson.places) {
    const { key } = place;
    const text = textIn(draft, place, tongue);
    const made = text && blockOf(key, text.block);
    if (!made) missing.push(key);
    else if ("block" in made) blocks.push(made.block);
    else amiss.push({ ...at, key, code: made.fault });
  }
  const title = lesson.title[language];
  const faults =
    language === source
      ? [
          ...(title === undefined ? [{ ...at, key: TITLE, code: "no_title" as const }] : []),
          ...missing.map((key) => ({ ...at, key, code: "empty" as const })),
          ...amiss,
        ]
      : [...translationFaults(lesson, tongue), ...amiss];
  const isWhole =
    title !== undefined && blocks.length > 0 && blocks.length === lesson.places.length;
  if (!isWhole) return { faults };
  const body = { format: 1, lessonId: lesson.id, language, title, blocks };
  return { faults, body: LessonBody.parse(body) };
}

/** What stands at a place in a language. Where the source has no words, none are needed. */
function textIn(
  { words }: WholeDraft,
  { key, wordless }: DraftPlace,
  { language, source }: Tongue,
): DraftText | undefined {
  const [own, original] = [language, source].map((each) => {
    const said = words.get(each);
    return said && textOf(said, key);
  });
  if (wordless && original) return withoutWords(original, own);
  return own && withShared(original, own);
}

/** What of a translation is missing or older than the source, by the first block of each: its places tell, its words need not be read. */
export function translationFaults(lesson: Lesson, tongue: Tongue): DraftFault[] {
  const at = { lessonId: lesson.id, language: tongue.language, blocks: false };
  const states: (readonly [string, State])[] = [
    [TITLE, titleStateOf(lesson, tongue)],
    ...lesson.places.map((place) => [place.key, stateOf(place, tongue)] as const),
  ];
  if (states.every(([, state]) => state === "missing")) return [{ ...at, code: "untranslated" }];
  const first = (of: State, code: DraftFault["code"]): DraftFault[] =>
    states.flatMap(([key, state]) => (state === of ? [{ ...at, key, code }] : [])).slice(0, 1);
  return [...first("missing", "untranslated"), ...first("outdated", "outdated")];
}

/** Two versions of a block that nobody has chosen between. What lies in the bin can wait. */
function undecidedIn({ lesson, words }: WholeDraft): DraftFault[] {
  const isLive = (key: string): boolean =>
    markOf(lesson, key) !== undefined && !lesson.bin.some(({ place }) => place.key === key);
  return [...words.values()].flatMap(({ language, seconds }) =>
    [...new Set(seconds.map(({ key }) => key))].filter(isLive).map((key) => ({
      lessonId: lesson.id,
      language,
      key,
      code: "undecided" as const,
      blocks: true,
    })),
  );
}

/** Whether a fault is of the words themselves, so that a lesson must be read again to tell it. */
export const isOfWords = ({ code }: DraftFault): boolean =>
  code !== "untranslated" && code !== "outdated";
