import { written } from "../clock.ts";
import type { Outcome } from "../flush.ts";
import { type Met, metBy, whyOf } from "../meet.ts";
import type { Phone } from "../phone.ts";
import { type Failure, isFailure } from "../post.ts";
import { type Owner, pieceOf } from "./draft.ts";
import { FILLED, type Filled, type KeptPiece } from "./kept.ts";
import { arrived, park, pieceSent, setOut, turnedDown } from "./store.ts";

/** How work gets to the server. It throws a `Failure` when it was refused or did not get there. */
export type WorkPost = {
  /** Asks for a form, posts the piece and has it taken: as often as it must be. */
  piece(learner: string, piece: KeptPiece): Promise<void>;
  submit(learner: string, filled: Filled, sentAt: string): Promise<void>;
};

/** What is asked of the world. */
type Options = {
  readonly post: WorkPost;
  /** Whether this network costs nothing: whatever waits for such a one goes now. */
  readonly isFree: () => boolean;
};

/**
 * Sends what waits of one learner, the oldest first: of each hand-in its pieces, then the work that names them. It leaves the queue only
 * with an answer.
 */
export function workFlusher(phone: Phone, { post, isFree }: Options) {
  const strikes = new Map<string, number>();

  async function sendOne(owner: Owner, filled: Filled): Promise<void> {
    for (const { intentId } of filled.pieces) {
      // One after the other: a video may be all that a small phone has room for.
      const piece = await pieceOf(owner, intentId);
      if (!piece || piece.isSent) continue;
      await post.piece(owner.learner, piece);
      await pieceSent(owner, intentId, true);
    }
    const out = await setOut(owner, filled.id);
    if (!out) return;
    await post.submit(owner.learner, out, written(Math.max(0, phone.now())));
    await arrived(owner, out);
  }

  /** What is to be done about a failure: nothing more now, or on to the next, which may go. */
  async function onFailure(
    owner: Owner,
    { filled, failure }: { readonly filled: Filled; readonly failure: Failure },
  ): Promise<Met> {
    if (failure.code === "upload.missing")
      for (const { intentId } of filled.pieces) await pieceSent(owner, intentId, false);
    const met = metBy(failure, { strikes, id: filled.id });
    if (met === "refused") await turnedDown(owner, filled, whyOf(failure));
    if (typeof met === "object" && met.state === "parked") await park(owner);
    return met;
  }

  return async function flush(learner: string): Promise<Outcome> {
    const owner = { phone, learner };
    let isLater = false;
    const queue = await phone.database.run("read", [FILLED], (tx) => tx.list(FILLED, [learner]));
    for (const filled of queue) {
      // It waits for a network that costs nothing, and is no reason to try again before there is one.
      if (!filled.isNow && !isFree()) continue;
      try {
        await sendOne(owner, filled);
      } catch (failure) {
        if (!isFailure(failure)) throw failure;
        const met = await onFailure(owner, { filled, failure });
        if (typeof met === "object") return met;
        isLater ||= met === "passed";
      }
    }
    return { state: isLater ? "later" : "sent" };
  };
}
