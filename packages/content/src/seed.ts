import {
  type Account,
  type AccountId,
  type Course,
  type CourseId,
  type LearnerId,
  Manifest,
  type Organisation,
  type StaffRole,
} from "@twiza/contract";
import {
  changeFramework,
  createCohort,
  decideProposal,
  type Deps,
  enrolPeople,
  keepManifest,
  type Learning,
  type Principal,
  proposeAct,
  publishCourse,
  readManifest,
  saveFramework,
  type Write,
} from "@twiza/core";
import { buildCourse } from "./build.ts";
import { courseIdOf, type CourseSource, readCourse } from "./course.ts";
import {
  apprentices,
  type DemoPerson,
  cooperatives,
  institution,
  learners,
  staff,
  trainerPhone,
} from "./demo.ts";
import { readSkills } from "./frameworks/framework.ts";
import { intent } from "./intent.ts";
import { seedBank } from "./seed-bank.ts";
import { handIn, walk } from "./walk.ts";
import { readWorkshop, seeWork } from "./workshop.ts";

/** The courses of this room, by their folder. */
export const COURSES = [
  "create-and-govern-a-cooperative",
  "price-cost-and-margin",
  "keep-the-cash-book",
] as const;
const folderOf = (slug: string): string => new URL(`../courses/${slug}`, import.meta.url).pathname;

/**
 * Fills an empty store with three published courses, an institution, three cooperatives, staff and six learners at different
 * points of their way; one of them has handed a test in twice, which waits for her trainer. Beside these a course of a craft, for a
 * group alone, at whose press somebody has stood beside each of four learners. People do what they do through the
 * use cases, as they would in the app.
 */
export async function seed(deps: Deps): Promise<void> {
  const organisation = await openInstitution(deps);
  const trainer = await hire(deps, organisation, staff.trainer);
  const second = await hire(deps, organisation, staff.secondTrainer);
  const administrator = await hire(deps, organisation, staff.administrator);
  for (const other of [staff.mentor, staff.manager, staff.auditor])
    await hire(deps, organisation, other);
  await openFramework(deps, trainer);
  const [create, price, cashBook] = [
    await addCourse(deps, trainer, readCourse(folderOf(COURSES[0]))),
    await addCourse(deps, trainer, readCourse(folderOf(COURSES[1]))),
    await addCourse(deps, second, readCourse(folderOf(COURSES[2]))),
  ];
  const open = await createCohort(deps, administrator, {
    ...cohortSettings(deps, create, trainer),
    name: "Tiznit 2026",
    joining: "open",
    issuing: "automatic",
    contact: { name: staff.trainer.name, phone: trainerPhone, consent: true },
  });
  const byHand = await createCohort(deps, administrator, {
    ...cohortSettings(deps, price, trainer),
    name: "Taliouine 2026",
    joining: "by_invitation",
    issuing: "by_hand",
  });
  const { beginner, underWay, failedOnce, certified, revoked, eligible } = learners;
  const inOpen = await enrolAll(deps, administrator, {
    id: open.id,
    people: [beginner, underWay, failedOnce, certified, revoked],
  });
  const inByHand = await enrolAll(deps, administrator, {
    id: byHand.id,
    people: [eligible, underWay],
  });
  await walk(deps, inOpen.get(underWay), { courseId: create, lessons: 2 });
  const touda = inOpen.get(failedOnce);
  const attemptId = await walk(deps, touda, { courseId: create, lessons: "all", right: 0.5 });
  if (touda && attemptId) await handIn(deps, touda, { courseId: create, attemptId, right: 0.9 });
  await walk(deps, inOpen.get(certified), { courseId: create, lessons: "all", right: 1 });
  await walk(deps, inOpen.get(revoked), { courseId: create, lessons: "all", right: 0.8 });
  await walk(deps, inByHand.get(eligible), { courseId: price, lessons: "all", right: 0.9 });
  await changeDraft(deps, cashBook, second);
  await openWorkshop(deps, { administrator, trainer });
  await seedBank(deps, [
    { courseId: create, by: trainer, tags: ["coopérative", "statuts"] },
    { courseId: price, by: trainer, tags: ["prix"] },
    { courseId: cashBook, by: second, tags: ["caisse"] },
  ]);
}

/** The group at the press, and what was seen of each one's work. */
async function openWorkshop(
  deps: Deps,
  { administrator, trainer }: Record<"administrator" | "trainer", Principal>,
): Promise<void> {
  const courseId = await addCourse(deps, trainer, readWorkshop(), "cohorts");
  const { id: cohortId } = await createCohort(deps, administrator, {
    ...cohortSettings(deps, courseId, trainer),
    name: "Tifawin 2026",
    joining: "by_invitation",
    issuing: "automatic",
  });
  const people = Object.values(apprentices);
  const learning = await enrolAll(deps, administrator, { id: cohortId, people });
  const of = (person: DemoPerson): Learning => {
    const learner = learning.get(person);
    if (!learner) throw new Error(`${person.name} was not enrolled`);
    return learner;
  };
  await seeWork(deps, { courseId, cohortId, trainer, of });
}

/** What remains once the worker has issued: one certificate is revoked, with its reason. */
export async function seedRevocation(deps: Deps): Promise<void> {
  const accountId = await deps.store.people.byContact(learners.revoked.contact);
  const person = accountId && (await deps.store.people.person(accountId));
  const learnerId = person?.learners[0]?.id;
  const certificate =
    learnerId && (await deps.store.certificates.ofLearner(learnerId, undefined)).values[0]?.value;
  if (!certificate) throw new Error("the seed has no certificate to revoke");
  // Two people: her trainer proposes, the administrator approves.
  const trainer = await member(deps, staff.trainer, certificate.organisationId);
  const administrator = await member(deps, staff.administrator, certificate.organisationId);
  const proposal = {
    intentId: intent(deps),
    act: "revoke" as const,
    reason: "error" as const,
    note: "Saisie deux fois sous un autre nom.",
  };
  const { id } = certificate;
  const { proposal: made } = await proposeAct(deps, trainer, { id, body: proposal });
  const decision = "approve" as const;
  const body = { intentId: intent(deps), decision, seenAt: made?.at ?? "" };
  await decideProposal(deps, administrator, { id, body });
}

/** Somebody of staff who was hired before. */
async function member(
  deps: Deps,
  { contact, name, role }: DemoPerson,
  organisationId: Organisation["id"],
): Promise<Principal> {
  const id = await deps.store.people.byContact(contact);
  if (!id || role === "learner") throw new Error(`${name} is no member of staff`);
  return principal(deps, { id, name }, organisationId, role);
}

const principal = (
  deps: Deps,
  { id, name }: { id: AccountId; name: string },
  organisationId: Organisation["id"],
  role: StaffRole,
): Principal => ({
  accountId: id,
  sessionId: deps.newId("session"),
  name,
  organisationId,
  roles: [role],
  learnerIds: [],
  profiles: [],
  ownsAccount: true,
});

async function mustCommit(deps: Deps, writes: readonly Write[]): Promise<void> {
  if ((await deps.store.commit(writes)) !== "done")
    throw new Error("the store is not empty: seed an empty one");
}

async function openInstitution(deps: Deps): Promise<Organisation> {
  const createdAt = deps.clock.now().toISOString();
  const parent: Organisation = {
    id: deps.newId("organisation"),
    kind: "institution",
    name: institution,
    createdAt,
  };
  const children = cooperatives.map((each): Organisation => ({
    ...each,
    id: deps.newId("organisation"),
    parentId: parent.id,
    createdAt,
  }));
  await mustCommit(
    deps,
    [parent, ...children].flatMap((each) => deps.store.organisations.create(each)),
  );
  return parent;
}

async function hire(
  deps: Deps,
  organisation: Organisation,
  { name, contact, language, role }: DemoPerson,
): Promise<Principal> {
  if (role === "learner") throw new Error(`${name} is no member of staff`);
  const at = deps.clock.now().toISOString();
  const account: Account = { id: deps.newId("account"), contact, name, language, createdAt: at };
  const membership = {
    accountId: account.id,
    organisationId: organisation.id,
    organisationName: organisation.name,
    name,
    contact,
    roles: [role],
    grantedAt: at,
  };
  await mustCommit(deps, [
    ...deps.store.people.create(account),
    deps.store.people.putMembership(membership, "absent"),
  ]);
  return principal(deps, { id: account.id, name }, organisation.id, role);
}

/** What courses of ours are held to, as its trainer would bring it in. */
async function openFramework(deps: Deps, trainer: Principal): Promise<void> {
  const { id, about, competencies } = readSkills();
  await saveFramework(deps, trainer, { id, body: { intentId: intent(deps), about } });
  const commands = competencies.map((competency) => ({ do: "write" as const, competency }));
  await changeFramework(deps, trainer, { id, body: { intentId: intent(deps), commands } });
}

/** Keeps the blobs of a course and publishes its first version, for everybody or for whoever is in a group of it. */
async function addCourse(
  deps: Deps,
  trainer: Principal,
  source: CourseSource,
  visibility: Course["visibility"] = "public",
): Promise<CourseId> {
  const id = courseIdOf(source);
  const built = buildCourse(source, id);
  for (const file of built.files) await deps.publicBlobs.put(file.bytes, file.type);
  const quiz = await deps.privateBlobs.put(
    new TextEncoder().encode(JSON.stringify(built.quiz)),
    "application/json",
  );
  const manifest = await keepManifest(deps, built.manifest);
  const organisationId = trainer.organisationId;
  if (!organisationId) throw new Error("a trainer without an organisation");
  const course: Course = {
    id,
    organisationId,
    ownerIds: [trainer.accountId],
    title: source.title,
    visibility,
    draft: { content: { manifest, quiz }, changedAt: deps.clock.now().toISOString() },
  };
  await mustCommit(deps, [deps.store.courses.create(course)]);
  await publishCourse(deps, trainer, id, { intentId: intent(deps), note: "Première version." });
  return id;
}

/** Leaves one course with changes that are not published yet, for its trainer to look at and publish. */
async function changeDraft(deps: Deps, id: CourseId, trainer: Principal): Promise<void> {
  if (!trainer.organisationId) return;
  const kept = await deps.store.courses.byId(trainer.organisationId, id);
  if (!kept) return;
  const manifest = await readManifest(deps, kept.value.draft.content.manifest);
  const changed = Manifest.parse({ ...manifest, passMarkPercent: 75 });
  const content = { ...kept.value.draft.content, manifest: await keepManifest(deps, changed) };
  const draft = { content, changedAt: deps.clock.now().toISOString() };
  await mustCommit(deps, [deps.store.courses.put({ ...kept.value, draft }, kept.revision)]);
}

function cohortSettings(deps: Deps, courseId: CourseId, trainer: Principal) {
  const year = deps.clock.now().getUTCFullYear();
  return {
    intentId: intent(deps),
    courseId,
    trainerIds: [trainer.accountId],
    startsOn: `${year}-01-15`,
    endsOn: `${year + 1}-12-31`,
    places: 30,
  };
}

/** Enrols people in a cohort and answers who became which learner, with the language she uses. */
async function enrolAll(
  deps: Deps,
  administrator: Principal,
  { id, people }: { id: Parameters<typeof enrolPeople>[2]["id"]; people: readonly DemoPerson[] },
): Promise<Map<DemoPerson, Learning>> {
  const body = {
    intentId: intent(deps),
    people: people.map(({ name, contact }) => ({ name, contact })),
  };
  const { people: enrolled } = await enrolPeople(deps, administrator, { id, body });
  const principals = new Map<DemoPerson, Learning>();
  for (const person of people) {
    const outcome = enrolled.find(({ contact }) => contact === person.contact);
    const learnerId = outcome?.result === "refused" ? undefined : outcome?.learnerId;
    const accountId = await deps.store.people.byContact(person.contact);
    const account = accountId && (await deps.store.people.account(accountId));
    if (!learnerId || !account) throw new Error(`${person.name} was not enrolled`);
    const { value, revision } = account;
    await mustCommit(deps, [
      deps.store.people.putAccount({ ...value, language: person.language }, revision),
    ]);
    principals.set(person, asLearner(deps, { id: value.id, name: person.name, learnerId }));
  }
  return principals;
}

const asLearner = (
  deps: Deps,
  { id, name, learnerId }: { id: AccountId; name: string; learnerId: LearnerId },
): Learning => ({
  accountId: id,
  sessionId: deps.newId("session"),
  name,
  roles: ["learner"],
  learnerId,
  learnerIds: [learnerId],
  profiles: [],
  ownsAccount: true,
});
