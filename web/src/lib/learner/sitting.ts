import type { AttemptResult, PublicItem, StartedAttempt, Ticket } from "@twiza/contract";
import type { Call } from "../api.ts";
import { readKept, type Shelf, writeKept } from "./shelf.ts";

type Answer = Call<"submitAttempt">["body"]["answers"][number];
/** An answer as it goes on the wire, without saying to what. */
type Bare<A> = A extends { itemId: unknown } ? Omit<A, "itemId"> : never;
/**
 * What was given to one item so far: options, or a number as it was written together with how it was read; of the kinds that few tests
 * have what is sent, and whether nothing of it is missing.
 */
export type Given =
  | { readonly chosen: readonly string[] }
  | { readonly written: string; readonly number?: number | undefined }
  | {
      readonly answer: Exclude<Bare<Answer>, { options: unknown } | { number: unknown }>;
      readonly whole: boolean;
    };

/** One sitting as this phone keeps it, from the tap on "start" until its result has been read. Survives reloads and restarts. */
export type Sitting = {
  /** Names the start: sent again unchanged, it gives the same items and counts no second try. */
  readonly startIntent: string;
  readonly attempt?: StartedAttempt | undefined;
  /** Taken along and not opened yet: then there is no `attempt`. */
  readonly taken?: Ticket | undefined;
  /** How it was opened without the server: goes with the answers. */
  readonly offline?: { readonly ticket: string; readonly openedAt: string } | undefined;
  /** When its questions were first on the screen, by this phone: a test may have its time. Sittings of before say none. */
  readonly openedAt?: string | undefined;
  readonly given: Readonly<Record<string, Given>>;
  /** The item on the screen, from 0; one past the last is the look back before handing in. */
  readonly at: number;
  /** Names the handing in. From then on answers are locked: the server may have them already. */
  readonly submitIntent?: string | undefined;
  readonly result?: AttemptResult | undefined;
};

const keyOf = (learnerId: string, courseId: string) => `twiza.sitting.${learnerId}.${courseId}`;

/** The sittings of one learner in one course; read anew before each change, since a second tab may have written. */
export function sittingOf(shelf: Shelf, learnerId: string, courseId: string) {
  const key = keyOf(learnerId, courseId);
  const read = (): Sitting | undefined => readKept<Sitting>(shelf, key);
  const change = (by: (sitting: Sitting) => Sitting): Sitting | undefined => {
    const before = read();
    if (!before) return undefined;
    const after = by(before);
    writeKept(shelf, key, after);
    return after;
  };
  return {
    key,
    read,
    change,
    /** Begins, or goes on with what was begun in another tab. */
    begin(startIntent: string): Sitting {
      const running = read();
      if (running && !running.result) return running;
      const fresh: Sitting = { startIntent, given: {}, at: 0 };
      writeKept(shelf, key, fresh);
      return fresh;
    },
    /** Keeps a sitting that was taken along, unless one is under way. */
    take(startIntent: string, taken: Ticket): Sitting {
      const running = read();
      if (running?.attempt && !running.result) return running;
      // A start whose answer was lost keeps its name: it may have been counted.
      const name = running && !running.result ? running.startIntent : startIntent;
      const fresh: Sitting = { startIntent: name, taken, given: {}, at: 0 };
      writeKept(shelf, key, fresh);
      return fresh;
    },
    /** Keeps an answer; once handed in, nothing changes any more. */
    give: (itemId: string, given: Given): Sitting | undefined =>
      change((sitting) =>
        sitting.submitIntent === undefined
          ? { ...sitting, given: { ...sitting.given, [itemId]: given } }
          : sitting,
      ),
    forget: (): void => shelf.drop(key),
  };
}

/** A sitting that the server has begun. */
export const begunWith = (
  sitting: Sitting,
  attempt: StartedAttempt,
  openedAt: string,
): Sitting => ({ ...sitting, attempt, openedAt, taken: undefined });

/** A sitting that was taken along, opened without the server at that moment; as it was when it cannot be opened any more. */
export function opened(sitting: Sitting, openedAt: string): Sitting {
  const { taken } = sitting;
  if (!taken || hasExpired(taken, openedAt)) return sitting;
  const { attemptId, ticket, issuedAt: _i, expiresAt: _e, ...rest } = taken;
  const attempt = { ...rest, id: attemptId, startedAt: openedAt };
  return { ...sitting, attempt, openedAt, taken: undefined, offline: { ticket, openedAt } };
}
export const hasExpired = ({ expiresAt }: Pick<Ticket, "expiresAt">, moment: string): boolean =>
  Date.parse(moment) >= Date.parse(expiresAt);

export function isAnswered(given: Given | undefined): boolean {
  if (!given) return false;
  if ("whole" in given) return given.whole;
  return "chosen" in given ? given.chosen.length > 0 : given.number !== undefined;
}

/** What is asked, in a line that nobody fills in: each gap of it as a few dots. */
export const asLine = (asked: PublicItem["prompt"]): PublicItem["prompt"] =>
  // Of the same shape: only letters within its texts are others.
  JSON.parse(JSON.stringify(asked).replaceAll(/\[\[.\]\]/g, "…")) as PublicItem["prompt"];

/** The numbers, from 1, of the items without an answer. */
export const unanswered = ({ attempt, given }: Sitting): readonly number[] =>
  (attempt?.items ?? []).flatMap((item, index) => (isAnswered(given[item.id]) ? [] : [index + 1]));

/** The answers for the wire; what was left out stays out, and counts as wrong. What is there in part may count in part. */
export function answersOf({ attempt, given }: Pick<Sitting, "attempt" | "given">): Answer[] {
  return (attempt?.items ?? []).flatMap(({ id }: Pick<PublicItem, "id">): Answer[] => {
    const answer = given[id];
    if (answer && "whole" in answer) return [{ itemId: id, ...answer.answer }];
    if (!answer || !isAnswered(answer)) return [];
    if ("chosen" in answer) return [{ itemId: id, options: [...answer.chosen] }];
    return answer.number === undefined ? [] : [{ itemId: id, number: answer.number }];
  });
}
