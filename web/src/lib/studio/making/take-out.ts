import type { ArchivedCourse, ArchivedLesson, WrittenWords } from "@twiza/exchange/archive";
import type { CourseDesk, DraftItems, DraftLesson, DraftWords, VoiceSheet } from "@twiza/contract";
import { type ContentLanguage, languagesWith } from "@twiza/contract/where";
import { assignmentsIn, checklistsIn, itemsIn, nameIn, onlyIn } from "./in-languages.ts";
import { mediaIn } from "./media-in.ts";
import type { Outside } from "./outside.ts";

type Course = ArchivedCourse<WrittenWords>;
type Lesson = ArchivedLesson<WrittenWords>;
type Wish = {
  readonly courseId: string;
  readonly onlesson?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * A whole course as it is being written, to be put into an archive: words in all its languages, voices, the test with its keys. What
 * lies in the bin, what nobody has chosen between, words in a language that it is not written in any more, and past versions stay.
 * @throws Problem
 */
export async function takenOut(
  { call, content }: Pick<Outside, "call" | "content">,
  { courseId, onlesson, signal }: Wish,
): Promise<Course> {
  const params = { courseId };
  const [desk, draft, quiz] = await Promise.all([
    call("readCourse", { params }),
    call("readDraft", { params }),
    call("readItems", { params }),
  ]);
  const voices = await voicesOf({ content }, desk.draft);
  const { otherLanguages } = desk.draft;
  const languages = languagesWith(otherLanguages);
  const ids = draft.outline.modules.flatMap(({ lessonIds }) => lessonIds);
  const lessons = new Map<string, Lesson>();
  for (const id of ids) {
    signal?.throwIfAborted();
    const { lesson, words } = await whole({ call }, { courseId, lessonId: id, languages });
    lessons.set(id, lessonOf(lesson, words, { source: draft.sourceLanguage, languages, voices }));
    onlesson?.(lessons.size, ids.length);
  }
  const { title, summary, sourceLanguage, legalReview, passMarkPercent, triesAllowed } = desk.draft;
  const { certificate } = desk.draft;
  const items = itemsIn(quiz.items, languages);
  const checklists = checklistsIn(desk.draft.checklists ?? [], languages);
  const assignments = assignmentsIn(desk.draft.assignments ?? [], languages);
  const course = {
    ...{ sourceLanguage, legalReview, passMarkPercent, triesAllowed },
    ...{ title: nameIn(title, languages, sourceLanguage), summary: onlyIn(summary, languages) },
    ...(otherLanguages ? { otherLanguages } : {}),
    ...(certificate ? { certificate } : {}),
    modules: draft.outline.modules.map((module) => ({
      id: module.id,
      title: onlyIn(module.title, languages),
      lessons: module.lessonIds.flatMap((id) => lessons.get(id) ?? []),
    })),
    ...(items.length > 0
      ? {
          quiz: { format: 1 as const, ...drawn(quiz), title: onlyIn(quiz.title, languages), items },
        }
      : {}),
    ...(checklists.length > 0 ? { checklists } : {}),
    ...(assignments.length > 0 ? { assignments } : {}),
  };
  const media = [...mediaIn(course).values()].map((medium) => ({
    ...medium,
    read: () => content(medium.hash),
  }));
  return { ...course, media };
}

/** How many of its items a sitting has, where that is not all. */
const drawn = ({ draw }: DraftItems): Pick<DraftItems, "draw"> =>
  draw === undefined ? {} : { draw };

type Place = {
  readonly courseId: string;
  readonly lessonId: string;
  readonly languages: readonly ContentLanguage[];
};

/** A lesson in its languages, two of which come at a time. */
async function whole({ call }: Pick<Outside, "call">, { languages, ...params }: Place) {
  const read = (language: ContentLanguage, beside: ContentLanguage = language) =>
    call("readDraftLesson", { params, query: { language, beside } });
  const [first = "", second, ...others] = languages;
  const { lesson, words } = await read(first, second);
  const more = await Promise.all(
    others.flatMap((language, at) => (at % 2 === 0 ? [read(language, others[at + 1])] : [])),
  );
  return { lesson, words: [...words, ...more.flatMap((each) => each.words)] };
}

type About = {
  readonly source: ContentLanguage;
  readonly languages: readonly ContentLanguage[];
  readonly voices: readonly VoiceSheet[];
};

function lessonOf(
  { id, title, minutes, places, titlePlace }: DraftLesson,
  words: readonly DraftWords[],
  { source, languages, voices }: About,
): Lesson {
  const live = [{ key: "title", ...(titlePlace ?? { rev: 0, against: {} }) }, ...places];
  const written = languages.flatMap((language): [ContentLanguage, WrittenWords][] => {
    const said = words.find((each) => each.language === language);
    if (!said) return [];
    const there = live.flatMap((place) => {
      const text = said.texts[place.key];
      return text ? [{ ...place, block: text.block }] : [];
    });
    const outdated = there
      .filter(({ rev, against }) => language !== source && (against[language] ?? rev) < rev)
      .map(({ key }) => key);
    const texts = Object.fromEntries(there.map(({ key, block }) => [key, block]));
    return there.length > 0 ? [[language, { texts, outdated }]] : [];
  });
  return {
    ...{ id, title: onlyIn(title, languages), minutes },
    places: places.map(({ key, kind }) => ({ key, kind })),
    words: Object.fromEntries(written),
    voices: voices.filter(({ lessonId }) => lessonId === id),
  };
}

/** What is spoken in the course as it was composed last. Those of a text that has changed since go when it is composed. */
async function voicesOf(
  { content }: Pick<Outside, "content">,
  { modules }: CourseDesk["draft"],
): Promise<VoiceSheet[]> {
  const pointers = modules
    .flatMap((module) => module.lessons)
    .flatMap(({ voices }) => Object.values(voices ?? {}))
    .flatMap((pointer) => pointer ?? []);
  const sheets: VoiceSheet[] = [];
  for (const pointer of pointers) {
    const bytes = await content(pointer.hash);
    // Parsed by the contract's schema when it was kept, and named by its hash since: it cannot have changed.
    sheets.push(JSON.parse(new TextDecoder().decode(bytes)) as VoiceSheet);
  }
  return sheets;
}
