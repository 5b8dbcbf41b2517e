import type { Answer, AttemptId, AttemptResult, CourseId, IntentId } from "@twiza/contract";
import { readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { completionOf } from "../enrolment/completion.ts";
import { loadEnrolment } from "../enrolment/enrolment.ts";
import { withEarned } from "../enrolment/record.ts";
import { once } from "../intent.ts";
import { actingFor, type Whose } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { grade } from "./grading.ts";

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
    body: Whose & { intentId: IntentId; answers: readonly Answer[] };
  },
): Promise<AttemptResult> {
  const { courseId, attemptId } = asked;
  const { learnerId, ...body } = asked.body;
  const learning = actingFor(principal, learnerId);
  return once(
    deps,
    { principal: learning, operation: `attempt.submit ${attemptId}`, request: body },
    async () => {
      const {
        value: enrolment,
        revision,
        manifest,
      } = await loadEnrolment(deps, learning, { courseId, fresh: true });
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
