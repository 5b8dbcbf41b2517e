import * as z from "zod";
import { ChecklistId, CompetencyId } from "./id.ts";
import { localized, Percent, perLanguage, text } from "./text.ts";

/** Most of each thing: a checklist is filled standing beside somebody at work. */
export const CHECKLIST_LIMITS = { checklists: 20, criteria: 40, competencies: 10 } as const;

/** Names a criterion within its checklist. */
export const CriterionName = z.string().regex(/^[A-Za-z0-9-]{1,8}$/);
/** What is shown by doing something rightly, by the names of the frameworks that a version carries. */
export const CompetencyIds = z.array(CompetencyId).min(1).max(CHECKLIST_LIMITS.competencies);

const parts = { id: CriterionName, critical: z.literal(true).optional(), competencies: CompetencyIds.optional() }; // prettier-ignore
const settings = {
  id: ChecklistId,
  /** How much of all criteria must be met; every critical one must, whatever this says. */
  leastPercent: Percent,
  /** There is no observation without a photo of it. */
  photo: z.literal("required").optional(),
};

/** What somebody looks for who stands beside a learner while she does a piece of real work. */
export const Checklist = z.strictObject({
  ...settings,
  title: localized(200),
  /** What the learner is asked to do, and with what. */
  task: localized(1000),
  criteria: z
    .array(
      z.strictObject({
        ...parts,
        text: localized(400),
        /** How one knows that it is done rightly. */
        sign: localized(400).optional(),
      }),
    )
    .min(1)
    .max(CHECKLIST_LIMITS.criteria),
});
export type Checklist = z.infer<typeof Checklist>;

const sofar = (max: number) => perLanguage(text(max));
/** One that is being written: words may be missing. */
export const DraftChecklist = Checklist.extend({
  title: sofar(200),
  task: sofar(1000),
  criteria: z
    .array(z.strictObject({ ...parts, text: sofar(400), sign: sofar(400).optional() }))
    .max(CHECKLIST_LIMITS.criteria),
});
export type DraftChecklist = z.infer<typeof DraftChecklist>;
