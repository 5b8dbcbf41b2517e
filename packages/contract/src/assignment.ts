import * as z from "zod";
import { CompetencyIds, CriterionName } from "./checklist.ts";
import { HANDING_LIMITS, PROOFS } from "./handing.ts";
import { AssignmentId } from "./id.ts";
import { localized, Percent, perLanguage, text } from "./text.ts";

const criterion = {
  id: CriterionName,
  /** Against those of the other criteria. */
  weight: z.int().min(1).max(100),
  /** Below this level, counted from 0, it is not passed, whatever the others give. */
  leastLevel: z.int().min(1).max(HANDING_LIMITS.levels - 1).optional(), // prettier-ignore
  competencies: CompetencyIds.optional(),
};
const level = { percent: Percent };
const settings = {
  id: AssignmentId,
  /** What may be handed in: at least one piece of any of these. */
  takes: z.array(z.enum(PROOFS)).min(1).max(PROOFS.length),
  /** How much there must be of all. */
  leastPercent: Percent,
  /** How often she may hand in work that is marked. */
  triesAllowed: z.int().min(1).max(10),
  /** Whoever marks sees no name before the mark stands. */
  anonymous: z.literal(true).optional(),
  /** Two persons mark, neither seeing what the other gave; a third decides where they lie further apart than so many percent. */
  second: z.strictObject({ apart: Percent }).optional(),
};
const levelsOf = <T extends z.ZodType>(each: T) =>
  z.array(each).min(HANDING_LIMITS.leastLevels).max(HANDING_LIMITS.levels);

/** Work that a learner hands in and that people mark by a rubric. Its levels go from the lowest to the highest. */
export const Assignment = z.strictObject({
  ...settings,
  title: localized(200),
  /** What is to be done, and how it is shown. */
  task: localized(4000),
  criteria: z
    .array(
      z.strictObject({
        ...criterion,
        title: localized(200),
        levels: levelsOf(z.strictObject({ ...level, text: localized(400) })),
      }),
    )
    .min(1)
    .max(HANDING_LIMITS.criteria),
});
export type Assignment = z.infer<typeof Assignment>;

const sofar = (max: number) => perLanguage(text(max));
/** One that is being written: words may be missing. */
export const DraftAssignment = Assignment.extend({
  title: sofar(200),
  task: sofar(4000),
  criteria: z
    .array(
      z.strictObject({
        ...criterion,
        title: sofar(200),
        levels: levelsOf(z.strictObject({ ...level, text: sofar(400) })),
      }),
    )
    .max(HANDING_LIMITS.criteria),
});
export type DraftAssignment = z.infer<typeof DraftAssignment>;
