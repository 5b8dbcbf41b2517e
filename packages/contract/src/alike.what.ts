import * as z from "zod";
import { GivenAnswer } from "./flag.what.ts";
import { AttemptId, CohortId, ItemId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { LocalizedText } from "./text.ts";

/** Of so many learners of a cohort the answers are compared at once. */
export const MOST_COMPARED = 200;
/** So many pairs are told, those whose answers are most alike first. */
export const MOST_ALIKE = 50;

const Sitting = z.strictObject({ learnerId: LearnerId, name: PersonName, attemptId: AttemptId });

/** Two whose wrong answers agree more than chance would make them. It says nothing of why. */
export const AlikeLine = z.strictObject({
  one: Sitting,
  other: Sitting,
  /** Questions that both answered, and how many wrong answers of these would agree by chance, on average. */
  common: z.int().positive(),
  expected: z.number().nonnegative(),
  shared: z.array(
    z.strictObject({
      itemId: ItemId,
      prompt: LocalizedText,
      given: GivenAnswer.pick({ texts: true, to: true, number: true, written: true }),
    }),
  ),
});
export type AlikeLine = z.infer<typeof AlikeLine>;

export const alikeWhat = what({
  readAlike: {
    summary:
      "Learners of a cohort whose wrong answers to the test are more alike than chance would make them: a hint for a person, of which nothing is kept",
    params: z.strictObject({ cohortId: CohortId }),
    reply: z.strictObject({
      /** First sittings that were compared. */
      sittings: z.int().nonnegative(),
      /** There are more learners than are compared at once. */
      more: z.boolean(),
      pairs: z.array(AlikeLine),
    }),
    refusals: ["not_found"],
  },
});
