import type {
  CohortId,
  Enrolment,
  GivenGrade,
  GradeLine,
  IntentId,
  LearnerId,
  PartGrade,
  SaidGrade,
} from "@twiza/contract";
import type { Part } from "@twiza/contract/grading";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { withEarned } from "../enrolment/completion.ts";
import { once } from "../intent.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { gradeOf } from "./grade.ts";
import { gradeLine } from "./gradebook.ts";
import { partsOf } from "./worked.ts";

type Asked = {
  readonly cohortId: CohortId;
  readonly learnerId: LearnerId;
  readonly body: {
    readonly intentId: IntentId;
    readonly part: Part;
    readonly said: SaidGrade;
    readonly seenAt?: string | undefined;
  };
};

/**
 * Exempts a learner from a part, says what she has in it, or takes back what was said. What was worked out stays beside it, and she
 * reads who said it and why.
 * @throws Refused `not_found`, also for a part that her version does not have, for one who is in another cohort, and for a learner of
 * one's own; `stale_write` when somebody else said something of it meanwhile: nobody undoes what she has not seen
 */
export function changeGrade(
  deps: Deps,
  principal: Principal,
  { cohortId, learnerId, body }: Asked,
): Promise<GradeLine> {
  const asked = { principal, operation: `grade.change ${cohortId} ${learnerId}`, request: body };
  return once(deps, asked, async () => {
    const organisationId = found(principal.organisationId);
    const { value: cohort } = found(await deps.store.cohorts.byId(organisationId, cohortId));
    const own = await isOwnLearner(deps, principal.accountId, learnerId);
    authorise(principal, "grade:change", { ...cohortSubject(cohort, principal), own });
    const { value, revision } = found(
      await deps.store.enrolments.byCourse(learnerId, cohort.courseId, { fresh: true }),
    );
    if (value.cohortId !== cohortId) throw new Refused("not_found");
    const manifest = await readManifest(deps, value.content.manifest);
    const { part, said, seenAt } = body;
    if (!partsOf(manifest).includes(part)) throw new Refused("not_found");
    if (value.grades?.[part]?.at !== seenAt) throw new Refused("stale_write");
    const now = deps.clock.now().toISOString();
    const given = givenOf(said, { byName: principal.name, at: now });
    const enrolment = withEarned(withGrade(value, part, given), manifest, now);
    const told = (of: Enrolment) => gradeOf(manifest, of).parts.find((it) => it.part === part);
    const line = auditLine(deps, principal, {
      organisationId,
      action: "grade.changed",
      subjectId: learnerId,
      subjectName: value.learnerName,
      about: { learnerId, courseId: value.courseId },
      note: [`${part}: ${inShort(told(value))} → ${inShort(told(enrolment))}`, said.reason]
        .join(" · ")
        .slice(0, 500),
    });
    return {
      reply: gradeLine(enrolment, manifest, true),
      writes: [deps.store.enrolments.put(enrolment, revision), line],
    };
  });
}

const givenOf = (
  said: SaidGrade,
  by: Pick<GivenGrade, "byName" | "at">,
): GivenGrade | undefined => {
  const { reason } = said;
  if (said.as === "as_worked") return undefined;
  return said.as === "exempt"
    ? { exempt: true, reason, ...by }
    : { percent: said.percent, reason, ...by };
};

function withGrade(
  { grades, ...enrolment }: Enrolment,
  part: Part,
  given: GivenGrade | undefined,
): Enrolment {
  const { [part]: _, ...others } = grades ?? {};
  const next = given ? { ...others, [part]: given } : others;
  return Object.keys(next).length > 0 ? { ...enrolment, grades: next } : enrolment;
}

/** As the trail has it: whatever its reader speaks. */
const inShort = (grade: PartGrade | undefined): string =>
  [grade?.state, grade?.percent === undefined ? undefined : `${grade.percent} %`]
    .filter(Boolean)
    .join(" ");
