import type {
  CourseId,
  DeviceEvent,
  Enrolment,
  EnrolmentView,
  LearnerId,
  LearningEvent,
  Manifest,
  RefusalCode,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { holdEvents } from "../flag/hold.ts";
import { decide } from "../intent.ts";
import { actingFor, type Learning } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { withEarned } from "./completion.ts";
import { findEnrolment, loadEnrolment, viewOf } from "./enrolment.ts";
import { trueMoment, withEvent } from "./progress.ts";

type Receipt = {
  id: DeviceEvent["id"];
  result: "ok" | "duplicate" | "refused";
  code?: RefusalCode;
};
type Batch = {
  readonly learnerId?: LearnerId | undefined;
  readonly sentAt: string;
  readonly events: readonly DeviceEvent[];
};

/**
 * Records what a device saw, in any order and any number of times. Each event is one transaction of two items (the event
 * under its own id, the enrolment), so that one bad event keeps no other back: what cannot be applied is refused alone, by
 * its code, and kept for a person where there is somebody to see it.
 */
export async function recordEvents(
  deps: Deps,
  principal: Principal,
  { courseId, batch }: { courseId: CourseId; batch: Batch },
): Promise<{ receipts: Receipt[]; enrolment?: EnrolmentView }> {
  const learning = actingFor(principal, batch.learnerId);
  const loaded = await findEnrolment(deps, learning, { courseId, fresh: false });
  if (!loaded) return { receipts: batch.events.map(({ id }) => refused(id, "enrolment.missing")) };
  authorise(learning, "progress:write", {
    organisationId: loaded.value.organisationId,
    own: loaded.value.learnerId === learning.learnerId,
  });
  let enrolment = loaded.value;
  const receipts: Receipt[] = [];
  const unknown: LearningEvent[] = [];
  for (const event of batch.events) {
    const kept = keptEvent(enrolment, event, {
      sentAt: batch.sentAt,
      receivedAt: deps.clock.now(),
    });
    if (!knows(loaded.manifest, kept)) {
      receipts.push(refused(event.id, "lesson.unknown"));
      unknown.push(kept);
      continue;
    }
    const outcome = await recordOne(deps, learning, kept);
    enrolment = outcome.enrolment;
    receipts.push({ id: event.id, result: outcome.result });
  }
  if (unknown.length > 0) await holdEvents(deps, enrolment, unknown);
  return { receipts, enrolment: viewOf(enrolment, loaded.manifest) };
}

const refused = (id: DeviceEvent["id"], code: RefusalCode): Receipt => ({
  id,
  result: "refused",
  code,
});

/** Is the event about a lesson and a block of the version the learner is on? */
const knows = (manifest: Manifest, event: LearningEvent): boolean =>
  manifest.modules.some((module) =>
    module.lessons.some(
      (lesson) => lesson.id === event.lessonId && event.block <= lesson.blockCount,
    ),
  );

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

/** The event and its effect at once. Its id already there means that it was recorded before: a success without effect. */
function recordOne(deps: Deps, learning: Learning, event: LearningEvent) {
  return decide<{ enrolment: Enrolment; result: "ok" | "duplicate" }>(deps, async () => {
    const { value, revision, manifest } = await loadEnrolment(deps, learning, {
      courseId: event.courseId,
      fresh: true,
    });
    if (await deps.store.enrolments.hasEvent(event.learnerId, event.id)) {
      return { reply: { enrolment: value, result: "duplicate" }, writes: [] };
    }
    const progressed = {
      ...value,
      progress: withEvent(value.progress, event),
      lastSeenAt: event.receivedAt,
    };
    const enrolment = withEarned(progressed, manifest, event.receivedAt);
    const writes = [
      deps.store.enrolments.putEvent(event),
      deps.store.enrolments.put(enrolment, revision),
    ];
    return { reply: { enrolment, result: "ok" }, writes };
  });
}
