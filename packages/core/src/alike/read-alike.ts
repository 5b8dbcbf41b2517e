import {
  type AlikeLine,
  type Attempt,
  type CohortId,
  type Enrolment,
  type Item,
  type LearnerId,
  MOST_ALIKE,
  MOST_COMPARED,
} from "@twiza/contract";
import { authorise, may } from "../authorise.ts";
import { markOf } from "../attempt/grading.ts";
import { givenOf } from "../attempt/public-item.ts";
import { itemsIn } from "../attempt/sitting.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { testsBy } from "../correction/hers.ts";
import type { Judged } from "../correction/judged.ts";
import { printOfItem } from "../course/print.ts";
import type { Deps } from "../deps.ts";
import { contentIn } from "../enrolment/versions.ts";
import { givenBy } from "../flag/flag.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Answered } from "./chances.ts";
import { pairsAlike } from "./pairs.ts";
import { saidOf } from "./said.ts";

/** A first sitting of the test as it counts by now, and what was answered to each item that is marked. */
type Compared = {
  readonly id: Attempt["id"];
  readonly enrolment: Enrolment;
  readonly attempt: Attempt;
  readonly judged: Judged;
  readonly items: ReadonlyMap<string, Item>;
  readonly answers: ReadonlyMap<string, Answered>;
};

/**
 * Pairs of a cohort whose wrong answers to the test are more alike than chance would make them, for who follows the cohort. Worked out
 * when it is asked for, of first sittings by their corrected keys; nothing of it is kept, and nobody's mark comes into it. Learners of
 * one's own are left out.
 * @throws Refused `not_found`
 */
export async function readAlike(
  deps: Deps,
  principal: Principal,
  id: CohortId,
): Promise<{ sittings: number; more: boolean; pairs: AlikeLine[] }> {
  const organisationId = found(principal.organisationId);
  const { value: cohort } = found(await deps.store.cohorts.byId(organisationId, id));
  const subject = cohortSubject(cohort, principal);
  if (!may(principal, "grade:change", subject)) authorise(principal, "progress:read", subject);
  const [person, { enrolments, more }, corrections] = await Promise.all([
    deps.store.people.person(principal.accountId),
    enrolmentsOf(deps, id),
    deps.store.corrections.ofCourse(cohort.courseId),
  ]);
  const own = new Set<LearnerId>(person?.learners.map((learner) => learner.id));
  const tests = testsBy(deps, corrections);
  const prints = printsOnce();
  const sat = enrolments.filter(({ learnerId, quiz }) => quiz.tries > 0 && !own.has(learnerId));
  const compared = await Promise.all(
    sat.map(async (enrolment) => {
      const { learnerId, courseId } = enrolment;
      const { values } = await deps.store.enrolments.attemptsOf(learnerId, courseId);
      const first = values.find(({ value }) => value.number === 1 && value.submittedAt)?.value;
      if (!first) return [];
      const { quiz } = await contentIn(deps, enrolment, first.version);
      return [await comparedOf({ enrolment, attempt: first, judged: await tests(quiz) }, prints)];
    }),
  );
  const all = new Map(compared.flat().map((each) => [each.id as string, each]));
  const pairs = pairsAlike([...all.values()]).slice(0, MOST_ALIKE);
  const lines = pairs.flatMap(({ one, other, ...pair }): AlikeLine[] => {
    const [mine, hers] = [all.get(one), all.get(other)];
    return mine && hers ? [lineOf(mine, hers, pair)] : [];
  });
  return { sittings: all.size, more, pairs: lines };
}

/** Those of a cohort, as many as are compared at once. */
async function enrolmentsOf(
  deps: Deps,
  id: CohortId,
): Promise<{ enrolments: Enrolment[]; more: boolean }> {
  const { values, next } = await deps.store.enrolments.ofCohort(id, undefined, MOST_COMPARED);
  return { enrolments: values.map(({ value }) => value), more: next !== undefined };
}

/** Prints of items, each made once however many were asked it. */
function printsOnce(): (item: Item) => Promise<string> {
  const known = new Map<Item, Promise<string>>();
  return (item) => {
    const print = known.get(item) ?? printOfItem(item);
    known.set(item, print);
    return print;
  };
}

/** An item of another version is the same where it says the same: by its name and its print. */
async function comparedOf(
  sat: Pick<Compared, "enrolment" | "attempt" | "judged">,
  printOf: (item: Item) => Promise<string>,
): Promise<Compared> {
  const { attempt, judged } = sat;
  const telling = itemsIn(judged, attempt.itemIds).filter((item) => !judged.voids.has(item.id));
  const items = new Map<string, Item>();
  const answers = new Map<string, Answered>();
  for (const item of telling) {
    const answer = attempt.answers?.find(({ itemId }) => itemId === item.id);
    const given = givenOf(item, answer);
    const said = given && saidOf(given);
    const { right, of } = markOf(item, answer);
    // What was left out agrees with nothing, and neither does what nothing marks.
    if (!said || of === 0) continue;
    const key = `${item.id} ${await printOf(item)}`;
    items.set(key, item);
    answers.set(key, { right, said });
  }
  return { id: attempt.id, ...sat, items, answers };
}

const sittingOf = ({ id, enrolment }: Compared): AlikeLine["one"] => ({
  ...{ learnerId: enrolment.learnerId, name: enrolment.learnerName, attemptId: id },
});

function lineOf(
  one: Compared,
  other: Compared,
  {
    common,
    expected,
    shared,
  }: { readonly common: number; readonly expected: number; readonly shared: readonly string[] },
): AlikeLine {
  const given = givenBy(one.judged);
  return {
    one: sittingOf(one),
    other: sittingOf(other),
    common,
    expected: Math.round(expected * 10) / 10,
    shared: shared.flatMap((key) => {
      const item = one.items.get(key);
      if (!item) return [];
      const { texts, to, number, written } = given(item, one.attempt.answers ?? []);
      const said = {
        texts,
        ...(to ? { to } : {}),
        ...(number === undefined ? {} : { number }),
        ...(written ? { written } : {}),
      };
      return [{ itemId: item.id, prompt: item.prompt, given: said }];
    }),
  };
}
