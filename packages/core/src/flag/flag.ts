import type {
  Answer,
  Cohort,
  CohortId,
  Comparison,
  Flag,
  FlagId,
  FlagLine,
  HandIn,
  Item,
} from "@twiza/contract";
import { type Given, mark } from "@twiza/contract/marking";
import { givenOf } from "../attempt/public-item.ts";
import { itemsIn } from "../attempt/sitting.ts";
import { authorise, may, type Subject } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { type Judged, judgedNow } from "../correction/judged.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After, Kept } from "../store/index.ts";

/** The cohort that something waits in, while there is one. */
export const cohortOf = async (deps: Deps, flag: Flag): Promise<Cohort | undefined> =>
  flag.cohortId && (await deps.store.cohorts.byId(flag.organisationId, flag.cohortId))?.value;

export const flagSubject = (
  flag: Flag,
  principal: Principal,
  { cohort, own }: { cohort: Cohort | undefined; own: boolean },
): Subject => ({
  organisationId: flag.organisationId,
  cohort: cohort ? cohortSubject(cohort, principal).cohort === true : false,
  own,
});

/** What waits for her, oldest first: of her cohorts, or of the organisation. What is about herself is not shown to her. */
export async function listFlags(
  deps: Deps,
  principal: Principal,
  { after, cohortId }: { after?: After; cohortId?: CohortId | undefined },
) {
  const page = await deps.store.flags.waiting(found(principal.organisationId), after);
  const person = await deps.store.people.person(principal.accountId);
  const own = new Set(person?.learners.map(({ id }) => id));
  const cohorts = new Map<CohortId | undefined, Cohort | undefined>();
  const flags: FlagLine[] = [];
  for (const { value: flag } of page.values) {
    if (cohortId && flag.cohortId !== cohortId) continue;
    if (!cohorts.has(flag.cohortId)) cohorts.set(flag.cohortId, await cohortOf(deps, flag));
    const cohort = cohorts.get(flag.cohortId);
    const subject = flagSubject(flag, principal, { cohort, own: own.has(flag.learnerId) });
    if (may(principal, "flag:decide", subject)) flags.push(await lineOf(deps, flag, cohort));
  }
  return { flags, ...nextOf(page) };
}

/** One thing that waits or waited, loaded and authorised. */
async function loadFlag(
  deps: Deps,
  principal: Principal,
  id: FlagId,
): Promise<Kept<Flag> & { cohort: Cohort | undefined }> {
  const kept = found(await deps.store.flags.byId(found(principal.organisationId), id));
  const cohort = await cohortOf(deps, kept.value);
  const own = await isOwnLearner(deps, principal.accountId, kept.value.learnerId);
  authorise(principal, "flag:decide", flagSubject(kept.value, principal, { cohort, own }));
  return { ...kept, cohort };
}

/** With both hand-ins side by side, item by item, in the words of the items. */
export async function readFlag(deps: Deps, principal: Principal, id: FlagId) {
  const { value: flag, cohort } = await loadFlag(deps, principal, id);
  return { flag: await lineOf(deps, flag, cohort), items: await comparisonsOf(deps, flag) };
}

export async function lineOf(
  deps: Deps,
  { content, organisationId: _, about, ...flag }: Flag,
  cohort: Cohort | undefined,
): Promise<FlagLine> {
  const { passMarkPercent } = await readManifest(deps, content.manifest);
  const line = {
    ...flag,
    kind: about.kind,
    ...(cohort ? { cohortName: cohort.name } : {}),
    passMarkPercent,
  };
  if (about.kind === "events") return { ...line, eventCount: about.events.length };
  const standing = about.standing ? { standing: figureOf(about.standing) } : {};
  return { ...line, handIn: figureOf(about.handIn), ...standing };
}

const figureOf = ({ answers: _, ...figure }: HandIn) => figure;

async function comparisonsOf(
  deps: Deps,
  { content, about, learnerId, courseId }: Flag,
): Promise<Comparison[]> {
  if (about.kind === "events") return [];
  const { handIn, standing } = about;
  const [quiz, attempt] = await Promise.all([
    readQuiz(deps, content.quiz),
    deps.store.enrolments.attempt(learnerId, courseId, about.attemptId),
  ]);
  // A sitting may have had some of them only.
  const asked = attempt ? itemsIn(quiz, attempt.value.itemIds) : quiz.items;
  const judged = await judgedNow(deps, courseId, asked);
  const given = givenBy(judged);
  return judged.items.map((item) => ({
    itemId: item.id,
    prompt: item.prompt,
    given: given(item, handIn.answers),
    ...(standing ? { standing: given(item, standing.answers) } : {}),
  }));
}

/** What was answered to an item: in its own words where it was chosen, as it was written where it was written; and its mark. */
export const givenBy =
  ({ voids }: Pick<Judged, "voids">) =>
  (item: Item, answers: readonly Answer[]): Comparison["given"] => {
    const answer = answers.find(({ itemId }) => itemId === item.id);
    const given = givenOf(item, answer);
    const marked = mark(item, given);
    const fair = voids.has(item.id) ? { got: marked.of, right: true } : {};
    return { ...saidIn(item, given), ...marked, ...fair };
  };

type Said = Pick<Comparison["given"], "texts" | "to" | "number" | "written">;
function saidIn({ options }: Item, given: Given | undefined): Said {
  const chosen = (ids: readonly (string | undefined)[]) =>
    ids.flatMap((id) => options.filter((one) => one.id === id));
  const textsOf = (ids: readonly (string | undefined)[]) => chosen(ids).map(({ text }) => text);
  if (!given) return { texts: [] };
  if ("number" in given) return { texts: [], number: given.number };
  if ("text" in given) return { texts: [], written: [given.text] };
  if ("order" in given) return { texts: textsOf(given.order) };
  if ("options" in given)
    return {
      texts: options.filter(({ id }) => given.options.includes(id)).map(({ text }) => text),
    };
  if ("gaps" in given) {
    const { gaps } = given;
    return {
      texts: textsOf(gaps.map(({ option }) => option)),
      written: gaps.flatMap(({ text }) => text ?? []),
    };
  }
  const put = given.pairs.flatMap(({ option, pair: of }) => {
    const [asked] = chosen([option]);
    const [owner] = chosen([of]);
    return asked && owner?.pair ? [{ text: owner.pair, to: asked.text }] : [];
  });
  return { texts: put.map(({ text }) => text), to: put.map(({ to }) => to) };
}
