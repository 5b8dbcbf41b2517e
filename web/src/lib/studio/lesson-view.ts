import type { DraftBlock, DraftLesson, DraftPlace, DraftWords, OpenLesson } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { isWordless } from "./blocks.ts";
import { arranged, type Stamp } from "./arrange-lesson.ts";
import type { Save } from "./saves.ts";

/** A lesson in the languages that were opened. */
export type LessonView = {
  readonly lesson: DraftLesson;
  readonly words: Readonly<Record<ContentLanguage, DraftWords>>;
};

/** What the server said first. */
export const viewOf = ({ lesson, words }: OpenLesson): LessonView => ({
  lesson,
  words: Object.fromEntries(words.map((one) => [one.language, one])),
});

/**
 * What is known after one more answer. An answer may be an old one that was repeated, so that the later state stands, and of
 * each block the later words.
 */
export function heard(known: LessonView, answer: OpenLesson): LessonView {
  const isLater = answer.lesson.changedAt >= known.lesson.changedAt;
  const words = { ...known.words };
  for (const one of answer.words) {
    const old = words[one.language];
    words[one.language] = old ? laterWords(old, one, isLater) : one;
  }
  return { lesson: isLater ? answer.lesson : known.lesson, words };
}

function laterWords(old: DraftWords, fresh: DraftWords, isLater: boolean): DraftWords {
  const [first, second] = isLater ? [old, fresh] : [fresh, old];
  const texts = { ...first.texts };
  for (const [key, text] of Object.entries(second.texts))
    if (text.rev >= (texts[key]?.rev ?? 0)) texts[key] = text;
  return { ...second, texts };
}

/** What the author sees: what is known, and over it all that waits. */
export const seen = (
  known: LessonView,
  waiting: readonly Save[],
  { source, ...stamp }: Stamp & { readonly source: ContentLanguage },
): LessonView => waiting.reduce((view, save) => withSave(view, save, { source, stamp }), known);

function withSave(
  view: LessonView,
  save: Save,
  { source, stamp }: { source: ContentLanguage; stamp: Stamp },
): LessonView {
  let { lesson, words } = view;
  for (const command of save.commands) {
    lesson = arranged(lesson, command, stamp);
    if (command.do === "duplicate") words = copied(words, command.key, command.as);
    if (command.do === "confirm") lesson = upToDate(lesson, command.key, save.language);
    if (command.do === "settle") words = settled(words, command.id);
  }
  for (const { key, block } of save.texts) {
    words = {
      ...words,
      [save.language]: rewritten(wordsIn(view, words, save.language), key, block),
    };
    lesson =
      save.language === source
        ? sourceChanged(lesson, key, block)
        : upToDate(lesson, key, save.language);
  }
  return { lesson, words };
}

const wordsIn = (
  { lesson: { courseId, id } }: LessonView,
  words: LessonView["words"],
  language: ContentLanguage,
): DraftWords => words[language] ?? { courseId, lessonId: id, language, texts: {}, seconds: [] };

/** The server will count them; until then they stand under the count that they were made from, or the first. */
const rewritten = (words: DraftWords, key: string, block: DraftBlock): DraftWords => ({
  ...words,
  texts: { ...words.texts, [key]: { rev: words.texts[key]?.rev ?? 0, block } },
});

function copied(words: LessonView["words"], key: string, as: string): LessonView["words"] {
  const copies = Object.values(words).map((one): [ContentLanguage, DraftWords] => {
    const text = one.texts[key];
    const isThere = one.texts[as] !== undefined;
    return [one.language, text && !isThere ? rewritten(one, as, text.block) : one];
  });
  return Object.fromEntries(copies);
}

const settled = (words: LessonView["words"], id: string): LessonView["words"] =>
  Object.fromEntries(
    Object.values(words).map((one) => [
      one.language,
      { ...one, seconds: one.seconds.filter((second) => second.id !== id) },
    ]),
  );

const withPlace = (
  lesson: DraftLesson,
  key: string,
  change: (place: DraftPlace) => DraftPlace,
): DraftLesson => ({
  ...lesson,
  places: lesson.places.map((place) => (place.key === key ? change(place) : place)),
});
const sourceChanged = (lesson: DraftLesson, key: string, block: DraftBlock): DraftLesson =>
  withPlace(lesson, key, ({ wordless: _, ...place }) => ({
    ...place,
    rev: place.rev + 1,
    ...(isWordless(block) ? { wordless: true } : {}),
  }));
const upToDate = (lesson: DraftLesson, key: string, language: ContentLanguage): DraftLesson =>
  withPlace(lesson, key, (place) => ({
    ...place,
    against: { ...place.against, [language]: place.rev },
  }));
