import {
  type BatchId,
  type BatchLine,
  type BatchRefusal,
  type CertificateBatch,
  type CohortId,
  type CourseId,
  type IntentId,
  MOST_BATCHED,
  type RefusedLine,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { may } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After, Kept } from "../store/index.ts";
import { firstPlace, type Group, groupToIssue } from "./candidates.ts";

const batchLineOf = ({
  organisationId: _organisation,
  cohorts: _cohorts,
  place: _place,
  ...line
}: CertificateBatch): BatchLine => line;
const refusedLineOf = ({ batchId: _, ...line }: BatchRefusal): RefusedLine => line;

const nameOf = ({ cohort, courseTitle }: CertificateBatch): string =>
  cohort?.name ?? Object.values(courseTitle).find(Boolean) ?? "";
const aboutBatch = (batch: CertificateBatch) => ({
  organisationId: batch.organisationId,
  subjectId: batch.id,
  subjectName: nameOf(batch),
});

type Start = { intentId: IntentId; courseId: CourseId; cohortId?: CohortId | undefined };

/**
 * Begins to issue to all of a group who have earned it. Issuing itself follows from its being written down, step by step.
 * @throws Refused `not_found`; `batch.running` while the same group is being issued to
 */
export function startBatch(deps: Deps, principal: Principal, body: Start): Promise<BatchLine> {
  return once(deps, { principal, operation: "batch.start", request: body }, async () => {
    const group = await groupToIssue(deps, principal, body);
    const { values } = await deps.store.batches.ofOrganisation(
      group.course.organisationId,
      undefined,
    );
    const isSame = ({ value }: Kept<CertificateBatch>): boolean =>
      value.state === "running" &&
      value.courseId === body.courseId &&
      value.cohort?.id === body.cohortId;
    if (values.some(isSame)) throw new Refused("batch.running");
    const batch = begun(deps, principal, group);
    const line = auditLine(deps, principal, { ...aboutBatch(batch), action: "batch.started" });
    return { reply: batchLineOf(batch), writes: [deps.store.batches.put(batch, "absent"), line] };
  });
}

function begun(deps: Deps, principal: Principal, group: Group): CertificateBatch {
  const { course, cohort, cohorts } = group;
  const at = deps.clock.now().toISOString();
  return {
    id: deps.newId("batch"),
    organisationId: course.organisationId,
    ...{ courseId: course.id, courseTitle: course.title, cohorts },
    ...(cohort ? { cohort: { id: cohort.id, name: cohort.name } } : {}),
    state: "running",
    place: firstPlace(group),
    figures: { learners: 0, issued: 0, already: 0, notYet: 0, refused: 0 },
    most: MOST_BATCHED,
    ...{ by: principal.accountId, byName: principal.name },
    ...{ startedAt: at, changedAt: at },
  };
}

/** A batch that she may see: an administrator all of the organisation's, a trainer those of a cohort of hers. */
async function batchToSee(deps: Deps, principal: Principal, id: BatchId) {
  const kept = found(await deps.store.batches.byId(found(principal.organisationId), id));
  const { courseId, cohort } = kept.value;
  await groupToIssue(deps, principal, { courseId, cohortId: cohort?.id });
  return kept;
}

/** What runs and what ran; a trainer sees what she began herself. */
export async function listBatches(deps: Deps, principal: Principal, { after }: { after: After }) {
  const organisationId = found(principal.organisationId);
  const page = await deps.store.batches.ofOrganisation(organisationId, after);
  const seesAll = may(principal, "certificate:issue", { organisationId });
  const seen = page.values.filter(({ value }) => seesAll || value.by === principal.accountId);
  return { batches: seen.map(({ value }) => batchLineOf(value)), ...nextOf(page) };
}

/** How far one has come, and whom it could not issue to. @throws Refused `not_found` */
export async function readBatch(
  deps: Deps,
  principal: Principal,
  { id, after }: { id: BatchId; after: After },
) {
  const { value } = await batchToSee(deps, principal, id);
  const page = await deps.store.batches.allRefused(id, after);
  return {
    batch: batchLineOf(value),
    refused: page.values.map(({ value: refusal }) => refusedLineOf(refusal)),
    ...nextOf(page),
  };
}

type Steer = { readonly intentId: IntentId; readonly do: "stop" | "go_on" };

/**
 * Stops issuing, or goes on with it where it stands, also where its worker has given it up. What is issued stays issued, and what is
 * wished already changes nothing but that it is wished.
 * @throws Refused `not_found`
 */
export function steerBatch(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: BatchId; body: Steer },
): Promise<BatchLine> {
  const asked = { principal, operation: `batch.steer ${id}`, request: body };
  return once(deps, asked, async () => {
    const { value: batch, revision } = await batchToSee(deps, principal, id);
    const isStop = body.do === "stop";
    if (batch.state === "done" || (isStop && batch.state === "stopped"))
      return { reply: batchLineOf(batch), writes: [] };
    const isFull = batch.figures.issued >= batch.most;
    const next: CertificateBatch = {
      ...batch,
      state: isStop ? "stopped" : "running",
      most: !isStop && isFull ? batch.most + MOST_BATCHED : batch.most,
      changedAt: deps.clock.now().toISOString(),
    };
    const line = auditLine(deps, principal, {
      ...aboutBatch(batch),
      action: isStop ? "batch.stopped" : "batch.resumed",
    });
    return { reply: batchLineOf(next), writes: [deps.store.batches.put(next, revision), line] };
  });
}
