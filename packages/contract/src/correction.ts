import * as z from "zod";
import {
  AccountId,
  AttemptId,
  CohortId,
  CourseId,
  Hash,
  ItemId,
  LearnerId,
  OrganisationId,
} from "./id.ts";
import { PersonName } from "./person.ts";
import { Instant, Percent, text } from "./text.ts";

/** `mended`: another key counts. `void`: it counts as right for everybody who was asked it. */
export const CORRECTION_KINDS = ["mended", "void"] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Tells an item's words and key from any other's. */
export const ItemPrint = z.string().regex(/^[0-9a-f]{16}$/);

/**
 * What is wrong with a published question, and what counts instead: wherever the course asked it in these words with this key. Never
 * changed; a later one of the same question takes its place. They are numbered from 1 in each course.
 */
export const Correction = z.strictObject({
  courseId: CourseId,
  organisationId: OrganisationId,
  number: z.int().positive(),
  itemId: ItemId,
  /** Of the item as it was published. */
  print: ItemPrint,
  kind: z.enum(CORRECTION_KINDS),
  /** Where the item lies as it counts: alone in a quiz of its own, among the private blobs. */
  item: Hash.optional(),
  reason: text(500),
  at: Instant,
  by: AccountId,
  byName: PersonName,
});
export type Correction = z.infer<typeof Correction>;

/** What a regrade has met so far, or would meet. */
export const RegradeFigures = z.strictObject({
  learners: z.int().nonnegative(),
  /** Handed in, with that question in them. */
  sittings: z.int().nonnegative(),
  /** Learners whose result rises, and falls. */
  rise: z.int().nonnegative(),
  fall: z.int().nonnegative(),
  /** Who passes now and did not before. */
  passes: z.int().nonnegative(),
  /** Whose result no longer would pass: what is passed stays passed. */
  keeps: z.int().nonnegative(),
});
export type RegradeFigures = z.infer<typeof RegradeFigures>;

export const REGRADE_STATES = ["running", "stopped", "done"] as const;
/** Marking anew what was handed in before a correction: how far it has come. Whoever goes on with it begins at `place`. */
export const Regrade = z.strictObject({
  courseId: CourseId,
  organisationId: OrganisationId,
  number: z.int().positive(),
  state: z.enum(REGRADE_STATES),
  /** Cohorts of the course when it began; before them come those who are in none. */
  cohorts: z.array(CohortId),
  place: z.strictObject({ group: z.int().nonnegative(), after: z.string().optional() }),
  figures: RegradeFigures,
  startedAt: Instant,
  changedAt: Instant,
});
export type Regrade = z.infer<typeof Regrade>;

/** What a regrade changed for one learner. Written with her marks, so that it is told once. */
export const Regraded = z.strictObject({
  courseId: CourseId,
  /** Of the newest correction that it follows. */
  number: z.int().positive(),
  learnerId: LearnerId,
  /** Who takes a course alone is not named to its authors. */
  learnerName: PersonName.optional(),
  /** The result that counts, before and after. */
  from: Percent,
  to: Percent,
  passes: z.boolean(),
  keeps: z.boolean(),
  sittings: z.array(z.strictObject({ attemptId: AttemptId, from: Percent, to: Percent })).min(1),
  at: Instant,
});
export type Regraded = z.infer<typeof Regraded>;
