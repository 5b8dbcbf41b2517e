import type {
  Assignment,
  Enrolment,
  Marking,
  MarkingBody,
  Outcome,
  Submission,
  SubmissionView,
} from "@twiza/contract";
import { agreed } from "@twiza/contract/handing";
import { auditLine } from "../audit.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { withEarned } from "../enrolment/completion.ts";
import { type Decision, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { assignmentOf, loadSubmission, type Wanted } from "./load.ts";
import { markingFrom } from "./marking.ts";
import { withMarking } from "./standing.ts";
import { isNameless, staffView } from "./view.ts";

type Reply = { readonly submission: SubmissionView };

/**
 * Marks a hand-in by the rubric of its version, and keeps what that means for its learner, in one transaction.
 * @throws Refused `not_found`, `submission.own`, `submission.twice`, `submission.replaced`, `submission.marked` when others did
 * meanwhile, and as `markingFrom`
 */
export const markSubmission = (
  deps: Deps,
  principal: Principal,
  { body, ...wanted }: Wanted & { readonly body: MarkingBody },
): Promise<Reply> =>
  change(deps, principal, { wanted, body, as: "mark" }, async ({ submission, assignment, now }) => {
    mustWait(submission, principal, { seen: body.seen, isDouble: assignment.second !== undefined });
    const marking = await markingFrom(deps, principal, { submission, assignment, body, now });
    return withMark(submission, marking, assignment);
  });

/**
 * Decides between two markings that differ, as a third person.
 * @throws Refused `not_found` also where nothing differs, `submission.own`, `submission.twice`, `submission.marked`, and as `markingFrom`
 */
export const settleSubmission = (
  deps: Deps,
  principal: Principal,
  { body, ...wanted }: Wanted & { readonly body: MarkingBody & { readonly reason: string } },
): Promise<Reply> =>
  change(deps, principal, { wanted, body, as: "settle" }, async ({ submission, assignment, now }) => {
    const { state, markings } = submission;
    if (state === "marked") throw new Refused("submission.marked");
    if (state !== "differs") throw new Refused("not_found");
    mustBeAnother(submission, principal);
    const { reason } = body;
    const marking = await markingFrom(deps, principal, { submission, assignment, body, now });
    const outcome = outcomeOf("third", marking, { at: now, reason });
    return { ...submission, state: "marked", markings: [...markings, marking], outcome };
  }); // prettier-ignore

type Asked = {
  readonly wanted: Wanted;
  readonly body: MarkingBody;
  readonly as: "mark" | "settle";
};
type At = {
  readonly submission: Submission;
  readonly assignment: Assignment;
  readonly now: string;
};

/** What both have in common: who may, once, and what follows from it. */
function change(
  deps: Deps,
  principal: Principal,
  { wanted, body, as }: Asked,
  decide: (at: At) => Promise<Submission>,
): Promise<Reply> {
  const load = () =>
    loadSubmission(deps, principal, { ...wanted, action: "submission:mark" });
  const operation = `submission.${as} ${wanted.cohortId} ${wanted.submissionId}`;
  return onceOf(deps, { principal, operation, request: body }, {
    now: async () => ({ submission: staffView((await load()).value, principal) }),
    work: async () => {
      const before = await load();
      const assignment = await assignmentOf(deps, before.value);
      const now = deps.clock.now().toISOString();
      const after = await decide({ submission: before.value, assignment, now });
      return written(deps, principal, { before, after, as, now });
    },
  });
} // prettier-ignore

function mustBeAnother({ markings }: Submission, { accountId }: Principal): void {
  if (markings.some(({ by }) => by === accountId)) throw new Refused("submission.twice");
}

/** Two who mark apart need not have seen each other; otherwise nobody marks over another's head. */
function mustWait(
  submission: Submission,
  principal: Principal,
  { seen, isDouble }: { readonly seen: number; readonly isDouble: boolean },
): void {
  const { state, markings } = submission;
  if (state === "replaced") throw new Refused("submission.replaced");
  mustBeAnother(submission, principal);
  const isNext = state === "waiting" || (state === "second" && isDouble);
  if (!isNext || seen > markings.length) throw new Refused("submission.marked");
}

/** A hand-in with one marking more. Pure. */
function withMark(submission: Submission, marking: Marking, { second }: Assignment): Submission {
  const [first] = submission.markings;
  const markings = [...submission.markings, marking];
  const { at } = marking;
  if (!second)
    return { ...submission, markings, state: "marked", outcome: outcomeOf("one", marking, { at }) };
  if (!first) return { ...submission, markings, state: "second" };
  const both = agreed(first, marking, second.apart);
  return both
    ? { ...submission, markings, state: "marked", outcome: outcomeOf("two", both, { at }) }
    : { ...submission, markings, state: "differs" };
}

const outcomeOf = (
  by: Outcome["by"],
  { percent, passed }: Pick<Outcome, "percent" | "passed">,
  rest: Pick<Outcome, "at" | "reason">,
): Outcome => ({ by, percent, passed, ...rest });

type Written = {
  readonly before: Kept<Submission>;
  readonly after: Submission;
  readonly as: Asked["as"];
  readonly now: string;
};

/** The hand-in, what it means for its learner, and a line of the trail. */
async function written(
  deps: Deps,
  principal: Principal,
  { before, after, as, now }: Written,
): Promise<Decision<Reply>> {
  const { learnerId, courseId } = after;
  const hers = found(await deps.store.enrolments.byCourse(learnerId, courseId, { fresh: true }));
  const handed = withMarking(hers.value.handed, before.value, after);
  const manifest = await readManifest(deps, hers.value.content.manifest);
  const enrolment: Enrolment = withEarned({ ...hers.value, handed }, manifest, now);
  return {
    reply: { submission: staffView(after, principal) },
    writes: [
      deps.store.submissions.put(after, before.revision),
      deps.store.enrolments.put(enrolment, hers.revision),
      lineFor(deps, principal, { of: after, as }),
    ],
  };
}

/** While nobody is to know whose work it is, the trail names the work. */
function lineFor(
  deps: Deps,
  principal: Principal,
  { of, as }: { readonly of: Submission; readonly as: Asked["as"] },
) {
  const { title, markings, outcome } = of;
  const called = Object.values(title).find(Boolean) ?? "";
  const { percent = 0 } = markings.at(-1) ?? {};
  return auditLine(deps, principal, {
    organisationId: of.organisationId,
    action: as === "mark" ? "work.marked" : "work.settled",
    ...(isNameless(of)
      ? { subjectId: of.id, subjectName: called }
      : { subjectId: of.learnerId, subjectName: of.learnerName }),
    note: [`${String(percent)} %`, called, outcome?.reason].filter(Boolean).join(" · ").slice(0, 500),
  });
} // prettier-ignore
