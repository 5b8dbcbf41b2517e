import type { ObservationView } from "@twiza/contract";
import { written } from "../clock.ts";
import type { Outcome } from "../flush.ts";
import type { Phone } from "../phone.ts";
import { type Failure, isFailure } from "../post.ts";
import { FILLED, type Filled, type KeptPhoto, type PinsTold, type Sent, type Why } from "./kept.ts";
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

/** The network or the server is away: nothing else of the queue would get there now. */
const AWAY: ReadonlySet<string> = new Set(["offline", "unreadable", "busy"]);
/** Over only for now, and of this one alone: a form that has expired, photos that nobody has any more, a fault of ours. */
const PASSING: ReadonlySet<string> = new Set([
  "internal",
  "stale_write",
  "upload.refused",
  "upload.missing",
]);
/** So often in one visit something passing is met before it is taken for an answer. A fault of ours never is. */
const STRIKES = 3;

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
  ): Promise<Outcome | "passed" | "refused"> {
    const { code, retryAfterSeconds: afterSeconds } = failure;
    if (code === "session.required") {
      await park(observer);
      return { state: "parked" };
    }
    if (AWAY.has(code)) return { state: "later", afterSeconds };
    if (code === "upload.missing")
      for (const photo of await photosOf(observer, filled.id))
        await photoSent(observer, filled.id, { photo, isSent: false });
    const count = (strikes.get(filled.id) ?? 0) + 1;
    strikes.set(filled.id, count);
    if (PASSING.has(code) && (count < STRIKES || code === "internal")) return "passed";
    strikes.delete(filled.id);
    await turnedDown(observer, filled, whyOf(failure));
    return "refused";
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

function whyOf(failure: Failure): Why {
  const told = (key: "title" | "detail" | "language"): string | undefined => {
    const value: unknown = key in failure ? failure[key as never] : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const { code } = failure;
  return { code, title: told("title") ?? "", detail: told("detail"), language: told("language") };
}
