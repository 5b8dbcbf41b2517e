import type {
  AccountId,
  Course,
  Hash,
  RefusalCode,
  Review,
  ReviewPerson,
  ReviewState,
  ReviewVerdict,
} from "@twiza/contract";
import { digest } from "../intent.ts";

/** Names a draft as it stands, by its manifest and its questions. */
export const printOf = ({ draft: { content } }: Pick<Course, "draft">): Promise<Hash> =>
  digest(`${content.manifest} ${content.quiz}`);

/**
 * What a review is worth for a draft. Changes that were asked for stand until it is laid before somebody again; an approval, and what
 * waits, only for the very draft that it is about. Pure.
 */
export function stateOf({ print, decision }: Review, now: Hash): ReviewState {
  if (decision?.verdict === "changes") return "changes";
  return print === now ? (decision?.verdict ?? "waiting") : "void";
}

export const isApproved = (review: Review | undefined, now: Hash): boolean =>
  review !== undefined && stateOf(review, now) === "approved";

/** Whether it is hers to decide, if she may review the course at all: never the one who asked. Pure. */
export const isFor = ({ askedBy, reviewers }: Review, accountId: AccountId): boolean =>
  askedBy.accountId !== accountId &&
  (reviewers.length === 0 || reviewers.some((each) => each.accountId === accountId));

type Asked = Pick<Review, "print" | "reviewers" | "note">;

/** Whether asking would ask nothing new: the same draft waits for the same people, or is approved. Pure. */
export function isAskedAlready(review: Review | undefined, asked: Asked): boolean {
  if (!review) return false;
  const state = stateOf(review, asked.print);
  if (state !== "waiting") return state === "approved";
  const ids = (people: readonly ReviewPerson[]) => people.map((each) => each.accountId).sort();
  return review.note === asked.note && ids(review.reviewers).join() === ids(asked.reviewers).join();
}

type Wish = { readonly print: Hash; readonly verdict: ReviewVerdict };

/** `new`: it decides. `same`: it was decided so already. Otherwise why it cannot be decided. Pure. */
export function verdictOn(
  review: Review,
  { print, verdict }: Wish,
  now: Hash,
): "new" | "same" | RefusalCode {
  if (review.print !== print) return "review.void";
  if (review.decision) return review.decision.verdict === verdict ? "same" : "review.decided";
  return review.print === now ? "new" : "review.void";
}
