import type { Attempt, Content, CourseId, IntentId, StartedAttempt } from "@twiza/contract";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { actingFor, type Whose } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { loadEnrolment } from "../enrolment/enrolment.ts";
import { publicItem, shuffled } from "./grading.ts";

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
