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
import { isRight } from "../attempt/grading.ts";
import { authorise, may, type Subject } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After, Kept } from "../store.ts";

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

async function comparisonsOf(deps: Deps, { content, about }: Flag): Promise<Comparison[]> {
  if (about.kind === "events") return [];
  const { handIn, standing } = about;
  const { items } = await readQuiz(deps, content.quiz);
  return items.map((item) => ({
    itemId: item.id,
    prompt: item.prompt,
    given: givenTo(item, handIn.answers),
    ...(standing ? { standing: givenTo(item, standing.answers) } : {}),
  }));
}

/** What was answered to an item, in its own words. */
function givenTo(item: Item, answers: readonly Answer[]): Comparison["given"] {
  const answer = answers.find(({ itemId }) => itemId === item.id);
  const right = isRight(item, answer);
  if (answer && "number" in answer) return { texts: [], number: answer.number, right };
  const chosen = new Set(answer?.options);
  return { texts: item.options.filter(({ id }) => chosen.has(id)).map(({ text }) => text), right };
}
