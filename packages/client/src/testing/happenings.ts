import type { Happening } from "../entry.ts";

type Told = Happening & { readonly learnerId: string; readonly courseId: string };
const whose = { learnerId: "lrn_a", courseId: "crs_a" };

/** Things that happen in a lesson, for tests. */
export const reached = (block: number, lessonId = "les_1", other = {}): Told => ({
  ...whose,
  type: "lesson.reached",
  payload: { lessonId, block },
  ...other,
});
export const finished = (block = 9, lessonId = "les_1", other = {}): Told => ({
  ...whose,
  type: "lesson.finished",
  payload: { lessonId, block },
  ...other,
});
export const answered = (block: number, lessonId = "les_1", other = {}): Told => ({
  ...whose,
  type: "practice.answered",
  payload: { lessonId, block, right: true },
  ...other,
});
export const handedIn = (other = {}): Told => ({
  ...whose,
  type: "attempt.handed_in",
  payload: { attemptId: "att_1", answers: [{ itemId: "itm_1", options: ["a"] }] },
  ...other,
});
