import type {
  Answer,
  Attempt,
  AttemptId,
  AttemptResult,
  Content,
  CourseId,
  IntentId,
  LearnerId,
  StartedAttempt,
} from "@twiza/contract";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { actingFor } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { completionOf } from "./completion.ts";
import { loadEnrolment } from "./enrolment.ts";
import { grade, publicItem, shuffled } from "./grading.ts";
import { withEarned } from "./record.ts";

/** Left out of what an intent is compared by: the same wish with and without it is the same wish. */
type Whose = { learnerId?: LearnerId | undefined };

/**
 * Begins a sitting: the try is counted now, so that leaving and coming back is no free look. What is kept of the intent is the
 * sitting's id; the items are read anew for the reply, since they would cost forty write units.
 * @throws Refused `attempt.none_left`
 */
export async function startAttempt(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { courseId: CourseId; body: Whose & { intentId: IntentId } },
): Promise<StartedAttempt> {
  const { learnerId, ...request } = body;
  const learning = actingFor(principal, learnerId);
  const asked = { principal: learning, operation: `attempt.start ${courseId}`, request };
  const { attempt, content } = await once(deps, asked, async () => {
    const loaded = await loadEnrolment(deps, learning, { courseId, fresh: true });
    const { value: enrolment, revision, manifest } = loaded;
    const tries = enrolment.quiz.tries + 1;
    if (tries > manifest.triesAllowed) throw new Refused("attempt.none_left");
    const quiz = await readQuiz(deps, enrolment.content.quiz);
    const id = deps.newId("attempt");
    const attempt: Attempt = {
      id,
      learnerId: enrolment.learnerId,
      courseId,
      version: enrolment.version,
      number: tries,
      itemIds: shuffled(quiz.items, id).map((item) => item.id),
      startedAt: deps.clock.now().toISOString(),
    };
    const counted = { ...enrolment, quiz: { ...enrolment.quiz, tries } };
    const writes = [
      deps.store.enrolments.putAttempt(attempt, "absent"),
      deps.store.enrolments.put(counted, revision),
    ];
    return { reply: { attempt, content: enrolment.content }, writes };
  });
  return started(deps, attempt, content);
}

/** A sitting as the phone gets it: items in its order, without their keys. */
async function started(deps: Deps, attempt: Attempt, content: Content): Promise<StartedAttempt> {
  const manifest = await readManifest(deps, content.manifest);
  const { items } = await readQuiz(deps, content.quiz);
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    id: attempt.id,
    number: attempt.number,
    startedAt: attempt.startedAt,
    items: attempt.itemIds.flatMap((id) => byId.get(id) ?? []).map(publicItem),
    triesLeft: manifest.triesAllowed - attempt.number,
    passMarkPercent: manifest.passMarkPercent,
  };
}

/**
 * Grades a sitting where the keys are and keeps the best result.
 * @throws Refused `attempt.closed` when it was handed in before, by another intent
 */
export async function submitAttempt(
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
