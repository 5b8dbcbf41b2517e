import type {
  DraftBlock,
  DraftPlace,
  DraftWords,
  ContentLanguage,
  LessonCommand,
} from "@twiza/contract";
import { isWordless } from "./wordless.ts";
import { withCommand, withoutPast, withPlaceFor } from "./lesson.ts";
import { type Act, type Lesson, said, TITLE, type Tongue, withMark } from "./place.ts";
import { counted, withCopy, withoutSecond, withText, type Writing } from "./words.ts";

/** A lesson with its words in the language that is written. */
export type Sheet = { readonly lesson: Lesson; readonly words: DraftWords };
export type Wish = {
  readonly commands: readonly LessonCommand[];
  readonly texts: readonly Writing[];
};
type Who = { readonly act: Act; readonly name: string; readonly source: ContentLanguage };
/** Words of a block that a copy wants in the other languages too. */
export type Copy = { readonly key: string; readonly as: string };

/**
 * What one save makes of a lesson: first the order, then the words. The lesson tells who was the last to change anything; when
 * nothing did, it is the one that came.
 */
export function saved(
  { lesson: before, words: all }: Sheet,
  { commands, texts }: Wish,
  { act, name, source }: Who,
): Sheet & { readonly copies: readonly Copy[] } {
  const tongue: Tongue = { language: all.language, source };
  const copies: Copy[] = [];
  let lesson = withoutPast(before, act.at);
  let words = counted(all, lesson, source);
  for (const command of commands) {
    const next = withCommand(lesson, command, { act, tongue });
    if (command.do === "settle") words = withoutSecond(words, command.id);
    if (command.do === "duplicate" && next !== lesson) {
      words = withCopy(words, command.key, command.as);
      copies.push({ key: command.key, as: command.as });
    }
    lesson = next;
  }
  for (const text of texts) {
    if (text.block.kind !== "title")
      lesson = withPlaceFor(lesson, { key: text.key, kind: text.block.kind });
    const { words: merged, met } = withText(words, text, { name, at: act.at });
    words = merged;
    if (met === "changed") lesson = withSaid(lesson, text, tongue);
  }
  const isSame = words === all && JSON.stringify(lesson) === JSON.stringify(before);
  return {
    lesson: isSame ? before : { ...lesson, changedAt: act.at, changedBy: act.by },
    words,
    copies,
  };
}

/** The lesson tells that these words are new; its list shows the title, and the source decides of which kind a block is. */
function withSaid(lesson: Lesson, { key, block }: Writing, tongue: Tongue): Lesson {
  const marked = withMark(lesson, key, (mark) => said(mark, tongue));
  if (block.kind === "title") return withTitle(marked, block.text.trim(), tongue);
  if (tongue.language !== tongue.source) return marked;
  const placed = (place: DraftPlace): DraftPlace =>
    place.key === key ? placeOf(block, place) : place;
  const bin = marked.bin.map((entry) => ({ ...entry, place: placed(entry.place) }));
  return { ...marked, places: marked.places.map(placed), bin };
}

/** A place for what the source says there. */
function placeOf(
  block: Exclude<DraftBlock, { kind: "title" }>,
  { wordless: _, ...place }: DraftPlace,
): DraftPlace {
  return { ...place, kind: block.kind, ...(isWordless(block) ? { wordless: true } : {}) };
}

function withTitle(lesson: Lesson, title: string, { language }: Tongue): Lesson {
  const { [language]: _, ...others } = lesson.title;
  return { ...lesson, title: title === "" ? others : { ...others, [language]: title } };
}

/** A copy's words in a language that is not the one being written. */
export const withCopies = (words: DraftWords, copies: readonly Copy[]): DraftWords =>
  copies.reduce((all, { key, as }) => withCopy(all, key, as), words);

/** Words of a language in which nobody has written: the title may stand in the lesson already. */
export function titleAlone(lesson: Lesson, language: ContentLanguage): DraftWords {
  const { courseId, id: lessonId, title } = lesson;
  const text = title[language];
  const texts: DraftWords["texts"] =
    text === undefined ? {} : { [TITLE]: { rev: 1, block: { kind: TITLE, text } } };
  return { courseId, lessonId, language, texts, seconds: [] };
}
