import type { Account, CohortId, Contact, Learner, LearnerId } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import type { Deps } from "../deps.ts";
import { enrolLearner } from "../enrolment/enrolment.ts";
import { decide } from "../intent.ts";
import { newLearner } from "../person/learner.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Write } from "../store/index.ts";

type Newcomer = { readonly name: string; readonly contact: Contact };

type Outcome = { readonly learnerId: LearnerId; readonly result: "enrolled" | "already" };

/** Enrols somebody by e-mail or phone. Who is new gets an account and a learner that wait for her first sign-in. */
export function enrolPerson(
  deps: Deps,
  principal: Principal,
  { id, person }: { id: CohortId; person: Newcomer },
): Promise<Outcome> {
  return decide<Outcome>(deps, async () => {
    const cohort = found(await deps.store.cohorts.byId(found(principal.organisationId), id));
    const { entry } = found(
      await deps.store.courses.outline(cohort.value.courseId),
      "course.not_published",
    );
    const { learner, writes } = await learnerFor(deps, person);
    const decision = await enrolLearner(deps, {
      ...{ learner, entry: entry.value, cohort },
      reachable: true,
    });
    if (decision.already)
      return { reply: { learnerId: learner.id, result: "already" }, writes: [] };
    const line = auditLine(deps, principal, {
      organisationId: cohort.value.organisationId,
      action: "learner.enrolled",
      subjectId: learner.id,
      subjectName: learner.name,
      note: cohort.value.name,
    });
    const reply: Outcome = { learnerId: learner.id, result: "enrolled" };
    return { reply, writes: [...writes, ...decision.writes, line] };
  });
}

/** The first learner of the account behind a contact, made where it is missing. */
async function learnerFor(
  deps: Deps,
  person: Newcomer,
): Promise<{ learner: Learner; writes: readonly Write[] }> {
  const accountId = await deps.store.people.byContact(person.contact);
  const known = accountId && (await deps.store.people.person(accountId, { fresh: true }));
  const existing = known?.learners[0];
  if (existing) return { learner: existing, writes: [] };
  const createdAt = deps.clock.now().toISOString();
  const account: Account = known?.account.value ?? {
    id: deps.newId("account"),
    contact: person.contact,
    name: person.name,
    language: "ar",
    createdAt,
  };
  const learner = newLearner(deps, { accountId: account.id, name: person.name });
  const accountWrites = known ? [] : deps.store.people.create(account);
  return { learner, writes: [...accountWrites, ...deps.store.people.createLearner(learner)] };
}
