import type { AttemptId, CourseId, DeviceEvent } from "@twiza/contract";
import {
  type Deps,
  type Learning,
  loadEnrolment,
  readQuiz,
  recordEvents,
  startAttempt,
  submitAttempt,
} from "@twiza/core";
import { intent } from "./intent.ts";
import { rightAnswer } from "./right-answer.ts";

type Way = {
  readonly courseId: CourseId;
  /** How many lessons she finishes. */
  readonly lessons: number | "all";
  /** The share of the quiz that she answers rightly; she does not sit it when absent. */
  readonly right?: number;
};

/** Lets a learner go through a course as her phone would tell it, and answers which sitting she handed in. */
export async function walk(
  deps: Deps,
  learner: Learning | undefined,
  { courseId, lessons, right }: Way,
): Promise<AttemptId | undefined> {
  if (!learner) throw new Error("there is nobody to walk");
  const { manifest } = await loadEnrolment(deps, learner, { courseId, fresh: true });
  const all = manifest.modules.flatMap((module) => module.lessons);
  const now = deps.clock.now().toISOString();
  for (const [index, lesson] of all.slice(0, lessons === "all" ? all.length : lessons).entries()) {
    const event: DeviceEvent = {
      id: intent(deps),
      type: "lesson.finished",
      lessonId: lesson.id,
      block: lesson.blockCount,
      at: now,
      deviceId: "demo-phone",
      seq: index,
    };
    await recordEvents(deps, learner, { courseId, batch: { sentAt: now, events: [event] } });
  }
  if (right === undefined) return undefined;
  const attempt = await startAttempt(deps, learner, { courseId, body: { intentId: intent(deps) } });
  await handIn(deps, learner, { courseId, attemptId: attempt.id, right });
  return attempt.id;
}

/** Hands a sitting in, with a share of right answers. */
export async function handIn(
  deps: Deps,
  learner: Learning,
  { courseId, attemptId, right }: { courseId: CourseId; attemptId: AttemptId; right: number },
): Promise<void> {
  const { value } = await loadEnrolment(deps, learner, { courseId, fresh: true });
  const [{ items }, attempt] = await Promise.all([
    readQuiz(deps, value.content.quiz),
    deps.store.enrolments.attempt(value.learnerId, courseId, attemptId),
  ]);
  const drawn = items.filter(({ id }) => attempt?.value.itemIds.includes(id));
  const answers = drawn.slice(0, Math.ceil(drawn.length * right)).map(rightAnswer);
  const body = { intentId: intent(deps), answers };
  await submitAttempt(deps, learner, { courseId, attemptId, body });
}
