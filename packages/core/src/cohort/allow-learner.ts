import type { Allowance, CohortId, IntentId, LearnerId, ProgressLine } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { cohortSubject, progressLine } from "./cohort.ts";

type Given = Omit<Allowance, "at">;
type Asked = {
  readonly cohortId: CohortId;
  readonly learnerId: LearnerId;
  readonly body: { readonly intentId: IntentId; readonly allowance?: Given | undefined };
};

/**
 * Gives one learner more than the rules of the test do, in place of what she was given before; without an allowance, nothing more
 * from now on. Tries that she has had stay hers.
 * @throws Refused `not_found`, also for one who is in another cohort, and for a learner of one's own
 */
export function allowLearner(
  deps: Deps,
  principal: Principal,
  { cohortId, learnerId, body }: Asked,
): Promise<ProgressLine> {
  const asked = { principal, operation: `cohort.allow ${cohortId} ${learnerId}`, request: body };
  return once(deps, asked, async () => {
    const organisationId = found(principal.organisationId);
    const { value: cohort } = found(await deps.store.cohorts.byId(organisationId, cohortId));
    const own = await isOwnLearner(deps, principal.accountId, learnerId);
    authorise(principal, "learner:allow", { ...cohortSubject(cohort, principal), own });
    const { courseId } = cohort;
    const { value, revision } = found(
      await deps.store.enrolments.byCourse(learnerId, courseId, { fresh: true }),
    );
    if (value.cohortId !== cohortId) found(undefined);
    const { allowance: _, ...quiz } = value.quiz;
    const given = body.allowance && { ...body.allowance, at: deps.clock.now().toISOString() };
    const enrolment = { ...value, quiz: given ? { ...quiz, allowance: given } : quiz };
    const line = auditLine(deps, principal, {
      organisationId,
      action: "learner.allowed",
      subjectId: learnerId,
      subjectName: value.learnerName,
      about: { learnerId, courseId },
      ...(given ? { note: noteOf(given) } : {}),
    });
    return {
      reply: await progressLine(deps, enrolment),
      writes: [deps.store.enrolments.put(enrolment, revision), line],
    };
  });
}

const noteOf = ({ tries, extraPercent, closesAt, reason }: Given): string =>
  [tries && `+${tries}`, extraPercent && `+${extraPercent} %`, closesAt, reason]
    .filter(Boolean)
    .join(" · ")
    .slice(0, 500);
