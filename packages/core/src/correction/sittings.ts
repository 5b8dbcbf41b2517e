import type {
  AnswerKey,
  Attempt,
  AttemptId,
  Cohort,
  CourseId,
  Enrolment,
  ExplainedItem,
  Item,
  LearnerId,
  SittingLine,
} from "@twiza/contract";
import { grade } from "../attempt/grading.ts";
import { itemsIn } from "../attempt/sitting.ts";
import { authorise, may } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import { subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { contentIn, manifestIn } from "../enrolment/versions.ts";
import { givenBy } from "../flag/flag.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { lineOf } from "./forms.ts";
import { judgedBy } from "./judged.ts";

type Whose = { readonly courseId: CourseId; readonly learnerId: LearnerId };

/** Her enrolment, for who teaches her cohort or reads the organisation's trail. @throws Refused `not_found` */
async function enrolmentFor(
  deps: Deps,
  principal: Principal,
  { courseId, learnerId }: Whose,
): Promise<Enrolment> {
  const { value } = found(
    await deps.store.enrolments.byCourse(learnerId, courseId, { fresh: false }),
  );
  const { organisationId, cohortId } = value;
  const cohort: Cohort | undefined =
    cohortId && (await deps.store.cohorts.byId(organisationId, cohortId, { fresh: false }))?.value;
  if (may(principal, "audit:read", { organisationId })) return value;
  // Her own learning she has elsewhere, without what staff see of it.
  const ties = cohort ? cohortSubject(cohort, principal) : { organisationId };
  authorise(principal, "progress:read", { ...ties, own: false });
  return value;
}

const sittingLineOf = (
  { id, number, version, startedAt, submittedAt, percent, rules, corrections, corrected }: Attempt,
  passMarkPercent: number,
): SittingLine => ({
  ...{ id, number, version },
  ...(startedAt ? { startedAt } : {}),
  ...(submittedAt ? { submittedAt } : {}),
  ...(percent === undefined ? {} : { percent, passed: percent >= passMarkPercent }),
  ...(rules ? { rules } : {}),
  ...(corrections ? { corrections } : {}),
  ...(corrected ? { corrected } : {}),
});

/** A learner's sittings, in the order of their tries. @throws Refused `not_found` */
export async function listSittings(deps: Deps, principal: Principal, whose: Whose) {
  const enrolment = await enrolmentFor(deps, principal, whose);
  const [manifest, { values }] = await Promise.all([
    readManifest(deps, enrolment.content.manifest),
    deps.store.enrolments.attemptsOf(whose.learnerId, whose.courseId),
  ]);
  const begun = values.filter(({ value }) => value.startedAt);
  const lines = begun.map(async ({ value }) => {
    const { passMarkPercent } = await manifestIn(deps, enrolment, value.version);
    return sittingLineOf(value, passMarkPercent);
  });
  return {
    learnerName: enrolment.learnerName,
    passMarkPercent: manifest.passMarkPercent,
    sittings: (await Promise.all(lines)).sort((one, other) => one.number - other.number),
  };
}

/**
 * How the mark of a sitting came about: of each question what was answered, by which rule and which correction it counts, and what it
 * got. Keys are for those who may see them anyway, and of nobody's own sitting.
 * @throws Refused `not_found`, also for one that was not handed in
 */
export async function readSitting(
  deps: Deps,
  principal: Principal,
  { attemptId, ...whose }: Whose & { readonly attemptId: AttemptId },
) {
  const enrolment = await enrolmentFor(deps, principal, whose);
  const { courseId, learnerId } = whose;
  const { value: attempt } = found(
    await deps.store.enrolments.attempt(learnerId, courseId, attemptId),
  );
  if (!attempt.submittedAt) throw new Refused("not_found");
  const [content, corrections, isKeyed] = await Promise.all([
    contentIn(deps, enrolment, attempt.version),
    deps.store.corrections.ofCourse(courseId),
    maySeeKeys(deps, principal, enrolment),
  ]);
  const [{ passMarkPercent }, quiz] = await Promise.all([
    readManifest(deps, content.manifest),
    readQuiz(deps, content.quiz),
  ]);
  const judged = await judgedBy(deps, itemsIn(quiz, attempt.itemIds), corrections);
  const { answers = [] } = attempt;
  const given = givenBy(judged);
  const used = new Set(judged.by.values());
  return {
    sitting: sittingLineOf(attempt, passMarkPercent),
    passMarkPercent,
    reckoned: grade(judged.items, answers, judged).percent,
    items: judged.items.map((item): ExplainedItem => {
      const correction = judged.by.get(item.id);
      return {
        itemId: item.id,
        prompt: item.prompt,
        given: given(item, answers),
        ...(isKeyed ? { key: keyOf(item) } : {}),
        ...(correction ? { correction } : {}),
        ...(judged.voids.has(item.id) ? { void: true } : {}),
      };
    }),
    corrections: corrections.filter(({ number }) => used.has(number)).map(lineOf),
  };
}

async function maySeeKeys(
  deps: Deps,
  principal: Principal,
  { organisationId, courseId, learnerId }: Enrolment,
): Promise<boolean> {
  const [course, isOwn] = await Promise.all([
    deps.store.courses.byId(organisationId, courseId, { fresh: false }),
    isOwnLearner(deps, principal.accountId, learnerId),
  ]);
  if (isOwn || !course) return false;
  return (
    may(principal, "audit:read", { organisationId }) ||
    may(principal, "course:edit", subjectOf(course.value, principal))
  );
}

/** What is right, in the words of the item. Pure. */
function keyOf({ question, options, number }: Item): AnswerKey {
  if (question === "number") return { texts: [], ...(number ? { number } : {}) };
  if (question === "order") return { texts: options.map(({ text }) => text) };
  if (question !== "match")
    return { texts: options.filter(({ right }) => right).map(({ text }) => text) };
  const pairs = options.flatMap(({ text, pair }) => (pair ? [{ pair, text }] : []));
  return { texts: pairs.map(({ pair }) => pair), to: pairs.map(({ text }) => text) };
}
