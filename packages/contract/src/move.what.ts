import * as z from "zod";
import { CourseDifference } from "./course.what.ts";
import { CohortId, CourseId, IntentId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { PageToken } from "./text.ts";

const params = z.strictObject({ courseId: CourseId });

/** Whose learners: those of a cohort, or, without one, those who take the course alone. */
const group = { cohortId: CohortId.optional(), after: PageToken.optional() };

/**
 * What moving means for one learner, or has meant. `moves`: she goes on in the live version. `already`: she is on it. `finished`: she has
 * earned her certificate by the version she is on, and stays there.
 */
const MovedLearner = z.strictObject({
  learnerId: LearnerId,
  /** Only in a cohort: who takes a course alone is counted, not named. */
  name: PersonName.optional(),
  outcome: z.enum(["moves", "already", "finished"]),
  /** The version that she is on, or was on before she was moved. */
  version: z.int().positive(),
  /** Of the lessons of the live version: how many are done, so that they stay done. */
  lessonsDone: z.int().nonnegative(),
  /** Nothing is missing any more once she is moved. */
  earns: z.boolean(),
});
export type MovedLearner = z.infer<typeof MovedLearner>;

export const moveWhat = what({
  readMove: {
    summary: "What moving learners to the live version of a course would mean for each, 200 a page",
    params,
    query: z.strictObject(group),
    reply: z.strictObject({
      version: z.int().positive(),
      lessonCount: z.int().positive(),
      /** What the live version changes of each version that learners of this page are on. */
      from: z.array(CourseDifference.extend({ version: z.int().positive() })),
      learners: z.array(MovedLearner),
      next: PageToken.optional(),
    }),
    refusals: ["not_found", "course.not_published"],
  },
  moveLearners: {
    summary:
      "Move learners to the live version, 50 a time: what is done stays done, and whoever has finished stays. `version` is the one that was shown",
    params,
    body: z.strictObject({ intentId: IntentId, version: z.int().positive(), ...group }),
    reply: z.strictObject({ learners: z.array(MovedLearner), next: PageToken.optional() }),
    refusals: ["not_found", "course.not_published", "stale_write", "intent.reused"],
  },
});
