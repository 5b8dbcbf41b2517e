import type { Comment } from "@twiza/contract";

/** A comment that the server has not heard of yet, under the intent that it is sent with. */
export type WaitingComment = {
  readonly intentId: string;
  readonly threadId?: string;
  readonly key?: string;
  readonly language?: Comment["language"];
  readonly text: string;
  /** By the device's clock. */
  readonly at: string;
};

/** As the server will call it. */
const idOf = ({ intentId }: Pick<WaitingComment, "intentId">): string =>
  `cmt_${intentId.replaceAll("-", "")}`;

export type Thread = {
  readonly id: string;
  readonly key?: string | undefined;
  readonly language?: Comment["language"];
  /** None: it waits to be sent. */
  readonly first?: Comment;
  readonly answers: readonly Comment[];
  readonly waiting: readonly WaitingComment[];
  readonly isResolved: boolean;
};

/** What is said about a lesson, thread by thread in the order in which they began, with what waits to be sent. */
export function threadsOf(
  comments: readonly Comment[],
  waiting: readonly WaitingComment[],
): readonly Thread[] {
  const isKnown = new Set<string>(comments.map(({ id }) => id));
  const unsent = waiting.filter((one) => !isKnown.has(idOf(one)));
  const waitingIn = (id: string) => unsent.filter((one) => one.threadId === id || idOf(one) === id);
  const begun = comments
    .filter(({ id, threadId }) => id === threadId)
    .map((first): Thread => ({
      ...{ id: first.id, key: first.key, language: first.language, first },
      answers: comments.filter(({ id, threadId }) => threadId === first.id && id !== first.id),
      waiting: waitingIn(first.id),
      isResolved: first.resolved !== undefined,
    }));
  const beginning = unsent
    .filter(({ threadId }) => threadId === undefined)
    .map((one): Thread => ({
      ...{ id: idOf(one), key: one.key, language: one.language },
      answers: [],
      waiting: waitingIn(idOf(one)),
      isResolved: false,
    }));
  return [...begun, ...beginning];
}

/** Threads about one place: a block by its key, the lesson as a whole by an empty one. */
export const about = (threads: readonly Thread[], key: string): readonly Thread[] =>
  threads.filter((thread) => (thread.key ?? "") === key);

/** The places that something is said about, in the order of the lesson; those that it does not have come last. */
export function placesOf(threads: readonly Thread[], order: readonly string[]): readonly string[] {
  const keys = [...new Set(threads.map(({ key }) => key ?? ""))];
  const rank = (key: string): number => {
    const at = ["", "title", ...order].indexOf(key);
    return at < 0 ? Infinity : at;
  };
  return keys.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** A comment in place of the one that it was, or behind all others. */
export const withComment = (comments: readonly Comment[], comment: Comment): readonly Comment[] =>
  comments.some(({ id }) => id === comment.id)
    ? comments.map((one) => (one.id === comment.id ? comment : one))
    : [...comments, comment];
