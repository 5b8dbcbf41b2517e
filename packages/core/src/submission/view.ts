import type { Marking, Proof, Submission, SubmissionLine, SubmissionView } from "@twiza/contract";
import { may, type Subject } from "../authorise.ts";
import type { Principal } from "../principal.ts";

/** Nobody who could mark it knows whose it is. */
export const isNameless = ({ anonymous, outcome }: Submission): boolean =>
  anonymous === true && outcome === undefined;

/** Whether this person may mark it now, or decide where two differ: not her own work, and not twice. */
export const mayMark = (
  principal: Principal,
  { state, markings }: Submission,
  subject: Subject,
): boolean =>
  (state === "waiting" || state === "second" || state === "differs") &&
  may(principal, "submission:mark", subject) &&
  markings.every(({ by }) => by !== principal.accountId);

/** As its learner reads it: nobody's word before there is a mark. */
export const ownView = (submission: Submission): SubmissionView =>
  viewWith(submission, submission.outcome ? submission.markings : []);

/**
 * As those read it who follow its learner: without what tells whose it is while that is nobody's to know, and of the first of two
 * markings nothing before the second stands, but to who gave it.
 */
export function staffView(submission: Submission, { accountId }: Principal): SubmissionView {
  const { outcome, state, markings } = submission;
  const isOpen = outcome !== undefined || state === "differs";
  const view = viewWith(submission, isOpen ? markings : markings.filter(({ by }) => by === accountId)); // prettier-ignore
  if (!isNameless(submission)) return view;
  const { learnerId: _, learnerName: __, ...nameless } = view;
  return { ...nameless, ...dayOf(submission), proofs: submission.proofs.map(withoutName) };
}

/** One line of a queue, likewise. */
export function lineOf(submission: Submission, mark: boolean): SubmissionLine {
  const { id, courseId, version, assignmentId, title, number, state, learnerId, learnerName } =
    submission;
  const { text = "", proofs, handedInAt, receivedAt } = submission;
  return {
    ...{ id, courseId, version, assignmentId, title, number, state },
    ...(isNameless(submission)
      ? dayOf(submission)
      : { learnerId, learnerName, handedInAt, receivedAt }),
    holds: { letters: text.length, proofs: proofs.map(({ kind }) => kind) },
    mayMark: mark,
  };
}

function viewWith(submission: Submission, markings: readonly Marking[]): SubmissionView {
  const { organisationId: _, claims: __, ...view } = submission;
  return { ...view, markings: markings.map(({ by: ___, ...marking }) => marking) };
}

/** Whoever knows to the second when each learner was last here would know whose it is. */
const dayOf = ({ handedInAt, receivedAt }: Submission) => ({
  handedInAt: startOfDay(handedInAt),
  receivedAt: startOfDay(receivedAt),
});
const startOfDay = (at: string): string => `${at.slice(0, 10)}T00:00:00.000Z`;

const withoutName = ({ name: _, ...proof }: Proof): Proof => proof;

/** All recordings that stand in what somebody said. */
export const voicesOf = ({ voice, notes }: Pick<Marking, "voice" | "notes">): Proof[] =>
  [voice, ...notes.map((note) => note.voice)].flatMap((each) => each ?? []);
