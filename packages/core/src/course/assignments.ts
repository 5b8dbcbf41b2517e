import type {
  AssignmentId,
  CourseId,
  DraftAssignment,
  DraftAssignments,
  Hash,
  IntentId,
} from "@twiza/contract";
import { HANDING_LIMITS } from "@twiza/contract/handing";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { listedInDraft } from "./listed-in-draft.ts";

const assignments = listedInDraft<DraftAssignment, DraftAssignments>({
  noun: "assignment",
  most: HANDING_LIMITS.assignments,
  from: (manifest) => manifest.assignments ?? [],
  into: ({ assignments: _, ...rest }, all) =>
    all.length > 0 ? { ...rest, assignments: [...all] } : rest,
  reply: (all) => ({ assignments: all.map(({ mark, thing }) => ({ mark, assignment: thing })) }),
});

/** The assignments of a draft: for who may write it. */
export const readAssignments = assignments.read;
export const arrangeAssignments = assignments.arrange;

type Saving = {
  readonly courseId: CourseId;
  readonly assignmentId: AssignmentId;
  readonly body: {
    readonly intentId: IntentId;
    readonly assignment: DraftAssignment;
    readonly seen?: Hash | undefined;
    readonly after?: AssignmentId | undefined;
  };
};

/** Writes one assignment, whole. @throws Refused as `listedInDraft` does, and `not_found` for one that is said to be another */
export function saveAssignment(
  deps: Deps,
  principal: Principal,
  { courseId, assignmentId, body }: Saving,
): Promise<DraftAssignments> {
  const { assignment, seen, after } = body;
  if (assignment.id !== assignmentId) throw new Refused("not_found");
  return assignments.save(deps, principal, {
    ...{ courseId, thing: assignment, request: body, seen, after },
  });
}
