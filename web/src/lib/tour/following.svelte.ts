import type { CourseDesk, Draft, ListedCourse } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { call } from "../api.ts";
import { everyPage } from "../office/every-page.ts";
import { told } from "../office/told.svelte.ts";
import { isProblem } from "../problem.ts";
import type { LessonView } from "../studio/lesson-view.ts";
import { previewed } from "./previewed.svelte.ts";
import type { Known, Looked } from "./steps.ts";

/** A first lesson is among the first, or it is the one on the desk. */
const MOST_LESSONS = 4;
type Read = Looked & { readonly changedAt: string };

const lookedOf = ({ lesson, words }: LessonView, source: ContentLanguage): Read => ({
  id: lesson.id,
  changedAt: lesson.changedAt,
  blocks: lesson.places.map(({ key, kind }) => ({
    ...{ key, kind },
    block: words[source]?.texts[key]?.block,
  })),
});

/** What is known of the courses that somebody may write, and of the one that she is led through, as reactive values. */
export function following() {
  let courses = $state.raw<readonly ListedCourse[]>();
  let read = $state.raw<Readonly<Record<string, Read>>>({});

  const deskOf = (id: string): CourseDesk | undefined =>
    told.now.desk?.id === id ? told.now.desk : undefined;
  const draftOf = (id: string): Draft | undefined =>
    told.now.draft?.outline.courseId === id ? told.now.draft : undefined;
  const linesOf = (draft: Draft) => {
    const live = draft.outline.modules.flatMap(({ lessonIds }) => lessonIds);
    return live
      .filter((id, at) => at < MOST_LESSONS || id === told.now.view?.lesson.id)
      .flatMap((id) => draft.lessons.find((line) => line.id === id) ?? []);
  };
  /** The lesson on the desk is known to the last letter; it comes first while she is in it. */
  function lessonsOf(draft: Draft, here: string | undefined): readonly Looked[] {
    const { view } = told.now;
    const lessons = linesOf(draft).flatMap(({ id }) =>
      view?.lesson.id === id ? lookedOf(view, draft.sourceLanguage) : (read[id] ?? []),
    );
    return lessons.toSorted((a, b) => Number(b.id === here) - Number(a.id === here));
  }

  /** Without network nothing more is known, and what is known holds. */
  const quietly = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
    }
  };

  return {
    get courses() {
      return courses;
    },
    /** All that is known of a course; nothing before its draft and its settings are known. */
    knownOf(id: string, here: string | undefined): Known | undefined {
      const [desk, draft] = [deskOf(id), draftOf(id)];
      if (!desk || !draft) return undefined;
      const { items } = told.now;
      return {
        ...{ desk, draft, lessons: lessonsOf(draft, here), isPreviewed: previewed.has(id) },
        items: items?.courseId === id ? items.count : desk.draft.quiz.itemCount,
      };
    },
    readCourses: (): Promise<void> =>
      quietly(async () => {
        courses = await everyPage(async (after) => {
          const { courses: rows, next } = await call("listCourses", { query: { after } });
          return { rows, next };
        });
      }),
    /** Reads what the page does not read itself. */
    readWhole: (courseId: string, page: { readonly desk: boolean; readonly draft: boolean }) =>
      quietly(async () => {
        const params = { courseId };
        await Promise.all([
          page.desk || call("readCourse", { params }).then((desk) => told.tell({ desk })),
          page.draft || call("readDraft", { params }).then((draft) => told.tell({ draft })),
        ]);
      }),
    /** Reads the lessons that are not known as they stand now. */
    readLessons: (courseId: string): Promise<void> =>
      quietly(async () => {
        const draft = draftOf(courseId);
        if (!draft) return;
        const { sourceLanguage: language } = draft;
        const stale = linesOf(draft).filter(
          ({ id, changedAt }) =>
            told.now.view?.lesson.id !== id && (read[id]?.changedAt ?? "") < changedAt,
        );
        const fresh = await Promise.all(
          stale.map(async ({ id, changedAt }) => {
            const params = { courseId, lessonId: id };
            const { lesson, words } = await call("readDraftLesson", {
              params,
              query: { language },
            });
            const view = { lesson, words: Object.fromEntries(words.map((one) => [one.language, one])) }; // prettier-ignore
            return [id, { ...lookedOf(view, language), changedAt }] as const;
          }),
        );
        if (fresh.length > 0) read = { ...read, ...Object.fromEntries(fresh) };
      }),
  };
}
