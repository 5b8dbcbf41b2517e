import * as z from "zod";
import { PART_STATES } from "./grading.ts";
import { PersonName } from "./person.ts";
import { Instant, localized, Percent, text } from "./text.ts";

/** Most of each thing: what a trainer can still keep in view. */
export const GRADING_LIMITS = { categories: 10, parts: 32 } as const;

/** What a course is graded by: its lessons together, its test, one of its checklists or of its assignments. */
export const GradePart = z.string().regex(/^(?:lessons|quiz|(?:chk|asg)_[0-9a-f]{32})$/);

const GradeCategory = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,16}$/),
  title: localized(120),
  /** Of 100 that all have together. */
  weightPercent: z.int().min(1).max(100),
  /** So many of its lowest marks do not count. */
  dropLowest: z.int().min(1).max(20).optional(),
  parts: z.array(GradePart).min(1).max(GRADING_LIMITS.parts),
});

/**
 * What counts in a course, and how much. Without it every lesson is to be finished and every other part to be passed. With it the same
 * holds for each part that `least` does not name; of one that it names so much is enough, and with 0 it only counts in the total.
 */
export const Grading = z.strictObject({
  categories: z.array(GradeCategory).max(GRADING_LIMITS.categories),
  least: z.record(GradePart, Percent).optional(),
  /** How much of the total there must be. */
  passPercent: Percent.optional(),
});
export type Grading = z.infer<typeof Grading>;

const given = { reason: text(500), byName: PersonName, at: Instant };
/** What a person said of a part in place of what was worked out, who and why. It is the learner's to read. */
export const GivenGrade = z.union([
  z.strictObject({ exempt: z.literal(true), ...given }),
  z.strictObject({ percent: Percent, ...given }),
]);
export type GivenGrade = z.infer<typeof GivenGrade>;

/** What was worked out of a part: how much of it there is, in the percent and in things that one can count. */
const Worked = z.strictObject({
  percent: Percent.optional(),
  state: z.enum(PART_STATES).exclude(["exempt", "overridden"]),
  /** Lessons finished, tries made or criteria met, of how many. */
  count: z.int().nonnegative(),
  of: z.int().nonnegative(),
});

/** One part of a learner's grade, with how it came about. */
export const PartGrade = z.strictObject({
  part: GradePart,
  percent: Percent.optional(),
  state: z.enum(PART_STATES),
  /** She has what the course asks of it. */
  meets: z.boolean(),
  worked: Worked,
  given: GivenGrade.optional(),
});
export type PartGrade = z.infer<typeof PartGrade>;

/** All of it, by the rules of her version. */
export const Grade = z.strictObject({
  /** Which rules weighed. */
  rules: z.int().positive(),
  /** The total, where the course has one and she is not exempt from all of it; rounded down. */
  percent: Percent.optional(),
  parts: z.array(PartGrade),
  categories: z.array(
    z.strictObject({
      id: GradeCategory.shape.id,
      percent: Percent.optional(),
      parts: z.array(
        z.strictObject({ part: GradePart, standing: z.enum(["counts", "dropped", "left_out"]) }),
      ),
    }),
  ),
  passed: z.boolean(),
});
export type Grade = z.infer<typeof Grade>;
