import { rightAnswer, staff } from "@twiza/content";
import { type Answer, Quiz } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { newLessonId } from "../house/new-ids.ts";
import { signUp } from "../house/sign-up.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let at: Landmarks;
let owner: Visitor;
let admin: Visitor;
let courseId: string;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  owner = await house.as(staff.secondTrainer.contact);
  admin = await house.as(staff.administrator.contact);
  ({ courseId } = at.changed);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const params = () => ({ courseId });
const desk = () => owner.do("readCourse", { params: params() });
const lessonsNow = async () => (await desk()).draft.modules.flatMap(({ lessons }) => lessons);
const enrolment = (who: Visitor) => who.do("readEnrolment", { params: params() });

async function publish(note = "Mieux."): Promise<number> {
  const { faults } = await owner.do("composeDraft", { params: params(), body: wish() });
  expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
  const { version } = await owner.do("publishCourse", {
    params: params(),
    body: { ...wish(), note },
  });
  return found(version);
}
const change = (lessonId: string, commands: object[], texts: object[] = []) =>
  owner.do("saveDraftLesson", {
    params: { courseId, lessonId },
    body: { ...wish(), language: "fr", commands: commands as never, texts: texts as never },
  });
const said = (text: string) => ({
  kind: "text",
  doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
});
/** Another block at the beginning of a lesson. */
const prepend = (lessonId: string, key: string) =>
  change(
    lessonId,
    [{ do: "add", key, kind: "text", after: "" }],
    [{ key, base: 0, block: said(key) }],
  );
async function addLesson(name: string): Promise<string> {
  const lessonId = newLessonId();
  const { outline } = await owner.do("readDraft", { params: params() });
  const add = { do: "addLesson", id: lessonId, moduleId: outline.modules[0]?.id, title: { fr: name }, template: "empty" }; // prettier-ignore
  await owner.do("arrangeDraft", { params: params(), body: { ...wish(), commands: [add] as never } }); // prettier-ignore
  await prepend(lessonId, "first");
  return lessonId;
}
const binLesson = (id: string) =>
  owner.do("arrangeDraft", {
    params: params(),
    body: { ...wish(), commands: [{ do: "removeLesson", id }] as never },
  });

let count = 0;
async function newCohort(over: object = {}): Promise<string> {
  const cohort = {
    ...{ courseId, name: `Groupe ${(count += 1)}`, trainerIds: [at.second.accountId], places: 400 },
    ...{ startsOn: "2026-01-01", endsOn: "2099-12-31" },
    ...({ joining: "by_invitation", issuing: "automatic" } as const),
  };
  return (await admin.do("createCohort", { body: { ...wish(), ...cohort, ...over } })).id;
}
/** Somebody enrolled in a cohort, on a phone of her own. */
async function learnerIn(cohortId: string): Promise<Visitor> {
  const contact = `learner-${(count += 1)}@example.org`;
  const people = [{ name: `Learner ${count}`, contact }];
  await admin.do("enrolPeople", { params: { cohortId }, body: { ...wish(), people } });
  return signUp(house, { contact, language: "fr" });
}
const event = (lessonId: string, over: object = {}) => ({
  ...{ id: newIntent(), type: "lesson.finished" as const, lessonId, block: 1 },
  ...{ at: new Date().toISOString(), deviceId: "her-phone", seq: (count += 1) },
  ...over,
});
const send = async (who: Visitor, ...events: ReturnType<typeof event>[]) => {
  const body = { sentAt: new Date().toISOString(), events: events as never };
  return (await who.do("recordEvents", { params: params(), body })).receipts;
};
const look = (who: Visitor, cohortId?: string) =>
  who.do("readMove", { params: params(), query: cohortId === undefined ? {} : { cohortId } });
const moving = (version: number, cohortId?: string) => ({
  params: params(),
  body: { ...wish(), version, ...(cohortId === undefined ? {} : { cohortId }) },
});
const move = (who: Visitor, version: number, cohortId?: string) =>
  who.do("moveLearners", moving(version, cohortId));

it("a trainer sees what a newer version would change for the learners of her group, and moves them: what is done stays done", async () => {
  const cohortId = await newCohort();
  const phone = await learnerIn(cohortId);
  const [one, two] = await lessonsNow();
  await send(
    phone,
    event(found(one).id),
    event(found(two).id, { type: "lesson.reached", block: 2 }),
  );
  const before = await enrolment(phone);
  await prepend(found(two).id, "ahead");
  const added = await addLesson("Peser");
  const version = await publish();
  expect(await enrolment(phone)).toMatchObject({ version: before.version });

  const written = await countWritten(house);
  const shown = await look(owner, cohortId);
  expect(shown).toMatchObject({
    version,
    from: [{ version: before.version, lessonsAdded: 1, lessonsChanged: 1, lessonsRemoved: 0 }],
    learners: [{ outcome: "moves", version: before.version, lessonsDone: 1, earns: false }],
  });
  expect(await countWritten(house)).toEqual(written);

  const { learners } = await move(owner, version, cohortId);
  expect(learners).toMatchObject([
    { outcome: "moves", name: expect.stringMatching(/^Learner/) as string },
  ]);
  const after = await enrolment(phone);
  expect(after).toMatchObject({ version, lessonCount: shown.lessonCount });
  expect(after.manifest).not.toBe(before.manifest);
  expect(after.pack).toBeDefined();
  // Finished stays finished; the block that she had reached is one further down now.
  expect(after.progress.lessons[found(one).id as never]).toMatchObject({ done: true });
  expect(after.progress.lessons[found(two).id as never]).toEqual({ reached: 3, done: false });
  expect(after.progress.resume).toMatchObject({ lessonId: found(two).id, block: 3 });
  const missing = after.completion.state === "under_way" ? after.completion.blockers : [];
  expect(missing.map((each) => ("lessonId" in each ? each.lessonId : each.code))).toContain(added);

  const { entries } = await admin.do("listAudit", { query: { action: "learner.moved" } });
  expect(entries[0]).toMatchObject({
    actorName: staff.secondTrainer.name,
    note: `${before.version} → ${version}`,
  });
});

it("what a phone did in the old version counts when it arrives later, by the blocks that it saw, once", async () => {
  const cohortId = await newCohort();
  const phone = await learnerIn(cohortId);
  const { version: old } = await enrolment(phone);
  const lessons = await lessonsNow();
  const long = lessons.filter(({ blockCount }) => blockCount > 3);
  const [kept, gone] = [found(long[0]), found(long.at(-1))];
  await prepend(kept.id, `ahead-${old}`);
  await binLesson(gone.id);
  await move(owner, await publish(), cohortId);

  const late = event(kept.id, { type: "lesson.reached", block: 2, version: old });
  const finished = event(gone.id, { version: old });
  // From before phones told their version.
  const silent = event(gone.id, { type: "lesson.reached" });
  const nowhere = event(newLessonId(), { version: old });
  const results = async () =>
    (await send(phone, late, finished, silent, nowhere)).map(({ code, result }) => code ?? result);
  expect(await results()).toEqual(["ok", "ok", "ok", "lesson.unknown"]);
  expect(await results()).toEqual(["duplicate", "duplicate", "duplicate", "lesson.unknown"]);
  const { progress } = await enrolment(phone);
  expect(progress.lessons[kept.id as never]).toEqual({ reached: 3, done: false });
  expect(progress.lessons[gone.id as never]).toMatchObject({ done: true });
  // What she does in the new version is told by its blocks.
  await send(phone, event(kept.id, { type: "lesson.reached", block: 4, version: old + 1 }));
  expect((await enrolment(phone)).progress.lessons[kept.id as never]?.reached).toBe(4);
});

it("moving twice is moving once, however it comes, and whoever enrolled since is there already", async () => {
  const cohortId = await newCohort();
  const phone = await learnerIn(cohortId);
  await addLesson("Encore");
  const version = await publish();
  await learnerIn(cohortId);
  const asked = moving(version, cohortId);
  const first = await owner.do("moveLearners", asked);
  expect(first.learners.map(({ outcome }) => outcome).sort()).toEqual(["already", "moves"]);
  const after = await enrolment(phone);
  const written = await countWritten(house);
  expect(await owner.do("moveLearners", asked)).toEqual(first);
  expect(await countWritten(house)).toEqual(written);
  const again = await move(owner, version, cohortId);
  expect(again.learners.map(({ outcome }) => outcome)).toEqual(["already", "already"]);
  expect(await enrolment(phone)).toEqual(after);
  const other = { ...asked, body: { ...asked.body, version: version + 1 } };
  expect(await owner.refused("moveLearners", other)).toBe("intent.reused");
});

it("two who move one group at once, while its learners learn, lose nothing and move each once", async () => {
  const cohortId = await newCohort();
  const phones = [await learnerIn(cohortId), await learnerIn(cohortId)];
  const { version: old } = await enrolment(found(phones[0]));
  const [one, two] = await lessonsNow();
  await addLesson("Pendant");
  const version = await publish();
  const before = (await admin.do("listAudit", { query: { action: "learner.moved" } })).entries;
  await Promise.all([
    move(owner, version, cohortId),
    move(admin, version, cohortId),
    ...phones.flatMap((phone) => [
      send(phone, event(found(one).id, { version: old })),
      send(phone, event(found(two).id, { version: old })),
    ]),
  ]);
  for (const phone of phones) {
    const { progress, version: now } = await enrolment(phone);
    expect(now).toBe(version);
    for (const lesson of [one, two])
      expect(progress.lessons[found(lesson).id as never]).toMatchObject({ done: true });
  }
  const after = (await admin.do("listAudit", { query: { action: "learner.moved" } })).entries;
  expect(after.length - before.length).toBe(phones.length);
});

it("a version that was published while another was looked at is not moved to unseen", async () => {
  const cohortId = await newCohort();
  await learnerIn(cohortId);
  await addLesson("Avant");
  const seen = await publish();
  await addLesson("Après");
  await publish();
  expect(await owner.refused("moveLearners", moving(seen, cohortId))).toBe("stale_write");
});

it("a group of more than fifty is moved page by page, and whoever breaks off goes on", async () => {
  const cohortId = await newCohort();
  const names = Array.from({ length: 60 }, (_, index) => `p${(count += 1)}-${index}`);
  for (let from = 0; from < names.length; from += 20) {
    const people = names
      .slice(from, from + 20)
      .map((name) => ({ name, contact: `${name}@example.org` }));
    await admin.do("enrolPeople", { params: { cohortId }, body: { ...wish(), people } });
  }
  await addLesson("Pour tous");
  const version = await publish();
  const first = await move(owner, version, cohortId);
  expect(first.learners).toHaveLength(50);
  // She closes the page. The next day she begins anew.
  let after: string | undefined;
  const outcomes: string[] = [];
  do {
    const body = { ...wish(), version, cohortId, ...(after === undefined ? {} : { after }) };
    const page = await owner.do("moveLearners", { params: params(), body });
    outcomes.push(...page.learners.map(({ outcome }) => outcome));
    after = page.next;
  } while (after !== undefined);
  const of = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  expect([of("already"), of("moves")]).toEqual([50, 10]);
});

it("whoever has earned her certificate stays on the version that it names, and another may finish by being moved", async () => {
  const cohortId = await newCohort();
  const [done, almost] = [await learnerIn(cohortId), await learnerIn(cohortId)];
  const extra = await addLesson("De trop");
  const wide = await publish();
  await move(owner, wide, cohortId);
  const all = (await lessonsNow()).map(({ id }) => id);
  for (const id of all) await send(done, event(id));
  for (const id of all) if (id !== extra) await send(almost, event(id));
  for (const who of [done, almost]) await passTest(who);
  await house.server.worker.settled();
  const before = await enrolment(done);
  expect(before.certificateId).toBeDefined();

  await binLesson(extra);
  const version = await publish();
  const { learners } = await look(owner, cohortId);
  const told = learners.map(({ outcome, earns }) => `${outcome} ${String(earns)}`).sort();
  expect(told).toEqual(["finished false", "moves true"]);
  await move(owner, version, cohortId);
  await house.server.worker.settled();
  expect(await enrolment(done)).toEqual(before);
  expect((await done.do("listWallet", {})).certificates).toHaveLength(1);
  const after = await enrolment(almost);
  expect(after).toMatchObject({ version, completion: { state: "earned" } });
  expect(after.certificateId).toBeDefined();
  expect((await almost.do("listWallet", {})).certificates).toHaveLength(1);
});

it("a test that was begun or taken along in the old version is graded by it, and what it passes stays passed", async () => {
  const cohortId = await newCohort();
  const [begun, away] = [await learnerIn(cohortId), await learnerIn(cohortId)];
  const { attemptId, answers } = await beginTest(begun);
  const ticket = await away.do("fetchTicket", { params: params(), body: wish() });
  const { revision, draft } = await desk();
  const { title, summary, triesAllowed } = draft;
  const settings = { title, summary, passMarkPercent: 100, triesAllowed: triesAllowed - 1 };
  await owner.do("editCourse", { params: params(), body: { ...wish(), revision, ...settings } });
  const version = await publish();
  await move(owner, version, cohortId);

  expect(await enrolment(begun)).toMatchObject({ version, triesLeft: triesAllowed - 1 });
  // One answer of many is wrong: enough for the old mark, too little for the new one.
  const [first, ...rest] = answers;
  const wrong = { itemId: found(first).itemId, options: [] };
  const result = await begun.do("submitAttempt", {
    params: { courseId, attemptId },
    body: { ...wish(), answers: [wrong, ...rest] },
  });
  expect(result).toMatchObject({ state: "graded", passed: true });
  const blockers = await missingOf(begun);
  expect(blockers).not.toContain("quiz.not_passed");
  const lines = (await begun.do("listAttempts", { params: params() })).attempts;
  expect(lines).toMatchObject([{ state: "handed_in", passed: true }]);

  // The phone that was away asks again, and gets the sitting that it has already, of the old version.
  const again = await away.do("fetchTicket", { params: params(), body: wish() });
  expect(again).toMatchObject({ attemptId: ticket.attemptId, items: ticket.items });
  const claims = { openedAt: new Date().toISOString(), closedAt: new Date().toISOString(), seq: 1 };
  const late = await away.do("submitAttempt", {
    params: { courseId, attemptId: ticket.attemptId },
    body: {
      ...wish(),
      answers: await rightAnswers(ticket.items),
      offline: { ticket: ticket.ticket, deviceId: "her-phone", ...claims },
    },
  });
  expect(late).toMatchObject({ state: "graded", percent: 100, passed: true });
});

it("a trainer moves her own groups, the owner those who learn alone, uncalled by name, and nobody else any", async () => {
  const cohortId = await newCohort();
  await learnerIn(cohortId);
  const alone = await signUp(house, {
    contact: `alone-${(count += 1)}@example.org`,
    language: "fr",
  });
  await alone.do("createLearner", { body: { ...wish(), name: "Tuda" } });
  await alone.do("enrol", { body: { ...wish(), courseId } });
  await addLesson("Seule");
  const version = await publish();

  const stranger = await house.as(staff.trainer.contact);
  expect(await stranger.refused("readMove", { params: params(), query: { cohortId } })).toBe(
    "not_found",
  );
  expect(await stranger.refused("readMove", { params: params(), query: {} })).toBe("not_found");
  expect(await stranger.refused("moveLearners", moving(version, cohortId))).toBe("not_found");
  expect(await owner.refused("moveLearners", moving(version, at.open.id))).toBe("not_found");
  const manager = await house.as(staff.manager.contact);
  expect(await manager.refused("moveLearners", moving(version, cohortId))).toBe("role.missing");

  const { learners } = await move(owner, version);
  expect(learners.filter(({ outcome }) => outcome === "moves")).not.toEqual([]);
  expect(learners.every(({ name }) => name === undefined)).toBe(true);
  expect(await enrolment(alone)).toMatchObject({ version });
  expect((await move(admin, version, cohortId)).learners).toMatchObject([{ outcome: "moves" }]);
});

const missingOf = async (who: Visitor): Promise<readonly string[]> => {
  const { completion } = await enrolment(who);
  return completion.state === "under_way" ? completion.blockers.map(({ code }) => code) : [];
};

/** What is right, from the server's own blobs: no phone could know. */
async function rightAnswers(items: readonly { id: string }[]): Promise<Answer[]> {
  const { deps } = house.server;
  const { organisationId } = found(at.second);
  const kept = found(await deps.store.courses.byId(organisationId, courseId as never)).value;
  const bytes = found(await deps.privateBlobs.get(kept.draft.content.quiz));
  const quiz = Quiz.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return items.map(({ id }) => rightAnswer(found(quiz.items.find((each) => each.id === id))));
}

async function beginTest(who: Visitor) {
  const { id, items } = await who.do("startAttempt", { params: params(), body: wish() });
  return { attemptId: id, answers: await rightAnswers(items) };
}

async function passTest(who: Visitor): Promise<void> {
  const { attemptId, answers } = await beginTest(who);
  await who.do("submitAttempt", {
    params: { courseId, attemptId },
    body: { ...wish(), answers },
  });
}
