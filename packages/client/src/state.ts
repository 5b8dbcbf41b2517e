import type { Tx } from "./database.ts";
import { courseKey, COURSES, type CourseState, type Entry } from "./entry.ts";
import type { Step } from "./merge.ts";

export type Whose = { readonly learnerId: string; readonly courseId: string };

/** What is kept of a learner in a course; nothing yet where she has not touched it. */
export const stateIn = async (tx: Tx, { learnerId, courseId }: Whose): Promise<CourseState> =>
  (await tx.get(COURSES, courseKey(learnerId, courseId))) ?? {
    courseId,
    known: {},
    progress: {},
    reached: {},
  };

/** What an entry says of progress; a handing in says nothing. */
export const stepsOf = ({ type, payload }: Entry): Step[] =>
  type === "attempt.handed_in" ? [] : [{ type, ...payload }];
