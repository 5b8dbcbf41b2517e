import type { SubmissionView, WorkBody } from "@twiza/contract";
import type { ProofKind } from "@twiza/contract/handing";
import type { Localized } from "@twiza/contract/where";
import type { Why } from "../meet.ts";
import { kind } from "../schema.ts";

export type { Why } from "../meet.ts";

/*
 * What a learner's phone keeps of work that she hands in, in a database of its own, all of it under whose it is: another learner of the
 * same phone neither sees it nor sends it.
 *
 * | store      | key                                    | what                                                        |
 * | ---------- | -------------------------------------- | ----------------------------------------------------------- |
 * | `meta`     | learner, `told`, course                | what the server told last of her hand-ins (`Told`)          |
 * |            | learner, `parked`                      | since when her queue waits for her to sign in               |
 * | `state`    | learner, `draft`, course, assignment   | work that she is at (`Draft`)                               |
 * |            | learner, `piece`, intent               | the bytes of one piece (`KeptPiece`)                        |
 * | `outbox`   | learner, submission                    | a hand-in that waits to be sent (`Filled`)                  |
 * | `receipts` | learner, `refused`, submission         | one that nobody takes, and why (`Refused`)                  |
 * |            | learner, `sent`, submission            | one that has arrived (`Sent`)                               |
 */

/** Which assignment, of which course and version. */
export type About = {
  readonly courseId: string;
  readonly assignmentId: string;
  readonly version: number;
  readonly title: Localized;
};

/** One piece of work by the intent under which it is posted; its bytes lie beside. */
export type Piece = {
  readonly intentId: string;
  readonly kind: Exclude<ProofKind, "text">;
  readonly type: string;
  readonly size: number;
  /** What its owner calls a file. */
  readonly name?: string | undefined;
  /** How long a recording or a video plays. */
  readonly seconds?: number | undefined;
};
export type KeptPiece = Piece & {
  readonly bytes: ArrayBuffer;
  /** The server has it. */
  readonly isSent?: boolean | undefined;
};

/** Work that she is at. Its id is made at the first word, so that nothing of it is ever two. */
export type Draft = About & {
  readonly id: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly changedAt: string;
};

/** One hand-in, as it waits. What it sends never changes again. */
export type Filled = About & {
  readonly id: string;
  readonly body: Wire;
  readonly pieces: readonly Piece[];
  /** She wants it sent with whatever network there is; without it, it waits for one that costs nothing. */
  readonly isNow: boolean;
  /** It has been under way: the server may have it, though nobody said so. From then on it cannot be taken back. */
  readonly isTried?: boolean | undefined;
};
/** As the contract has it; ids are plain text here, since no parser runs on the phone. What was posted is named by its pieces. */
export type Wire = Pick<WorkBody, "version" | "text" | "claims"> & {
  readonly id: string;
  readonly assignmentId: string;
  readonly intentId: string;
};

export type Refused = { readonly filled: Filled; readonly why: Why; readonly at: string };
export type Sent = About & { readonly id: string; readonly at: string };
/** What the server told of her hand-ins in a course, newest first. */
export type Told = { readonly submissions: readonly SubmissionView[]; readonly at: string };

export const TOLD = kind<Told>("meta");
export const PARKED = kind<{ readonly since: string }>("meta");
export const DRAFTS = kind<Draft>("state");
export const PIECES = kind<KeptPiece>("state");
export const FILLED = kind<Filled>("outbox");
export const REFUSED = kind<Refused>("receipts");
export const SENT = kind<Sent>("receipts");

export const keys = {
  told: (learner: string, courseId: string) => [learner, "told", courseId],
  parked: (learner: string) => [learner, "parked"],
  draft: (
    learner: string,
    { courseId, assignmentId }: Pick<About, "courseId" | "assignmentId">,
  ) => [...[learner, "draft", courseId, assignmentId]],
  piece: (learner: string, intentId: string) => [learner, "piece", intentId],
  filled: (learner: string, id: string) => [learner, id],
  refused: (learner: string, id: string) => [learner, "refused", id],
  sent: (learner: string, id: string) => [learner, "sent", id],
} as const;
