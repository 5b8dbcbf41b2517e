import { found, readQuiz } from "@twiza/core";
import { LessonId, Manifest } from "@twiza/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, findLandmarks, type Landmarks, TRAINER } from "../house/landmarks.ts";
import { someRight } from "../house/offline.ts";
import { done } from "../house/second-person.ts";
import { signUp } from "../house/sign-up.ts";

let house: House;
let at: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
});
afterAll(() => house.close());

const manifestOf = async (hash: string): Promise<Manifest> =>
  Manifest.parse(await (await house.anyone.fetch(`/content/${hash}`)).json());

/** Finishes lessons as a phone tells it. */
async function finish(visitor: Visitor, courseId: Landmarks["course"]["courseId"], count: number) {
  const { modules } = await manifestOf(at.course.manifest);
  const lessons = modules.flatMap((module) => module.lessons).slice(0, count);
  const now = new Date().toISOString();
  const events = lessons.map(({ id, blockCount }, seq) => ({
    id: newIntent(),
    type: "lesson.finished" as const,
    lessonId: id,
    block: blockCount,
    at: now,
    deviceId: "journey-phone",
    seq,
  }));
  const body = { sentAt: now, events };
  const { enrolment } = await visitor.do("recordEvents", { params: { courseId }, body });
  return found(enrolment);
}

async function sit(visitor: Visitor, share: number) {
  const params = { courseId: at.course.courseId };
  const attempt = await visitor.do("startAttempt", { params, body: { intentId: newIntent() } });
  const answers = await someRight(house, { ...params, items: attempt.items }, share);
  const body = { intentId: newIntent(), answers };
  return visitor.do("submitAttempt", { params: { ...params, attemptId: attempt.id }, body });
}

describe.each(["ar", "fr", "zgh", "en"] as const)("in %s", (language) => {
  it("a stranger reads a first lesson, signs up by a code, learns, and holds a certificate that anybody can check", async () => {
    const { courses } = await house.anyone.do("listCatalogue", {});
    expect(courses.length).toBeGreaterThanOrEqual(3);
    const first = (await manifestOf(at.course.manifest)).modules[0]?.lessons[0];
    const body = first?.bodies[language] ?? first?.bodies.fr;
    expect((await house.anyone.fetch(`/content/${body?.hash ?? ""}`)).status).toBe(200);

    const visitor = await signUp(house, { contact: `${language}@example.org`, language });
    const me = await visitor.do("readMe", {});
    expect(me.account).toMatchObject({ contact: `${language}@example.org`, language });
    expect(me.learners).toEqual([]);
    const enrolment = { courseId: at.course.courseId, cohortId: at.open.id };
    expect(await visitor.refused("enrol", { body: { intentId: newIntent(), ...enrolment } })).toBe(
      "learner.required",
    );
    await visitor.do("createLearner", {
      body: { intentId: newIntent(), name: `ⵜⵓⴷⴰ فاطمة ${language}` },
    });
    await visitor.do("enrol", { body: { intentId: newIntent(), ...enrolment } });

    const underWay = await finish(visitor, at.course.courseId, 3);
    expect(underWay.completion).toMatchObject({ state: "under_way" });
    const named =
      underWay.completion.state === "under_way"
        ? underWay.completion.blockers.map(({ code }) => code)
        : [];
    expect(named).toEqual([
      ...Array<string>(underWay.lessonCount - 3).fill("lesson.unfinished"),
      "quiz.not_taken",
    ]);

    await finish(visitor, at.course.courseId, underWay.lessonCount);
    expect(await sit(visitor, 0.3)).toMatchObject({
      passed: false,
      completion: { state: "under_way" },
    });
    expect((await visitor.do("listWallet", {})).certificates).toEqual([]);
    expect(await sit(visitor, 1)).toMatchObject({
      percent: 100,
      passed: true,
      completion: { state: "earned" },
    });

    await house.server.worker.settled();
    const { certificates } = await visitor.do("listWallet", {});
    expect(certificates).toHaveLength(1);
    expect(certificates[0]).toMatchObject({
      learnerName: `ⵜⵓⴷⴰ فاطمة ${language}`,
      quizPercent: 100,
      state: "valid",
    });
    const id = certificates[0]?.id ?? "";
    const page = await house.anyone.fetch(`/verify/${id}?lang=${language}`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain(certificates[0]?.number);
    expect(html).not.toMatch(/<script/);
    expect(
      await visitor.do("readEnrolment", { params: { courseId: at.course.courseId } }),
    ).toMatchObject({ certificateId: id });
  });
});

it("a verification page tells valid, revoked and unknown apart, and a wrong address from a true one", async () => {
  const valid = await (await house.anyone.fetch(`/verify/${at.valid.id}?lang=en`)).text();
  expect(valid).toContain("This certificate is valid.");
  const admin = await house.as(ADMIN);
  const note = "Another person sat the quiz.";
  const proposer = await house.as(TRAINER);
  const two = { proposer, approver: admin, certificateId: at.valid.id };
  await done(two, { act: "revoke", reason: "identity", note });
  const revoked = await (await house.anyone.fetch(`/verify/${at.valid.id}?lang=en`)).text();
  expect(revoked).toContain("was revoked");
  expect(revoked).not.toContain("Another person sat the quiz.");
  for (const id of [`crt_${"0".repeat(32)}`, "nonsense", "%3Cscript%3E"]) {
    const unknown = await house.anyone.fetch(`/verify/${id}?lang=en`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain("We do not know this certificate.");
  }
});

it("the address of a certificate is shown by messengers with whose it is and its seal, without a verdict that could grow old", async () => {
  const html = await (await house.anyone.fetch(`/verify/${at.valid.id}?lang=en`)).text();
  const told = new Map(
    [...html.matchAll(/<meta property="og:([\w:]+)" content="([^"]*)"/g)].map(
      ([, name = "", content = ""]) => [name, content],
    ),
  );
  expect(told.get("title")).toContain(at.valid.learnerName);
  expect(told.get("description")).toContain(at.valid.number);
  expect([...told.values()].join(" ")).not.toMatch(/is valid/i);
  // What no longer counts never will.
  expect(told.get("description")).toContain("was revoked");
  const picture = new URL(told.get("image") ?? "");
  expect(picture.href).toBe(`${house.origin}/verify/${at.valid.id}/seal.png`);
  const response = await house.anyone.fetch(picture.pathname);
  expect(response.headers.get("content-type")).toBe("image/png");
  const file = Buffer.from(await response.arrayBuffer());
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(file.length).toBeGreaterThan(1000);
  expect(file.length).toBeLessThan(300_000);
  for (const id of [`crt_${"0".repeat(32)}`, "nonsense"])
    expect((await house.anyone.fetch(`/verify/${id}/seal.png`)).status).toBe(404);
});

it("the answer keys of graded items never leave the server", async () => {
  const visitor = await signUp(house, { contact: "keys@example.org", language: "fr" });
  await visitor.do("createLearner", { body: { intentId: newIntent(), name: "Curieuse" } });
  await visitor.do("enrol", { body: { intentId: newIntent(), courseId: at.course.courseId } });
  const params = { courseId: at.course.courseId };
  const attempt = await visitor.do("startAttempt", { params, body: { intentId: newIntent() } });
  expect(JSON.stringify(attempt)).not.toMatch(/"(right|feedback|value|tolerance)"/);
  const kept = await house.server.deps.store.courses.version(at.course.courseId, at.course.version);
  const quiz = kept?.value.content.quiz ?? "";
  expect((await house.anyone.fetch(`/content/${quiz}`)).status).toBe(404);
  const wrong = { intentId: newIntent(), answers: [] };
  const result = await visitor.do("submitAttempt", {
    params: { ...params, attemptId: attempt.id },
    body: wrong,
  });
  const keys = (await readQuiz(house.server.deps, quiz as never)).items.flatMap(({ options }) =>
    options.filter(({ right }) => right),
  );
  for (const { feedback } of keys)
    if (feedback?.fr) expect(JSON.stringify(result)).not.toContain(feedback.fr);
});

it("progress never falls, and she resumes where she left on whichever phone", async () => {
  const visitor = await house.as("khadija@example.org");
  const params = { courseId: at.course.courseId };
  const before = await visitor.do("readEnrolment", { params });
  const [first] = Object.keys(before.progress.lessons);
  const now = new Date().toISOString();
  const event = {
    id: newIntent(),
    type: "lesson.reached" as const,
    lessonId: LessonId.parse(first),
    block: 1,
    at: now,
    deviceId: "other-phone",
    seq: 0,
  };
  const { enrolment } = await visitor.do("recordEvents", {
    params,
    body: { sentAt: now, events: [event] },
  });
  expect(enrolment?.progress.lessons).toEqual(before.progress.lessons);
  expect(enrolment?.progress.resume).toMatchObject({
    lessonId: first,
    block: 1,
    deviceId: "other-phone",
  });
});

it("two devices with clocks two years off, the same events twice and out of order: each lesson counts once, she resumes where she really was, and one certificate comes", async () => {
  const contact = "deux@example.org";
  const phone = await signUp(house, { contact, language: "fr" });
  await phone.do("createLearner", { body: { intentId: newIntent(), name: "Deux appareils" } });
  const params = { courseId: at.course.courseId };
  await phone.do("enrol", { body: { intentId: newIntent(), ...params } });
  const tablet = await signUp(house, { contact, language: "ar" });

  const { modules } = await manifestOf(at.course.manifest);
  const lessons = modules.flatMap((module) => module.lessons);
  const now = Date.now();
  const years = 2 * 365 * 86_400_000;
  /** What a device saw of a lesson so many minutes ago, by a clock that is off by `skew`. */
  const eventOf =
    (device: string, skew: number) => (lesson: number, minutesAgo: number, seq: number) => ({
      id: newIntent(),
      type: "lesson.finished" as const,
      lessonId: LessonId.parse(lessons[lesson]?.id),
      block: lessons[lesson]?.blockCount ?? 0,
      at: new Date(now + skew - minutesAgo * 60_000).toISOString(),
      deviceId: device,
      seq,
    });
  const behind = eventOf("phone-behind", -years);
  const ahead = eventOf("tablet-ahead", years);
  const odd = lessons.flatMap((_, index) =>
    index % 2 === 1 ? [behind(index, 60 - index, index)] : [],
  );
  const even = lessons.flatMap((_, index) =>
    index % 2 === 0 ? [ahead(index, 60 - index, index)] : [],
  );
  const send = async (visitor: Visitor, skew: number, events: readonly (typeof odd)[number][]) => {
    const body = { sentAt: new Date(now + skew).toISOString(), events: [...events] };
    const { receipts, enrolment } = await visitor.do("recordEvents", { params, body });
    return { results: receipts.map(({ result }) => result), enrolment: found(enrolment) };
  };

  // Newest first, each device by itself, then all of it again in another order, and doubled within one sending.
  const [, first] = await Promise.all([
    send(tablet, years, even.toReversed()),
    send(phone, -years, odd.toReversed()),
  ]);
  expect(new Set(first.results)).toEqual(new Set(["ok"]));
  const again = await send(phone, -years, [...odd, ...odd]);
  expect(new Set(again.results)).toEqual(new Set(["duplicate"]));
  const { results, enrolment } = await send(tablet, years, [...even, ...even.toReversed()]);
  expect(new Set(results)).toEqual(new Set(["duplicate"]));

  expect(enrolment.progress.lessons).toEqual(
    Object.fromEntries(
      lessons.map(({ id, blockCount }) => [id, { reached: blockCount, done: true }]),
    ),
  );
  // The last lesson was the last by the true time, whatever either clock said; nothing lies in another year.
  const last = lessons.length - 1;
  const resume = enrolment.progress.resume;
  expect(resume).toMatchObject({
    lessonId: lessons[last]?.id,
    deviceId: last % 2 === 0 ? "tablet-ahead" : "phone-behind",
  });
  const minutes = (Date.parse(resume?.at ?? "") - (now - (60 - last) * 60_000)) / 60_000;
  expect(Math.abs(minutes)).toBeLessThan(2);
  expect(Math.abs(Date.parse(enrolment.lastSeenAt ?? "") - now)).toBeLessThan(120_000);
  expect(await phone.do("readEnrolment", { params })).toEqual(
    await tablet.do("readEnrolment", { params }),
  );
  const kept = await house.server.engine.query("learners", {
    pk: `LEARNER#${enrolment.learnerId}`,
    sk: { beginsWith: "EVENT#" },
  });
  expect(kept.items).toHaveLength(lessons.length);

  expect(await sit(tablet, 1)).toMatchObject({ completion: { state: "earned" } });
  await send(phone, -years, odd);
  await house.server.worker.settled();
  expect((await phone.do("listWallet", {})).certificates).toHaveLength(1);
});

it("a device that is signed out is out at once", async () => {
  const phone = await signUp(house, { contact: "two@example.org", language: "fr" });
  const laptop = await signUp(house, { contact: "two@example.org", language: "fr" });
  const { devices } = await laptop.do("listSessions", {});
  expect(devices).toHaveLength(2);
  const other = devices.find(({ current }) => !current);
  await laptop.do("endSession", { params: { sessionId: other?.id ?? "" } });
  expect(await phone.refused("readMe", {})).toBe("session.required");
  expect((await laptop.do("listSessions", {})).devices).toHaveLength(1);
  await laptop.fetch("/auth/sign-out", { method: "POST" });
  expect(await laptop.refused("readMe", {})).toBe("session.required");
});
