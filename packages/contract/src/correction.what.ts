import * as z from "zod";
import { Attempt } from "./attempt.ts";
import { Correction, ItemPrint, Regrade, Regraded, RegradeFigures } from "./correction.ts";
import { Item } from "./course.ts";
import { GivenAnswer } from "./flag.what.ts";
import { AttemptId, CourseId, IntentId, ItemId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { NumberAnswerKey } from "./question.ts";
import { LocalizedText, PageToken, Percent, text } from "./text.ts";

const ofItem = z.strictObject({ courseId: CourseId, itemId: ItemId });
const ofCourse = z.strictObject({ courseId: CourseId });
const ofRegrade = ofCourse.extend({ number: z.string().regex(/^[1-9]\d{0,5}$/) });
const ofLearner = z.strictObject({ courseId: CourseId, learnerId: LearnerId });

/** A correction as people read it. */
const CorrectionLine = Correction.omit({ courseId: true, organisationId: true, item: true });
export type CorrectionLine = z.infer<typeof CorrectionLine>;

/** A question as learners met it: words and key, in which versions, and what counts of it by now. */
const Form = z.strictObject({
  print: ItemPrint,
  versions: z.array(z.int().positive()).min(1),
  item: Item,
  /** The item as it counts since it was corrected, if another. */
  counts: Item.optional(),
  void: z.boolean(),
  corrections: z.array(CorrectionLine),
});
export type ItemForm = z.infer<typeof Form>;

const Change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("void") }),
  /** Of what learners saw nothing may be another: only the key, and words that are said to an answer. */
  z.strictObject({ kind: z.literal("mended"), item: Item.omit({ voices: true }) }),
]);
export type CorrectionChange = z.infer<typeof Change>;
const wanted = { intentId: IntentId, print: ItemPrint, change: Change };

export const RegradeLine = Regrade.omit({
  organisationId: true,
  cohorts: true,
  place: true,
}).extend({
  correction: CorrectionLine,
});
export type RegradeLine = z.infer<typeof RegradeLine>;

const SittingLine = Attempt.pick({
  id: true,
  number: true,
  version: true,
  startedAt: true,
  submittedAt: true,
  percent: true,
  rules: true,
  corrections: true,
  corrected: true,
}).extend({ passed: z.boolean().optional() });
export type SittingLine = z.infer<typeof SittingLine>;

/** What is right, in the words of the item. */
const Key = z.strictObject({
  texts: z.array(LocalizedText),
  to: z.array(LocalizedText).optional(),
  number: NumberAnswerKey.optional(),
});
export type AnswerKey = z.infer<typeof Key>;
const ExplainedItem = z.strictObject({
  itemId: ItemId,
  prompt: LocalizedText,
  given: GivenAnswer,
  /** For auditors, and who may write the course. */
  key: Key.optional(),
  /** By which correction it counts. */
  correction: z.int().positive().optional(),
  void: z.boolean().optional(),
});
export type ExplainedItem = z.infer<typeof ExplainedItem>;

export const correctionWhat = what({
  readCorrectable: {
    summary: "A published question with its key, as learners met it, and what was corrected of it",
    params: ofItem,
    reply: z.strictObject({
      /** The newest first. */
      forms: z.array(Form),
      /** How many corrections the course has by now: whoever makes one says it. */
      last: z.int().nonnegative(),
    }),
    refusals: ["not_found"],
  },
  tryCorrection: {
    summary:
      "What a correction would change for the next 50 learners, without changing anything: asked on with `next`, for all",
    params: ofItem,
    body: z.strictObject({ ...wanted, after: PageToken.optional() }),
    reply: z.strictObject({ figures: RegradeFigures, next: PageToken.optional() }),
    refusals: ["not_found", "correction.unchanged", "correction.other_question"],
  },
  correctItem: {
    summary:
      "Correct a published question: what is handed in from now on counts by it at once, what was handed in is marked anew",
    params: ofItem,
    body: z.strictObject({
      ...wanted,
      reason: text(500),
      /** How many corrections there were when it was looked at. */
      last: z.int().nonnegative(),
    }),
    status: 201,
    reply: RegradeLine,
    refusals: [
      "not_found",
      "stale_write",
      "correction.unchanged",
      "correction.other_question",
      "correction.running",
      "intent.reused",
    ],
  },
  listRegrades: {
    summary: "Corrections of a course, the newest first, and how far marking anew has come",
    params: ofCourse,
    reply: z.strictObject({ regrades: z.array(RegradeLine) }),
    refusals: ["not_found"],
  },
  listRegraded: {
    summary: "Whose result a correction changed, from what to what",
    params: ofRegrade,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      learners: z.array(Regraded.omit({ courseId: true, number: true })),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  steerRegrade: {
    summary: "Stop marking anew, where what is done stays done, or go on with it",
    params: ofRegrade,
    body: z.strictObject({ intentId: IntentId, do: z.enum(["stop", "go_on"]) }),
    reply: RegradeLine,
    refusals: ["not_found", "stale_write", "intent.reused"],
  },
  listSittings: {
    summary: "A learner's sittings of a test, for those who teach her and for auditors",
    params: ofLearner,
    reply: z.strictObject({
      learnerName: z.string(),
      passMarkPercent: Percent,
      sittings: z.array(SittingLine),
    }),
    refusals: ["not_found"],
  },
  readSitting: {
    summary: "How a mark came about: of each question what was answered, the rule, and what it got",
    params: ofLearner.extend({ attemptId: AttemptId }),
    reply: z.strictObject({
      sitting: SittingLine,
      passMarkPercent: Percent,
      /** What the answers are worth by the rules and corrections of this moment. */
      reckoned: Percent,
      items: z.array(ExplainedItem),
      corrections: z.array(CorrectionLine),
    }),
    refusals: ["not_found"],
  },
});
