import type {
  Answer,
  Attempt,
  AttemptId,
  AttemptResult,
  CourseId,
  IntentId,
  StartedAttempt,
} from "@twiza/contract";
import { readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { completionOf } from "./completion.ts";
import { loadEnrolment } from "./enrolment.ts";
import { grade, publicItem, shuffled } from "./grading.ts";
import { withEarned } from "./record.ts";

/**
 * Begins a sitting: the try is counted now, so that leaving and coming back is no free look.
 * @throws Refused `attempt.none_left`
 */
export function startAttempt(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { courseId: CourseId; body: { intentId: IntentId } },
): Promise<StartedAttempt> {
  return once(
    deps,
    { principal, operation: `attempt.start ${courseId}`, request: body },
    async () => {
      const {
        value: enrolment,
        revision,
        manifest,
      } = await loadEnrolment(deps, principal, { courseId, fresh: true });
      const tries = enrolment.quiz.tries + 1;
      if (tries > manifest.triesAllowed) throw new Refused("attempt.none_left");
      const quiz = await readQuiz(deps, enrolment.content.quiz);
      const id = deps.newId("attempt");
      const items = shuffled(quiz.items, id);
      const attempt: Attempt = {
        id,
        learnerId: enrolment.learnerId,
        courseId,
        version: enrolment.version,
        number: tries,
        itemIds: items.map((item) => item.id),
        startedAt: deps.clock.now().toISOString(),
      };
      const reply: StartedAttempt = {
        id,
        number: tries,
        startedAt: attempt.startedAt,
        items: items.map(publicItem),
        triesLeft: manifest.triesAllowed - tries,
        passMarkPercent: manifest.passMarkPercent,
      };
      const counted = { ...enrolment, quiz: { ...enrolment.quiz, tries } };
      const writes = [
        deps.store.enrolments.putAttempt(attempt, "absent"),
        deps.store.enrolments.put(counted, revision),
      ];
      return { reply, writes };
    },
  );
}

/**
 * Grades a sitting where the keys are and keeps the best result.
 * @throws Refused `attempt.closed` when it was handed in before, by another intent
 */
export function submitAttempt(
  deps: Deps,
  principal: Principal,
  asked: {
    courseId: CourseId;
    attemptId: AttemptId;
    body: { intentId: IntentId; answers: readonly Answer[] };
  },
): Promise<AttemptResult> {
  const { courseId, attemptId, body } = asked;
  return once(
    deps,
    { principal, operation: `attempt.submit ${attemptId}`, request: body },
    async () => {
      const {
        value: enrolment,
        revision,
        manifest,
      } = await loadEnrolment(deps, principal, { courseId, fresh: true });
      const attempt = found(
        await deps.store.enrolments.attempt(enrolment.learnerId, courseId, attemptId),
      );
      if (attempt.value.submittedAt) throw new Refused("attempt.closed");
      const quiz = await readQuiz(deps, enrolment.content.quiz);
      const { percent, items } = grade(quiz.items, body.answers);
      const now = deps.clock.now().toISOString();
      const bestPercent = Math.max(percent, enrolment.quiz.bestPercent ?? 0);
      const after = withEarned(
        { ...enrolment, quiz: { ...enrolment.quiz, bestPercent } },
        manifest,
        now,
      );
      const reply: AttemptResult = {
        percent,
        passed: percent >= manifest.passMarkPercent,
        bestPercent,
        triesLeft: Math.max(0, manifest.triesAllowed - enrolment.quiz.tries),
        items: items.map((item) => ({ ...item })),
        completion: completionOf(manifest, after),
      };
      const submitted = { ...attempt.value, submittedAt: now, percent, answers: [...body.answers] };
      const writes = [
        deps.store.enrolments.putAttempt(submitted, attempt.revision),
        deps.store.enrolments.put(after, revision),
      ];
      return { reply, writes };
    },
  );
}
