import * as z from "zod";
import { Answer, Attempt } from "./attempt.ts";
import { PublicItem } from "./course.ts";
import { Completion } from "./enrolment.ts";
import { AttemptId, CourseId, IntentId, ItemId } from "./id.ts";
import { what } from "./operation.ts";
import { LocalizedText, Percent } from "./text.ts";
import { ItemVoicePart, perAudioLanguage } from "./voice.ts";
import { whose } from "./whose.ts";

const params = z.strictObject({ courseId: CourseId });

const StartedAttempt = Attempt.pick({ id: true, number: true, startedAt: true }).extend({
  items: z.array(PublicItem),
  triesLeft: z.int().nonnegative(),
  passMarkPercent: Percent,
});
export type StartedAttempt = z.infer<typeof StartedAttempt>;

/** The outcome per item says right or wrong and why; it names no other option. */
const Result = z.strictObject({
  percent: Percent,
  passed: z.boolean(),
  bestPercent: Percent,
  triesLeft: z.int().nonnegative(),
  items: z.array(
    z.strictObject({
      itemId: ItemId,
      right: z.boolean(),
      feedback: LocalizedText.optional(),
      /** The feedback as it was recorded. */
      voices: perAudioLanguage(ItemVoicePart).optional(),
    }),
  ),
  completion: Completion,
});
export type AttemptResult = z.infer<typeof Result>;

export const attemptWhat = what({
  startAttempt: {
    summary: "Begin a sitting of the graded quiz: items without their keys",
    params,
    body: z.strictObject({ ...whose, intentId: IntentId }),
    status: 201,
    reply: StartedAttempt,
    refusals: ["not_found", "learner.required", "attempt.none_left", "intent.reused"],
  },
  submitAttempt: {
    summary: "Hand in the answers; the server grades them",
    params: z.strictObject({ courseId: CourseId, attemptId: AttemptId }),
    body: z.strictObject({ ...whose, intentId: IntentId, answers: z.array(Answer).max(200) }),
    reply: Result,
    refusals: ["not_found", "learner.required", "attempt.closed", "intent.reused"],
  },
});
