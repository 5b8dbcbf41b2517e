import type { ObservationView } from "@twiza/contract";
import { written } from "../clock.ts";
import type { Outcome } from "../flush.ts";
import { type Met, metBy, whyOf } from "../meet.ts";
import type { Phone } from "../phone.ts";
import { type Failure, isFailure } from "../post.ts";
import { FILLED, type Filled, type KeptPhoto, type PinsTold, type Sent } from "./kept.ts";
import { arrived, type Observer, park, photosOf, photoSent, turnedDown } from "./store.ts";

/** How observations get to the server. It throws a `Failure` when they were refused or did not get there. */
export type ObservingPost = {
  /** Asks for a form, posts the photo and has it taken: as often as it must be. */
  photo(photo: KeptPhoto): Promise<void>;
  record(
    filled: Filled,
    sentAt: string,
  ): Promise<{
    readonly observation: Pick<ObservationView, "confirmation">;
    readonly pins?: PinsTold | undefined;
  }>;
};

/** Sends what waits of one observer, the oldest first: of each its photos, then what was seen. It leaves the queue only with an answer. */
export function observationFlusher(phone: Phone, post: ObservingPost) {
  const strikes = new Map<string, number>();

  async function sendOne(observer: Observer, filled: Filled): Promise<void> {
    for (const photo of await photosOf(observer, filled.id)) {
      if (photo.isSent) continue;
      await post.photo(photo);
      await photoSent(observer, filled.id, { photo, isSent: true });
    }
    const { observation, pins } = await post.record(filled, written(Math.max(0, phone.now())));
    await arrived(
      observer,
      filled,
      sentOf(filled, observation, { pins, at: written(phone.now()) }),
    );
  }

  /** What is to be done about a failure: nothing more now, or on to the next, which may go. */
  async function onFailure(
    observer: Observer,
    { filled, failure }: { readonly filled: Filled; readonly failure: Failure },
  ): Promise<Met> {
    if (failure.code === "upload.missing")
      for (const photo of await photosOf(observer, filled.id))
        await photoSent(observer, filled.id, { photo, isSent: false });
    const met = metBy(failure, { strikes, id: filled.id });
    if (met === "refused") await turnedDown(observer, filled, whyOf(failure));
    if (typeof met === "object" && met.state === "parked") await park(observer);
    return met;
  }

  return async function flush(account: string): Promise<Outcome> {
    const observer = { phone, account };
    let isLater = false;
    const queue = await phone.database.run("read", [FILLED], (tx) => tx.list(FILLED, [account]));
    for (const filled of queue) {
      try {
        await sendOne(observer, filled);
      } catch (failure) {
        if (!isFailure(failure)) throw failure;
        const met = await onFailure(observer, { filled, failure });
        if (typeof met === "object") return met;
        isLater ||= met === "passed";
      }
    }
    return { state: isLater ? "later" : "sent" };
  };
}

function sentOf(
  { id, cohortId, learnerId, learnerName, checklistId, title, judgement }: Filled,
  { confirmation }: Pick<ObservationView, "confirmation">,
  { pins, at }: Pick<Sent, "pins" | "at">,
): Sent {
  const about = { cohortId, learnerId, learnerName, checklistId, title };
  return { id, ...about, judgement, confirmation: confirmation.state, pins, at };
}
