import * as z from "zod";
import { QUESTION_KINDS, SPOT_SCALE } from "./marking/kinds.ts";

export const QuestionKindName = z.enum(QUESTION_KINDS);

export const NumberAnswerKey = z.strictObject({
  value: z.number(),
  tolerance: z.number().nonnegative(),
  unit: z.string().trim().min(1).max(20).optional(),
});

/** Names a gap: one letter, written `[[a]]` in what is asked. */
export const GapName = z.string().regex(/^[a-z]$/);
const part = z.int().min(0).max(SPOT_SCALE);
/** Where on its picture an option lies. */
const Spot = z.strictObject({ x: part, y: part });

/** What an option has beside its words; of each kind of question only its own is looked at. */
export const optionParts = { right: z.boolean(), gap: GapName.optional(), spot: Spot.optional() };
/** What a question has beside its words. */
export const questionParts = {
  question: QuestionKindName,
  number: NumberAnswerKey.optional(),
  /** What is right in part counts in part; without it all must be right. */
  credit: z.literal("part").optional(),
  /** Its options are heard instead of read: their words are for the voice, for paper and for whoever does not see. */
  heard: z.literal(true).optional(),
};
/** Where an option lies, for those who may not know whether it is right. */
export const PublicSpot = Spot;
