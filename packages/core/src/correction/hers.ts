import type {
  Attempt,
  Content,
  Correction,
  CourseId,
  Enrolment,
  Flag,
  HandIn,
  Hash,
  ItemId,
  LearnerId,
  Manifest,
} from "@twiza/contract";
import { grade } from "../attempt/grading.ts";
import { itemsIn } from "../attempt/sitting.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { contentIn } from "../enrolment/versions.ts";
import { found } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { type Judged, judgedBy } from "./judged.ts";

/** A hand-in of hers that counts: the one that stands of its sitting, or a further one that a person let count. */
export type Counted = {
  readonly attempt: Kept<Attempt>;
  /** Where it is a further one. */
  readonly flag?: Kept<Flag>;
  readonly at: string;
  readonly percent: number;
  /** What it is worth by the corrections, and whether it is marked by an older number of them. */
  readonly now: number;
  readonly isStale: boolean;
  /** Whether it was asked what the newest correction is about. */
  readonly isConcerned: boolean;
  readonly formerMark?: number;
};

/** A learner's sittings of a course as these corrections leave them. */
export type Hers = {
  readonly kept: Kept<Enrolment>;
  readonly manifest: Manifest;
  readonly counted: readonly Counted[];
  /** Something of hers may be marked at this very moment by who does not know the newest correction yet. */
  readonly isOpen: boolean;
};

/** Tests by their blobs, as corrections leave them: made once for many learners. */
export type Tests = (quiz: Hash) => Promise<Judged>;
export function testsBy(deps: Deps, corrections: readonly Correction[]): Tests {
  const known = new Map<Hash, Promise<Judged>>();
  return (quiz) => {
    const judged =
      known.get(quiz) ??
      readQuiz(deps, quiz).then(({ items }) => judgedBy(deps, items, corrections));
    known.set(quiz, judged);
    return judged;
  };
}

export type Marking = { readonly last: number; readonly tests: Tests };

/** The enrolment comes first: whoever writes it meanwhile is noticed, since it is written back at the revision that was read. */
export async function readHers(
  deps: Deps,
  { learnerId, courseId }: { learnerId: LearnerId; courseId: CourseId },
  marking: Marking,
): Promise<Hers> {
  const { enrolments } = deps.store;
  const kept = found(await enrolments.byCourse(learnerId, courseId, { fresh: true }));
  const { values } = await enrolments.attemptsOf(learnerId, courseId, { fresh: true });
  const counted = await Promise.all(values.map((attempt) => countedOf(deps, { kept, attempt, marking }))); // prettier-ignore
  const isOpen = ({ value: { submittedAt, held = [] } }: Kept<Attempt>): boolean =>
    !submittedAt || held.some(({ state }) => state === "waiting");
  return {
    kept,
    manifest: await readManifest(deps, kept.value.content.manifest),
    counted: counted.flat(),
    isOpen: values.some(isOpen),
  };
}

type One = {
  readonly kept: Kept<Enrolment>;
  readonly attempt: Kept<Attempt>;
  readonly marking: Marking;
};

async function countedOf(deps: Deps, { kept, attempt, marking }: One): Promise<Counted[]> {
  const { submittedAt, version, held = [], answers = [], percent = 0 } = attempt.value;
  if (!submittedAt) return [];
  const content = await contentIn(deps, kept.value, version);
  const former = version === kept.value.version ? {} : await formerMark(deps, content);
  const judged = await marking.tests(content.quiz);
  const worth = worthBy(judged, { attempt: attempt.value, last: marking.last });
  const accepted = await Promise.all(
    held
      .filter(({ state }) => state === "accepted")
      .map(({ flagId }) => deps.store.flags.byId(kept.value.organisationId, flagId)),
  );
  const lines: Counted[] = [];
  let countedAt = submittedAt;
  for (const flag of accepted) {
    const { about, decision } = flag?.value ?? {};
    if (!flag || about?.kind !== "hand_in" || !decision) continue;
    // The first that counted stands as the sitting itself.
    if (about.handIn.receivedAt === submittedAt) countedAt = decision.at;
    else lines.push({ attempt, flag, at: decision.at, percent: about.handIn.percent, ...worth(about.handIn), ...former }); // prettier-ignore
  }
  const { corrections } = attempt.value;
  const own = worth({ answers, ...(corrections ? { corrections } : {}) });
  return [{ attempt, at: countedAt, percent, ...own, ...former }, ...lines];
}

const formerMark = async (deps: Deps, { manifest }: Content): Promise<{ formerMark: number }> => ({
  formerMark: (await readManifest(deps, manifest)).passMarkPercent,
});

/** What answers are worth in a sitting, by what was corrected of its items. */
function worthBy(
  judged: Judged,
  { attempt: { itemIds }, last }: { attempt: Attempt; last: number },
) {
  const items = itemsIn(judged, itemIds);
  const numbers = itemIds.map((id: ItemId) => judged.by.get(id) ?? 0);
  return ({ answers, corrections = 0 }: Pick<HandIn, "answers" | "corrections">) => ({
    now: grade(items, answers, judged).percent,
    isStale: numbers.some((number) => number > corrections),
    isConcerned: numbers.includes(last),
  });
}
