import type {
  Assignment,
  CohortId,
  Enrolment,
  Manifest,
  Proof,
  Submission,
  SubmissionId,
  WorkBody,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { trueMoment } from "../enrolment/progress.ts";
import { manifestIn } from "../enrolment/versions.ts";
import type { Learning } from "../person/acting.ts";
import { found, Refused } from "../refused.ts";
import { learnerBringing, takenProof } from "./proof.ts";

type Hers = { readonly value: Enrolment; readonly manifest: Manifest };
type Sent = { readonly body: WorkBody; readonly receivedAt: Date };

/**
 * Work as a phone sends it, for the assignment of the version that it names, if she is or was on that.
 * @throws Refused `assignment.unknown`, `assignment.no_group`, `submission.empty`, `submission.kind`, `submission.none_left`,
 * `upload.missing`
 */
export async function workFrom(
  deps: Deps,
  learning: Learning,
  { value: enrolment }: Hers,
  { body, receivedAt }: Sent,
): Promise<Submission> {
  const { id, version, claims, sentAt } = body;
  const assignment = await assignmentFor(deps, enrolment, body);
  const cohortId = cohortOf(enrolment);
  const text = body.text?.trim() ? body.text : undefined;
  const proofs = await proofsOf(deps, learning, body);
  mustBeTaken(assignment, { text, proofs });
  const standing = enrolment.handed?.[assignment.id];
  if ((standing?.tries ?? 0) >= assignment.triesAllowed) throw new Refused("submission.none_left");
  const now = receivedAt.toISOString();
  return {
    ...{ id, organisationId: enrolment.organisationId, cohortId, courseId: enrolment.courseId },
    ...{ version, assignmentId: assignment.id, title: assignment.title },
    ...{ learnerId: enrolment.learnerId, learnerName: enrolment.learnerName },
    number: (standing?.number ?? 0) + 1,
    ...(text === undefined ? {} : { text }),
    ...{ proofs, claims },
    handedInAt: trueMoment({ at: claims.at, sentAt: sentAt ?? now, receivedAt }),
    receivedAt: now,
    state: "waiting",
    ...(assignment.anonymous ? { anonymous: true } : {}),
    markings: [],
  };
}

/** Somebody must mark it, and only whoever leads her group does. @throws Refused `assignment.no_group` */
export const cohortOf = ({ cohortId }: Enrolment): CohortId => found(cohortId, "assignment.no_group"); // prettier-ignore

async function assignmentFor(
  deps: Deps,
  enrolment: Enrolment,
  { version, assignmentId }: Pick<WorkBody, "version" | "assignmentId">,
): Promise<Assignment> {
  const { version: hers, former = [] } = enrolment;
  if (version !== hers && !former.includes(version)) throw new Refused("assignment.unknown");
  const { assignments = [] } = await manifestIn(deps, enrolment, version);
  return found(
    assignments.find(({ id }) => id === assignmentId),
    "assignment.unknown",
  );
}

/** Each piece once, however often it was brought. */
async function proofsOf(deps: Deps, learning: Learning, { proofs }: WorkBody): Promise<Proof[]> {
  const bringer = learnerBringing(learning, {});
  const taken = await Promise.all(proofs.map((each) => takenProof(deps, bringer, each)));
  return [...new Map(taken.map((proof) => [proof.hash, proof])).values()];
}

function mustBeTaken(
  { takes }: Assignment,
  { text, proofs }: { readonly text: string | undefined; readonly proofs: readonly Proof[] },
): void {
  const kinds = [...(text === undefined ? [] : ["text" as const]), ...proofs.map(({ kind }) => kind)]; // prettier-ignore
  if (kinds.length === 0) throw new Refused("submission.empty");
  if (!kinds.every((kind) => takes.includes(kind))) throw new Refused("submission.kind");
}

/** Whether two are the same hand-in, sent twice: what a phone said of it, and for whom. */
export const isSameWork = (kept: Submission, body: WorkBody, learning: Learning): boolean =>
  kept.learnerId === learning.learnerId && saidOf(kept) === saidOf(body);
const saidOf = ({ version, assignmentId, text = "", claims }: Said): string =>
  JSON.stringify([version, assignmentId, text.trim(), claims]);
type Said = Pick<Submission, "version" | "assignmentId" | "text" | "claims">;

/** What nobody has begun to mark gives way to what she hands in now. */
export async function replacedBy(
  deps: Deps,
  enrolment: Enrolment,
  { assignmentId, cohortId }: Submission,
) {
  const untouched: SubmissionId | undefined = enrolment.handed?.[assignmentId]?.untouchedId;
  const kept = untouched && (await deps.store.submissions.byId(cohortId, untouched));
  if (kept?.value.state !== "waiting") return [];
  return [deps.store.submissions.put({ ...kept.value, state: "replaced" }, kept.revision)];
}
