import type { ArchivedCourse, ArchivedLesson, WrittenWords } from "@twiza/exchange/archive";
import type { CourseDesk, DraftLesson, DraftWords, VoiceSheet } from "@twiza/contract";
import { type Language, LANGUAGES } from "@twiza/contract/where";
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
 * A whole course as it is being written, to be put into an archive: words in all languages, voices, the test with its keys. What
 * lies in the bin, what nobody has chosen between, and past versions stay.
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
  const ids = draft.outline.modules.flatMap(({ lessonIds }) => lessonIds);
  const lessons = new Map<string, Lesson>();
  for (const id of ids) {
    signal?.throwIfAborted();
    const { lesson, words } = await whole({ call }, { courseId, lessonId: id });
    lessons.set(id, lessonOf(lesson, words, { source: draft.sourceLanguage, voices }));
    onlesson?.(lessons.size, ids.length);
  }
  const { title, summary, sourceLanguage, legalReview, passMarkPercent, triesAllowed } = desk.draft;
  const course = {
    ...{ title, summary, sourceLanguage, legalReview, passMarkPercent, triesAllowed },
    modules: draft.outline.modules.map((module) => ({
      id: module.id,
      title: module.title,
      lessons: module.lessonIds.flatMap((id) => lessons.get(id) ?? []),
    })),
    ...(quiz.items.length > 0 ? { quiz: { format: 1 as const, ...quiz } } : {}),
  };
  const media = [...mediaIn(course).values()].map((medium) => ({
    ...medium,
    read: () => content(medium.hash),
  }));
  return { ...course, media };
}

type Place = { readonly courseId: string; readonly lessonId: string };

/** A lesson in its four languages, two of which come at a time. */
async function whole({ call }: Pick<Outside, "call">, params: Place) {
  const [here, there] = await Promise.all([
    call("readDraftLesson", { params, query: { language: "ar", beside: "fr" } }),
    call("readDraftLesson", { params, query: { language: "zgh", beside: "en" } }),
  ]);
  return { lesson: here.lesson, words: [...here.words, ...there.words] };
}

function lessonOf(
  { id, title, minutes, places, titlePlace }: DraftLesson,
  words: readonly DraftWords[],
  { source, voices }: { readonly source: Language; readonly voices: readonly VoiceSheet[] },
): Lesson {
  const live = [{ key: "title", ...(titlePlace ?? { rev: 0, against: {} }) }, ...places];
  const written = LANGUAGES.flatMap((language): [Language, WrittenWords][] => {
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
    ...{ id, title, minutes },
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
