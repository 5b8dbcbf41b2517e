import * as z from "zod";
import { Checklist, CHECKLIST_LIMITS, DraftChecklist } from "./checklist.ts";
import { ChecklistId, CourseId, Hash, IntentId } from "./id.ts";
import { what } from "./operation.ts";

const course = z.strictObject({ courseId: CourseId });

/** What was seen of a criterion is kept under its name: none may have that of another. */
const WrittenChecklist = DraftChecklist.refine(
  ({ criteria }) => new Set(criteria.map(({ id }) => id)).size === criteria.length,
  { path: ["criteria"], message: "criteria.twice" },
);

/** The checklists of a draft in their order. `mark` changes with every word of one, and goes back with what is written of it. */
export const DraftChecklists = z.strictObject({
  checklists: z
    .array(z.strictObject({ mark: Hash, checklist: DraftChecklist }))
    .max(CHECKLIST_LIMITS.checklists),
  /** As learners meet them, where they are asked for to be read: what of a translation is older than its original follows from it. */
  live: z.array(Checklist).max(CHECKLIST_LIMITS.checklists).optional(),
});
export type DraftChecklists = z.infer<typeof DraftChecklists>;

/** What an author does to the order of checklists. Each is harmless when it comes twice. */
const ChecklistCommand = z.discriminatedUnion("do", [
  /** Behind another one; without it, or when that one is gone, before all others. */
  z.strictObject({ do: z.literal("move"), id: ChecklistId, after: ChecklistId.optional() }),
  z.strictObject({ do: z.literal("remove"), id: ChecklistId }),
]);
export type ChecklistCommand = z.infer<typeof ChecklistCommand>;

export const checklistWhat = what({
  readChecklists: {
    summary: "The checklists of a draft, for who may write it",
    params: course,
    reply: DraftChecklists,
    refusals: ["not_found"],
  },
  saveChecklist: {
    summary:
      "Write one checklist of a draft, whole: `seen` is the mark of what stood there when its author began, nothing of a new one",
    params: z.strictObject({ courseId: CourseId, checklistId: ChecklistId }),
    body: z.strictObject({
      intentId: IntentId,
      checklist: WrittenChecklist,
      seen: Hash.optional(),
      /** Where a new one belongs; without it, last. */
      after: ChecklistId.optional(),
    }),
    reply: DraftChecklists,
    refusals: ["not_found", "draft.full", "stale_write", "intent.reused"],
  },
  arrangeChecklists: {
    summary: "Change the order of a draft's checklists, or throw some away",
    params: course,
    body: z.strictObject({
      intentId: IntentId,
      commands: z.array(ChecklistCommand).min(1).max(20),
    }),
    reply: DraftChecklists,
    refusals: ["not_found", "intent.reused"],
  },
});
