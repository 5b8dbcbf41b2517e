import * as z from "zod";
import { DraftAssignment } from "./assignment.ts";
import { HANDING_LIMITS } from "./handing.ts";
import { AssignmentId, CourseId, Hash, IntentId } from "./id.ts";
import { what } from "./operation.ts";

const course = z.strictObject({ courseId: CourseId });

/** What is marked of a criterion is kept under its name: none may have that of another. */
const WrittenAssignment = DraftAssignment.refine(
  ({ criteria }) => new Set(criteria.map(({ id }) => id)).size === criteria.length,
  { path: ["criteria"], message: "criteria.twice" },
);

/** The assignments of a draft in their order. `mark` changes with every word of one, and goes back with what is written of it. */
export const DraftAssignments = z.strictObject({
  assignments: z
    .array(z.strictObject({ mark: Hash, assignment: DraftAssignment }))
    .max(HANDING_LIMITS.assignments),
});
export type DraftAssignments = z.infer<typeof DraftAssignments>;

/** What an author does to the order of assignments. Each is harmless when it comes twice. */
const AssignmentCommand = z.discriminatedUnion("do", [
  /** Behind another one; without it, or when that one is gone, before all others. */
  z.strictObject({ do: z.literal("move"), id: AssignmentId, after: AssignmentId.optional() }),
  z.strictObject({ do: z.literal("remove"), id: AssignmentId }),
]);
export type AssignmentCommand = z.infer<typeof AssignmentCommand>;

export const assignmentWhat = what({
  readAssignments: {
    summary: "The assignments of a draft, for who may write it",
    params: course,
    reply: DraftAssignments,
    refusals: ["not_found"],
  },
  saveAssignment: {
    summary:
      "Write one assignment of a draft, whole: `seen` is the mark of what stood there when its author began, nothing of a new one",
    params: z.strictObject({ courseId: CourseId, assignmentId: AssignmentId }),
    body: z.strictObject({
      intentId: IntentId,
      assignment: WrittenAssignment,
      seen: Hash.optional(),
      /** Where a new one belongs; without it, last. */
      after: AssignmentId.optional(),
    }),
    reply: DraftAssignments,
    refusals: ["not_found", "draft.full", "stale_write", "intent.reused"],
  },
  arrangeAssignments: {
    summary: "Change the order of a draft's assignments, or throw some away",
    params: course,
    body: z.strictObject({
      intentId: IntentId,
      commands: z.array(AssignmentCommand).min(1).max(20),
    }),
    reply: DraftAssignments,
    refusals: ["not_found", "intent.reused"],
  },
});
