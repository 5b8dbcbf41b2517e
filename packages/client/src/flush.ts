import { written } from "./clock.ts";
import { DEVICE, ENTRIES, type Entry, keyOf, PARKED } from "./entry.ts";
import { momentIn, type Phone } from "./phone.ts";
import { BATCH, type Failure, isFailure, type Post, together, verdictOn, wireOf } from "./post.ts";
import { type Settlement, settle } from "./receipts.ts";
import type { Key } from "./schema.ts";

/** `sent`: nothing more to do now. `later`: try again by itself. `parked`: not before she signs in. */
export type Outcome = {
  readonly state: "sent" | "later" | "parked";
  readonly afterSeconds?: number | undefined;
};
/** What became of a batch: `stop` ends this sending, `skip` leaves the course, `pass` leaves an entry and goes on. */
type Step = { readonly go: "on" | "pass" | "skip" } | { readonly go: "stop"; outcome: Outcome };

const ON: Step = { go: "on" };
/** So often in one visit a course may say that she is not in it, before that is taken for an answer: she may just be enrolling. */
const STRIKES_NOT_HERS = 5;
/** So often a batch may break the server before its entries are sent one by one. */
const STRIKES_BROKEN = 3;

/** Sends what waits, oldest first in each course. An entry leaves the queue only with an answer for it. */
export function flusher(phone: Phone, post: Post) {
  const strikes = new Map<string, number>();
  const strike = (what: string): number => {
    const count = (strikes.get(what) ?? 0) + 1;
    strikes.set(what, count);
    return count;
  };
  const page = (under: Key, after: Key | undefined, limit: number) =>
    phone.database.run("read", [ENTRIES, DEVICE], async (tx) => ({
      entries: await tx.list(ENTRIES, under, { ...(after ? { after } : {}), limit }),
      sentAt: written(await momentIn(tx, phone)),
    }));

  /** All that waits of one learner. */
  return async function flush(learnerId: string): Promise<Outcome> {
    let isLater = false;
    for (let after: Key | undefined; ;) {
      const [first] = (await page([learnerId], after, 1)).entries;
      if (!first) return { state: isLater ? "later" : "sent" };
      const step = await flushCourse(first);
      if (step.go === "stop") return step.outcome;
      isLater ||= step.go !== "on";
      after = [learnerId, first.courseId];
    }
  };

  async function flushCourse({ learnerId, courseId }: Entry): Promise<Step> {
    let result = ON;
    for (let after: Key | undefined; ;) {
      const { entries, sentAt } = await page([learnerId, courseId], after, BATCH);
      const next = together(entries);
      const batch = "type" in next ? [next] : next;
      const last = batch.at(-1);
      if (!last) return result;
      const step = await sendBatch(batch, sentAt);
      if (step.go === "stop" || step.go === "skip") return step;
      if (step.go === "pass") result = step;
      after = keyOf(last);
    }
  }

  async function sendBatch(batch: readonly Entry[], sentAt: string): Promise<Step> {
    const [first] = batch;
    if (!first) return ON;
    try {
      const { notHers, ...settlement } = await answerTo(post, batch, sentAt);
      await settle(phone, first, settlement);
      if (notHers.length > 0) return await onNotHers(notHers, "enrolment.missing");
      strikes.delete(courseOf(first));
      return ON;
    } catch (error) {
      if (!isFailure(error)) throw error;
      return onFailure(error, { batch, first, sentAt });
    }
  }

  async function onFailure(
    failure: Failure,
    { batch, first, sentAt }: { batch: readonly Entry[]; first: Entry; sentAt: string },
  ): Promise<Step> {
    const verdict = verdictOn(failure.code);
    if (verdict === "sign_in") {
      await park(phone, first.learnerId);
      return { go: "stop", outcome: { state: "parked" } };
    }
    if (verdict === "elsewhere") return onNotHers(batch, failure.code);
    const isBroken = failure.code === "internal" && strike(first.id) >= STRIKES_BROKEN;
    if (verdict === "wait" && !isBroken) {
      const { retryAfterSeconds: afterSeconds } = failure;
      return { go: "stop", outcome: { state: "later", afterSeconds } };
    }
    // One entry that the server cannot take keeps no other back.
    if (batch.length > 1) return oneByOne(batch, sentAt);
    if (verdict === "wait") return { go: "pass" };
    return refuse(batch, failure.code);
  }

  /** She is not in this course, the server says: perhaps not yet, for she may just have enrolled. The others go on. */
  async function onNotHers(batch: readonly Entry[], code: string): Promise<Step> {
    const [first] = batch;
    if (!first || strike(courseOf(first)) < STRIKES_NOT_HERS) return { go: "skip" };
    return refuse(batch, code);
  }
  async function refuse(batch: readonly Entry[], code: string): Promise<Step> {
    const answers = batch.map((entry) => ({ entry, result: "refused" as const, code }));
    if (batch[0]) await settle(phone, batch[0], { answers });
    return ON;
  }

  async function oneByOne(batch: readonly Entry[], sentAt: string): Promise<Step> {
    let result = ON;
    for (const entry of batch) {
      const step = await sendBatch([entry], sentAt);
      if (step.go === "stop" || step.go === "skip") return step;
      if (step.go === "pass") result = step;
    }
    return result;
  }
}

const courseOf = ({ learnerId, courseId }: Entry): string => `${learnerId} ${courseId}`;

/** Sends a batch and says what the answer means for each of its entries. @throws Failure */
async function answerTo(
  post: Post,
  batch: readonly Entry[],
  sentAt: string,
): Promise<Settlement & { readonly notHers: readonly Entry[] }> {
  const [first] = batch;
  if (first?.type === "attempt.handed_in") {
    const { outcome, server } = await post.handIn(first);
    return { answers: [{ entry: first, result: "ok", outcome }], notHers: [], server };
  }
  const events = batch.flatMap((entry) =>
    entry.type === "attempt.handed_in" ? [] : [wireOf(entry)],
  );
  const { learnerId = "", courseId = "" } = first ?? {};
  const { receipts, progress, server } = await post.record({ learnerId, courseId, sentAt, events });
  const byId = new Map(batch.map((entry) => [entry.id, entry]));
  const answers = receipts.flatMap(({ id, result, code }) => {
    const entry = byId.get(id);
    return entry ? [{ entry, result, code }] : [];
  });
  const isNotHers = ({ code }: { code?: string | undefined }): boolean =>
    code !== undefined && verdictOn(code) === "elsewhere";
  return {
    answers: answers.filter((answer) => !isNotHers(answer)),
    notHers: answers.filter(isNotHers).map(({ entry }) => entry),
    progress,
    server,
  };
}

/** Her queue waits for her to sign in. Nothing of it is touched. */
const park = (phone: Phone, learnerId: string): Promise<void> =>
  phone.database.run("write", [PARKED, DEVICE], async (tx) => {
    const since = written(await momentIn(tx, phone));
    await tx.put(PARKED, ["parked", learnerId], { since });
  });
