import { Contact, type Course, type StaffRole } from "@twiza/contract";
import { found, keepManifest, readManifest } from "@twiza/core";
import { type House, newIntent, type Visitor } from "./house.ts";
import { newLessonId } from "./new-ids.ts";

const AUTHOR = "author@review.example";
const REVIEWER = "reviewer@review.example";

/**
 * An organisation of its own in a seeded house, where a second person approves: a course with two versions, whose draft has a lesson
 * more, one less and one that says something else, and a cohort of two who are on the first version. The draft waits for the reviewer.
 */
export async function reviewedCourse(house: House) {
  const { deps } = house.server;
  const createdAt = deps.clock.now().toISOString();
  const name = { ar: "اتحاد الزعفران", fr: "Union du safran", zgh: "ⵜⴰⵎⵓⵏⵜ", en: "Saffron union" };
  const organisation = { id: deps.newId("organisation"), kind: "union" as const, name, createdAt };
  expectDone(await deps.store.commit(deps.store.organisations.create(organisation)));
  const member = async (contact: string, as: string, role: StaffRole) => {
    const account = { id: deps.newId("account"), contact: Contact.parse(contact), name: as };
    const membership = {
      ...{ accountId: account.id, organisationId: organisation.id, organisationName: name },
      ...{ name: as, contact: account.contact, roles: [role], grantedAt: createdAt },
    };
    const writes = [
      ...deps.store.people.create({ ...account, language: "fr", createdAt }),
      deps.store.people.putMembership(membership, "absent"),
    ];
    expectDone(await deps.store.commit(writes));
    return account.id;
  };
  const authorId = await member(AUTHOR, "إيطو أيت باها", "trainer");
  await member(REVIEWER, "Rahma El Fassi", "administrator");

  const { courses } = await house.anyone.do("listCatalogue", { query: {} });
  const like = found(courses.find(({ title }) => title.en?.startsWith("Keep the cash")));
  const { content } = found(await deps.store.courses.outline(like.courseId)).entry.value;
  const courseId = deps.newId("course");
  const source = await readManifest(deps, content.manifest);
  const manifest = await keepManifest(deps, { ...source, courseId });
  const course: Course = {
    ...{ id: courseId, organisationId: organisation.id, ownerIds: [authorId] },
    ...{ title: source.title, visibility: "cohorts" },
    draft: { content: { manifest, quiz: content.quiz }, changedAt: createdAt },
  };
  expectDone(await deps.store.commit([deps.store.courses.put(course, "absent")]));

  const [author, reviewer] = [await house.as(AUTHOR), await house.as(REVIEWER)];
  const writer = writing(author, courseId);
  await writer.publish("La première.");
  const { id: cohortId } = await reviewer.do("createCohort", {
    body: {
      ...{ intentId: newIntent(), courseId, name: "Taliouine", trainerIds: [authorId], places: 20 },
      ...{ startsOn: "2026-01-01", endsOn: "2099-12-31" },
      ...{ joining: "by_invitation", issuing: "by_hand" },
    },
  });
  const learners = ["Zahra Ouali", "ⵟⴰⵎⵓ ⵓⴼⵇⵉⵔ"];
  const people = learners.map((each, index) => ({
    name: each,
    contact: `learner-${index}@review.example`,
  }));
  const enrolling = { params: { cohortId }, body: { intentId: newIntent(), people } };
  await reviewer.do("enrolPeople", enrolling);
  await writer.add("Peser le safran");
  const version = await writer.publish("Le safran.");
  await writer.change();
  await writer.remove();
  await writer.add("Sécher");
  await writer.compose();
  const setApproval = (isRequired: boolean) =>
    reviewer.do("changeApproval", { body: { intentId: newIntent(), isRequired } });
  await setApproval(true);
  await author.do("askReview", {
    params: { courseId },
    body: { intentId: newIntent(), reviewerIds: [], note: "Le séchage est nouveau." },
  });
  return {
    ...{ courseId, cohortId, version, learners, author, reviewer, writer, setApproval },
    contacts: { author: AUTHOR, reviewer: REVIEWER, learner: "learner-0@review.example" },
  };
}

function expectDone(outcome: "done" | "stale"): void {
  if (outcome !== "done") throw new Error("somebody wrote in between");
}

/** What an author does to her course, by the API. */
function writing(author: Visitor, courseId: string) {
  const params = { courseId };
  const wish = () => ({ intentId: newIntent() });
  const arrange = (command: object) =>
    author.do("arrangeDraft", { params, body: { ...wish(), commands: [command] as never } });
  const lessons = async () => {
    const { outline } = await author.do("readDraft", { params });
    return outline.modules.flatMap(({ lessonIds }) => lessonIds);
  };
  const save = (lessonId: string, commands: object[], texts: object[] = []) =>
    author.do("saveDraftLesson", {
      params: { courseId, lessonId },
      body: { ...wish(), language: "fr", commands: commands as never, texts: texts as never },
    });
  const compose = () => author.do("composeDraft", { params, body: wish() });
  let minutes = 20;
  return {
    compose,
    /** Other minutes of its last lesson. */
    async change(): Promise<void> {
      minutes = (minutes % 100) + 1;
      await save(found((await lessons()).at(-1)), [{ do: "minutes", minutes }]);
    },
    /** The last lesson but one goes to the bin. */
    remove: async () => arrange({ do: "removeLesson", id: found((await lessons()).at(-2)) }),
    /** One more lesson at the beginning, in French alone; without words it cannot be published. */
    async add(title: string, words = "Le safran se pèse au gramme."): Promise<string> {
      const { outline } = await author.do("readDraft", { params });
      const id = newLessonId();
      const moduleId = outline.modules[0]?.id;
      await arrange({ do: "addLesson", id, moduleId, title: { fr: title }, template: "empty" });
      const paragraph = { type: "paragraph", content: [{ type: "text", text: words }] };
      const block = { kind: "text", doc: { type: "doc", content: [paragraph] } };
      const texts = words === "" ? [] : [{ key: "first", base: 0, block }];
      await save(id, [{ do: "add", key: "first", kind: "text", after: "" }], texts);
      return id;
    },
    async publish(note: string): Promise<number> {
      await compose();
      const { version } = await author.do("publishCourse", { params, body: { ...wish(), note } });
      return found(version);
    },
  };
}
