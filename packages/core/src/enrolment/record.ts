import type {
  CourseId,
  DeviceEvent,
  Enrolment,
  EnrolmentView,
  LearnerId,
  LearningEvent,
  RefusalCode,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { holdEvents } from "../flag/hold.ts";
import { decide } from "../intent.ts";
import { actingFor, type Learning } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { type Brief, briefOf } from "./brief.ts";
import { withEarned } from "./completion.ts";
import { findEnrolment, type Loaded, loadEnrolment, viewOf } from "./enrolment.ts";
import { trueMoment, withEvent } from "./progress.ts";
import { placed } from "./versions.ts";

type Receipt = {
  id: DeviceEvent["id"];
  result: "ok" | "duplicate" | "refused";
  code?: RefusalCode;
};
type Batch = {
  readonly learnerId?: LearnerId | undefined;
  readonly sentAt: string;
  readonly events: readonly DeviceEvent[];
  /** Whoever asks works out her standing herself. */
  readonly isBrief?: boolean;
};
type Recorded = { receipts: Receipt[]; enrolment?: EnrolmentView } & Partial<Brief>;

/**
 * Records what a device saw, in any order and any number of times. Each event is one transaction of two items (the event
 * under its own id, the enrolment), so that one bad event keeps no other back: what cannot be applied is refused alone, by
 * its code, and kept for a person where there is somebody to see it.
 */
export async function recordEvents(
  deps: Deps,
  principal: Principal,
  { courseId, batch }: { courseId: CourseId; batch: Batch },
): Promise<Recorded> {
  const learning = actingFor(principal, batch.learnerId);
  const loaded = await findEnrolment(deps, learning, { courseId, fresh: false });
  if (!loaded) return { receipts: batch.events.map(({ id }) => refused(id, "enrolment.missing")) };
  authorise(learning, "progress:write", {
    organisationId: loaded.value.organisationId,
    own: loaded.value.learnerId === learning.learnerId,
  });
  let hers: Loaded = loaded;
  let isFresh = false;
  const receipts: Receipt[] = [];
  const unknown: LearningEvent[] = [];
  for (const event of batch.events) {
    const { sentAt } = batch;
    const kept = keptEvent(hers.value, event, { sentAt, receivedAt: deps.clock.now() });
    if (!isFresh && !(await placed(deps, hers, kept))) {
      // She may have been moved a moment ago: nothing is refused by what was so before.
      hers = await loadEnrolment(deps, learning, { courseId, fresh: true });
      isFresh = true;
    }
    const outcome = (await placed(deps, hers, kept)) && (await recordOne(deps, learning, kept));
    hers = outcome?.hers ?? hers;
    if (outcome && outcome.result !== "unknown") {
      receipts.push({ id: event.id, result: outcome.result });
      continue;
    }
    receipts.push(refused(event.id, "lesson.unknown"));
    unknown.push(kept);
  }
  if (unknown.length > 0) await holdEvents(deps, hers.value, unknown);
  if (batch.isBrief) return { receipts, ...briefOf(hers, batch.events) };
  return { receipts, enrolment: viewOf(hers.value, hers.manifest) };
}

const refused = (id: DeviceEvent["id"], code: RefusalCode): Receipt => ({
  id,
  result: "refused",
  code,
});

function keptEvent(
  { learnerId, courseId }: Enrolment,
  { at, ...event }: DeviceEvent,
  { sentAt, receivedAt }: { sentAt: string; receivedAt: Date },
): LearningEvent {
  return {
    ...event,
    learnerId,
    courseId,
    claimedAt: trueMoment({ at, sentAt, receivedAt }),
    receivedAt: receivedAt.toISOString(),
  };
}

type Outcome = { readonly hers: Loaded; readonly result: "ok" | "duplicate" | "unknown" };

/**
 * The event and its effect at once. Its id already there means that it was recorded before: a success without effect. It is kept as the
 * phone told it, and counts by the blocks of the version that she is on at this moment.
 */
function recordOne(deps: Deps, learning: Learning, event: LearningEvent): Promise<Outcome> {
  return decide<Outcome>(deps, async () => {
    const hers = await loadEnrolment(deps, learning, { courseId: event.courseId, fresh: true });
    const { value, revision, manifest } = hers;
    if (await deps.store.enrolments.hasEvent(event.learnerId, event.id))
      return { reply: { hers, result: "duplicate" }, writes: [] };
    const counts = await placed(deps, hers, event);
    if (!counts) return { reply: { hers, result: "unknown" }, writes: [] };
    const progressed = {
      ...value,
      progress: withEvent(value.progress, counts),
      lastSeenAt: event.receivedAt,
    };
    const enrolment = withEarned(progressed, manifest, event.receivedAt);
    const writes = [
      deps.store.enrolments.putEvent(event),
      deps.store.enrolments.put(enrolment, revision),
    ];
    return { reply: { hers: { ...hers, value: enrolment }, result: "ok" }, writes };
  });
}
