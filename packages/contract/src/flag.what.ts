import * as z from "zod";
import { HandIn } from "./attempt.ts";
import { Flag, VERDICTS } from "./flag.ts";
import { CohortId, FlagId, IntentId, ItemId } from "./id.ts";
import { MARK_RULES } from "./marking/asked.ts";
import { what } from "./operation.ts";
import { LocalizedText, PageToken, Percent, text } from "./text.ts";

const params = z.strictObject({ flagId: FlagId });

const Figure = HandIn.omit({ answers: true });

/** What waits, in a line: who, why, what it says of times and what it would give. */
const FlagLine = Flag.omit({ content: true, organisationId: true, about: true }).extend({
  kind: z.enum(["hand_in", "events"]),
  cohortName: text(120).optional(),
  passMarkPercent: Percent,
  handIn: Figure.optional(),
  standing: Figure.optional(),
  eventCount: z.int().positive().optional(),
});
export type FlagLine = z.infer<typeof FlagLine>;

/** What somebody answered to an item, in the words of the item, and how it is marked: `got` of `of` parts, by which rule. */
export const GivenAnswer = z.strictObject({
  texts: z.array(LocalizedText),
  /** Of pairs: what each of `texts` was put to, in the same order. */
  to: z.array(LocalizedText).optional(),
  number: z.number().optional(),
  /** What was written by hand, in its order. */
  written: z.array(z.string()).optional(),
  right: z.boolean(),
  got: z.int().nonnegative(),
  of: z.int().nonnegative(),
  rule: z.enum(MARK_RULES),
});
const Comparison = z.strictObject({
  itemId: ItemId,
  prompt: LocalizedText,
  given: GivenAnswer,
  /** What stands, where something does. */
  standing: GivenAnswer.optional(),
});
export type Comparison = z.infer<typeof Comparison>;

export const flagWhat = what({
  listFlags: {
    summary: "What waits for a person's decision; a trainer sees that of her cohorts",
    query: z.strictObject({ after: PageToken.optional(), cohortId: CohortId.optional() }),
    reply: z.strictObject({ flags: z.array(FlagLine), next: PageToken.optional() }),
  },
  readFlag: {
    summary: "One of them, with both hand-ins side by side",
    params,
    reply: z.strictObject({ flag: FlagLine, items: z.array(Comparison) }),
    refusals: ["not_found"],
  },
  decideFlag: {
    summary: "Let a hand-in count after all, or set it aside: once, with a reason",
    params,
    body: z.strictObject({ intentId: IntentId, verdict: z.enum(VERDICTS), note: text(500) }),
    reply: FlagLine,
    refusals: ["not_found", "flag.own", "flag.decided", "lesson.unknown", "intent.reused"],
  },
});
