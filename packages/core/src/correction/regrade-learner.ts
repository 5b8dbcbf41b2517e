import type { Attempt, CourseId, LearnerId, Regraded, RegradeFigures } from "@twiza/contract";
import { MARKING } from "@twiza/contract/marking";
import type { Deps } from "../deps.ts";
import { withEarned } from "../enrolment/completion.ts";
import { decide } from "../intent.ts";
import type { Write } from "../store/index.ts";
import { type Counted, type Hers, type Marking, readHers } from "./hers.ts";
import { type Difference, standingBy } from "./standing.ts";

type Whose = { readonly learnerId: LearnerId; readonly courseId: CourseId };

export const NO_FIGURES: RegradeFigures = {
  ...{ learners: 0, sittings: 0, rise: 0, fall: 0, passes: 0, keeps: 0 },
};
export const plus = (one: RegradeFigures, other: RegradeFigures): RegradeFigures => ({
  learners: one.learners + other.learners,
  sittings: one.sittings + other.sittings,
  rise: one.rise + other.rise,
  fall: one.fall + other.fall,
  passes: one.passes + other.passes,
  keeps: one.keeps + other.keeps,
});

function figuresOf({ counted }: Hers, difference: Difference | undefined): RegradeFigures {
  const { from = 0, to = 0, passes = false, keeps = false } = difference ?? {};
  return {
    learners: 1,
    sittings: counted.filter(({ isConcerned }) => isConcerned).length,
    rise: Number(to > from),
    fall: Number(to < from),
    passes: Number(passes),
    keeps: Number(keeps),
  };
}

const standingOf = ({ kept, manifest, counted }: Hers) =>
  standingBy(
    kept.value.quiz,
    counted.map(({ at, percent, now, isStale, formerMark }) => ({ at, from: percent, to: isStale ? now : percent, formerMark })), // prettier-ignore
    manifest,
  ); // prettier-ignore

/** What marking a learner's sittings anew would mean. Writes nothing. */
export async function tryLearner(
  deps: Deps,
  whose: Whose,
  marking: Marking,
): Promise<RegradeFigures> {
  const hers = await readHers(deps, whose, marking);
  const isStale = hers.counted.some((each) => each.isStale);
  return figuresOf(hers, isStale ? standingOf(hers).difference : undefined);
}

/**
 * Marks a learner's sittings anew, all in one transaction with what is told of it. What is marked already is left alone, and told as
 * it was: doing it twice is doing it once. Where a sitting of hers is open, her enrolment is written all the same, so that a handing in
 * that is being graded by the old key finds that it changed, and is graded anew.
 */
export function regradeLearner(
  deps: Deps,
  whose: Whose,
  marking: Marking,
): Promise<RegradeFigures> {
  return decide(deps, async () => {
    const hers = await readHers(deps, whose, marking);
    const { kept, manifest, counted, isOpen } = hers;
    const stale = counted.filter((each) => each.isStale);
    if (stale.length === 0) {
      const fence = isOpen ? [deps.store.enrolments.put(kept.value, kept.revision)] : [];
      return {
        reply: figuresOf(hers, await toldOf(deps, whose, { hers, marking })),
        writes: fence,
      };
    }
    const now = deps.clock.now().toISOString();
    const { quiz, difference } = standingOf(hers);
    const enrolment = withEarned({ ...kept.value, quiz }, manifest, now);
    const told = regradedOf(hers, { stale, difference, last: marking.last, now });
    const writes = [
      ...stale.map((each) => marked(deps, each, { last: marking.last, now })),
      deps.store.enrolments.put(enrolment, kept.revision),
      ...(told ? [deps.store.corrections.putRegraded(told)] : []),
    ];
    return { reply: figuresOf(hers, difference), writes };
  });
}

/** What it changed for her when it was done before. */
async function toldOf(
  deps: Deps,
  { courseId, learnerId }: Whose,
  { hers, marking: { last } }: { hers: Hers; marking: Marking },
): Promise<Regraded | undefined> {
  const isDone = hers.counted.some(
    ({ attempt, flag }) =>
      attempt.value.corrections === last ||
      (flag?.value.about.kind === "hand_in" && flag.value.about.handIn.corrections === last),
  );
  return isDone
    ? deps.store.corrections.regraded({ courseId, number: last, learnerId })
    : undefined;
}

function marked(
  deps: Deps,
  { attempt, flag, percent, now: to }: Counted,
  { last, now }: { last: number; now: string },
): Write {
  const by = { percent: to, rules: MARKING, corrections: last };
  if (flag?.value.about.kind === "hand_in") {
    const { about } = flag.value;
    const again = { ...flag.value, about: { ...about, handIn: { ...about.handIn, ...by } } };
    return deps.store.flags.put(again, flag.revision);
  }
  const { corrected, ...before } = attempt.value;
  const from = corrected?.from ?? percent;
  // Told by what she was told first, and no longer once that holds again.
  const told: Pick<Attempt, "corrected"> = from === to ? {} : { corrected: { from, at: now } };
  return deps.store.enrolments.putAttempt({ ...before, ...by, ...told }, attempt.revision);
}

function regradedOf(
  { kept: { value } }: Hers,
  of: { stale: readonly Counted[]; difference: Difference; last: number; now: string },
): Regraded | undefined {
  const [first, ...others] = of.stale.flatMap(({ attempt, percent, now }) =>
    percent === now ? [] : [{ attemptId: attempt.value.id, from: percent, to: now }],
  );
  if (!first) return undefined;
  return {
    courseId: value.courseId,
    number: of.last,
    learnerId: value.learnerId,
    ...(value.cohortId ? { learnerName: value.learnerName } : {}),
    ...of.difference,
    sittings: [first, ...others],
    at: of.now,
  };
}
