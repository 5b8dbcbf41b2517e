import type { Draft, Finding, LessonReview, PackFile } from "@twiza/contract";
import { REVIEWED_AT_ONCE } from "@twiza/contract/quality";
import { call } from "../../api.ts";
import { isProblem } from "../../problem.ts";
import { lineOf } from "../outline.ts";

type Known = { readonly changedAt: string; readonly review: LessonReview };
type ByLesson = Readonly<Record<string, Known>>;
export type Reviewing = ReturnType<typeof reviewing>;

/** What was looked at, by course and lesson, as long as the page of the office lives: who mends one lesson waits for one. */
let looked: Readonly<Record<string, ByLesson>> = {};

const parts = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );

/** The lessons of a draft that stand in its order. */
export const lessonsIn = ({ outline }: Draft): readonly string[] =>
  outline.modules.flatMap(({ lessonIds }) => lessonIds);

/** Looks at the lessons of a course, some at a time. Only those that changed since are read again. */
export function reviewing(courseId: string) {
  let known = $state.raw<ByLesson>(looked[courseId] ?? {});
  let test = $state.raw<readonly Finding[]>([]);
  let lessons = $state.raw<readonly string[]>([]);
  /** How many are still to be looked at; nothing before the first look. */
  let waiting = $state<number>();
  let error = $state.raw<unknown>();
  let turn = 0;

  const reviews = (): readonly LessonReview[] => lessons.flatMap((id) => known[id]?.review ?? []);

  async function read(draft: Draft): Promise<void> {
    turn += 1;
    const mine = turn;
    lessons = lessonsIn(draft);
    const changedAt = (id: string): string => lineOf(draft, id)?.changedAt ?? "";
    const missing = lessons.filter((id) => known[id]?.changedAt !== changedAt(id));
    waiting = missing.length;
    // The test is told with each part, and asked for when there is none.
    const asked = missing.length > 0 ? parts(missing, REVIEWED_AT_ONCE) : [[]];
    for (const ids of asked) {
      const query = ids.length > 0 ? { lessons: ids.join(",") } : {};
      const answer = await call("reviewDraft", { params: { courseId }, query });
      if (mine !== turn) return;
      test = answer.test;
      const fresh = answer.lessons.map(
        (review) => [review.lessonId, { changedAt: changedAt(review.lessonId), review }] as const,
      );
      known = { ...known, ...Object.fromEntries(fresh) };
      looked = { ...looked, [courseId]: known };
      waiting -= ids.length;
    }
  }

  return {
    /** What was found so far in the lessons, in their order, and in the test. */
    get findings(): readonly Finding[] {
      return [...test, ...reviews().flatMap(({ findings }) => findings)];
    },
    get files(): readonly PackFile[] {
      return reviews().flatMap(({ files }) => files);
    },
    get progress(): { readonly done: number; readonly total: number } {
      return { done: lessons.length - (waiting ?? 0), total: lessons.length };
    },
    get isDone() {
      return waiting === 0;
    },
    get error() {
      return error;
    },
    /** Whether all of these are looked at, so that their weight is known. */
    knows: (ids: readonly string[]): boolean =>
      ids.length > 0 && ids.every((id) => known[id] !== undefined),
    async read(draft: Draft, anew = false): Promise<void> {
      if (anew) known = {};
      try {
        await read(draft);
        error = undefined;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        error = cause;
      }
    },
  };
}
