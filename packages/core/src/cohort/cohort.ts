import type {
  AccountId,
  Blocker,
  Cohort,
  CohortDesk,
  CohortContact,
  CohortId,
  Contact,
  CourseId,
  EligibleLine,
  EnrolledPerson,
  Enrolment,
  IntentId,
  Manifest,
  ProgressLine,
} from "@twiza/contract";
import { countedPercent } from "../attempt/counting.ts";
import { auditLine } from "../audit.ts";
import { type Action, authorise, may, type Subject } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { completionOf } from "../enrolment/completion.ts";
import { once } from "../intent.ts";
import { isDisputed } from "../observation/standing.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After, Kept } from "../store/index.ts";
import { enrolPerson } from "./enrol-person.ts";

export const cohortSubject = (cohort: Cohort, principal: Principal): Subject => ({
  organisationId: cohort.organisationId,
  cohort: cohort.trainerIds.includes(principal.accountId),
});

/** The cohort, if this person may do `action` with it; `not_found` otherwise, as if it did not exist. */
export async function loadCohort(
  deps: Deps,
  principal: Principal,
  { id, action }: { id: CohortId; action: Action },
): Promise<Kept<Cohort>> {
  const kept = found(await deps.store.cohorts.byId(found(principal.organisationId), id));
  authorise(principal, action, cohortSubject(kept.value, principal));
  return kept;
}

export async function listCohorts(deps: Deps, principal: Principal, after: After) {
  const page = await deps.store.cohorts.ofOrganisation(found(principal.organisationId), after);
  const cohorts = page.values.map(({ value }) => value);
  return {
    cohorts: cohorts.filter((cohort) =>
      may(principal, "cohort:read", cohortSubject(cohort, principal)),
    ),
    ...nextOf(page),
  };
}

/** One cohort with what she may do with it, by the same table that decides when she acts. */
export async function readCohort(
  deps: Deps,
  principal: Principal,
  id: CohortId,
): Promise<CohortDesk> {
  const { value } = await loadCohort(deps, principal, { id, action: "cohort:read" });
  const subject = cohortSubject(value, principal);
  return {
    ...value,
    mayFollow: may(principal, "progress:read", subject),
    mayEnrol: may(principal, "cohort:manage", subject),
    mayVouch: may(principal, "learner:vouch", subject),
    mayIssue: may(principal, "certificate:issue", subject),
    mayAllow: may(principal, "learner:allow", subject),
    mayGrade: may(principal, "grade:change", subject),
  };
}

type NewCohort = {
  intentId: IntentId;
  courseId: CourseId;
  name: string;
  trainerIds: AccountId[];
  startsOn: string;
  endsOn: string;
  places: number;
  joining: Cohort["joining"];
  issuing: Cohort["issuing"];
  contact?: Agreed | undefined;
};

/** A contact as it is asked for: with the consent of whose number it is. */
type Agreed = { name: string; phone: string; consent: true };
const contactOf = (deps: Deps, { name, phone }: Agreed): CohortContact => ({
  name,
  phone,
  consentedAt: deps.clock.now().toISOString(),
});

/** Opens a cohort of a live course. Who leads it must be a trainer or a mentor of the organisation. */
export function createCohort(deps: Deps, principal: Principal, body: NewCohort): Promise<Cohort> {
  return once(deps, { principal, operation: "cohort.create", request: body }, async () => {
    const organisationId = found(principal.organisationId);
    const course = found(await deps.store.courses.byId(organisationId, body.courseId)).value;
    const { intentId: _, contact, ...settings } = body;
    const cohort: Cohort = {
      ...settings,
      ...(contact ? { contact: contactOf(deps, contact) } : {}),
      id: deps.newId("cohort"),
      organisationId,
      courseTitle: course.title,
      taken: 0,
      createdAt: deps.clock.now().toISOString(),
    };
    authorise(principal, "cohort:manage", cohortSubject(cohort, principal));
    if (!course.live) throw new Refused("course.not_published");
    for (const trainerId of body.trainerIds) {
      const membership = await deps.store.people.membership(trainerId, organisationId);
      if (!membership?.value.roles.some((role) => role === "trainer" || role === "mentor"))
        throw new Refused("not_found");
    }
    const line = auditLine(deps, principal, {
      organisationId,
      action: "cohort.created",
      subjectId: cohort.id,
      subjectName: cohort.name,
    });
    return { reply: cohort, writes: [...deps.store.cohorts.put(cohort, "absent"), line] };
  });
}

/** Says whom the learners of a cohort may call, or that there is nobody any more. */
export function changeContact(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: CohortId; body: { intentId: IntentId; contact?: Agreed | undefined } },
): Promise<Cohort> {
  return once(deps, { principal, operation: `cohort.contact ${id}`, request: body }, async () => {
    const { value, revision } = await loadCohort(deps, principal, { id, action: "cohort:manage" });
    const { contact: _, ...rest } = value;
    const contact = body.contact && contactOf(deps, body.contact);
    const cohort: Cohort = contact ? { ...rest, contact } : rest;
    const line = auditLine(deps, principal, {
      organisationId: value.organisationId,
      action: "cohort.changed",
      subjectId: id,
      subjectName: value.name,
      ...(contact ? { note: contact.name } : {}),
    });
    return { reply: cohort, writes: [...deps.store.cohorts.put(cohort, revision), line] };
  });
}

/** Every learner of a cohort with what she has done and what is missing. One query a page. */
export async function readProgress(
  deps: Deps,
  principal: Principal,
  { id, after }: { id: CohortId; after: After },
) {
  const { value: cohort } = await loadCohort(deps, principal, { id, action: "progress:read" });
  const page = await deps.store.enrolments.ofCohort(id, after);
  const learners = await Promise.all(page.values.map(({ value }) => progressLine(deps, value)));
  return { cohort, learners, ...nextOf(page) };
}

export async function progressLine(deps: Deps, enrolment: Enrolment): Promise<ProgressLine> {
  const manifest = await readManifest(deps, enrolment.content.manifest);
  const percent = countedPercent(manifest.quiz, enrolment.quiz);
  const { allowance } = enrolment.quiz;
  const lessons = manifest.modules.flatMap((module) => module.lessons);
  return {
    learnerId: enrolment.learnerId,
    name: enrolment.learnerName,
    // Of her version: she may have done others before she was moved.
    lessonsDone: lessons.filter(({ id }) => enrolment.progress.lessons[id]?.done).length,
    lessonCount: enrolment.lessonCount,
    completion: completionOf(manifest, enrolment),
    ...(percent === undefined ? {} : { quizPercent: percent }),
    ...(allowance ? { allowance } : {}),
    ...(enrolment.lastSeenAt ? { lastSeenAt: enrolment.lastSeenAt } : {}),
    ...skillsOf(manifest, enrolment),
    ...(isDisputed(manifest, enrolment) ? { disputed: true as const } : {}),
  };
}

/** Nothing where her version has no skill that somebody must see. */
function skillsOf(
  { checklists }: Manifest,
  { observed = {} }: Enrolment,
): Pick<ProgressLine, "skills"> {
  if (!checklists) return {};
  const passed = checklists.filter(({ id }) => observed[id]?.state === "passed").length;
  return { skills: { passed, of: checklists.length } };
}

/** Who may receive a certificate now, who has hers, and what the others lack. */
export async function listEligible(
  deps: Deps,
  principal: Principal,
  { id, after }: { id: CohortId; after: After },
) {
  const organisationId = found(principal.organisationId);
  const cohort = found(await deps.store.cohorts.byId(organisationId, id)).value;
  authorise(principal, "certificate:issue", cohortSubject(cohort, principal));
  const page = await deps.store.enrolments.ofCohort(id, after);
  const person = await deps.store.people.person(principal.accountId);
  const own = new Set(person?.learners.map((learner) => learner.id));
  const learners = await Promise.all(
    page.values.map(async ({ value }) => {
      const subject = { ...cohortSubject(cohort, principal), own: own.has(value.learnerId) };
      const mayIssue = may(principal, "certificate:issue", subject);
      return { ...(await eligibleLine(deps, value)), mayIssue };
    }),
  );
  return { cohort, learners, ...nextOf(page) };
}

export async function eligibleLine(
  deps: Deps,
  enrolment: Enrolment,
): Promise<Omit<EligibleLine, "mayIssue">> {
  const { learnerId, courseId, version, learnerName: name } = enrolment;
  const manifest = await readManifest(deps, enrolment.content.manifest);
  const completion = completionOf(manifest, enrolment);
  // What is earned stays earned, whatever was changed since.
  const isEarned = enrolment.earnedAt !== undefined;
  const blockers: Blocker[] = isEarned || completion.state === "earned" ? [] : completion.blockers;
  if (blockers.length > 0) return { learnerId, name, state: "not_yet", blockers };
  const issued = await deps.store.certificates.earned(learnerId, courseId, version);
  return { learnerId, name, state: issued ? "issued" : "eligible", blockers };
}

type People = { intentId: IntentId; people: readonly { name: string; contact: Contact }[] };

/**
 * Enrols people in the order of the list, each in a transaction of her own, and tells of each what became of her: whoever comes
 * after the last place is refused by name, and keeps nobody else out of what is done.
 */
export function enrolPeople(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: CohortId; body: People },
): Promise<{ people: EnrolledPerson[] }> {
  return once(deps, { principal, operation: `cohort.enrol ${id}`, request: body }, async () => {
    await loadCohort(deps, principal, { id, action: "cohort:manage" });
    const people: EnrolledPerson[] = [];
    for (const person of body.people) {
      const { contact } = person;
      people.push({ contact, ...(await outcomeOf(enrolPerson(deps, principal, { id, person }))) });
    }
    return { reply: { people }, writes: [] };
  });
}

/** No place for her is an answer about her; any other refusal is one about the whole list. */
async function outcomeOf(enrolling: ReturnType<typeof enrolPerson>) {
  try {
    return await enrolling;
  } catch (error) {
    const code = error instanceof Refused ? error.code : undefined;
    if (code !== "cohort.full" && code !== "cohort.closed") throw error;
    return { result: "refused" as const, code };
  }
}
