import { learners } from "@twiza/content";
import { IntentId } from "@twiza/contract";
import { digest, found } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse } from "../house/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

it("an enrolment that was asked for before days of learning were counted answers its retry as it did then", async () => {
  const { store } = house.server.deps;
  const learner = await house.as(learners.beginner.contact);
  const accountId = found(await store.people.byContact(learners.beginner.contact));
  const [before] = (await learner.do("listEnrolments", {})).enrolments;
  const params = { courseId: found(before).courseId };
  const { progress, ...rest } = await learner.do("readEnrolment", { params });
  const { days: _, ...older } = progress;
  const body = { intentId: IntentId.parse(newIntent()), courseId: rest.courseId };
  const fingerprint = await digest(`enrolment.create ${JSON.stringify(body)}`);
  const reply = { ...rest, progress: older };
  await store.commit([store.intents.put(accountId, body.intentId, { fingerprint, reply })]);

  const again = await learner.do("enrol", { body });
  expect(again).toEqual(reply);
});

it("a phone with an older app says all in each event and is answered with its enrolment, also after a newer one told the same", async () => {
  const learner = await house.as(learners.underWay.contact);
  const [enrolment] = (await learner.do("listEnrolments", {})).enrolments;
  const { courseId, version, completion } = found(enrolment);
  const blockers = completion.state === "earned" ? [] : completion.blockers;
  const lessonId = found(blockers.flatMap((one) => ("lessonId" in one ? [one.lessonId] : []))[0]);
  const at = new Date().toISOString();
  const common = { lessonId, version, deviceId: "a-phone-of-hers" };
  const happened = { id: newIntent(), type: "lesson.reached" as const, block: 2, at, seq: 1 };
  const record = (more: {
    common?: typeof common;
    events: (typeof happened & Partial<typeof common>)[];
  }) => learner.do("recordEvents", { params: { courseId }, body: { sentAt: at, ...more } });

  const newer = await record({ common, events: [happened] });
  expect(newer).toEqual({
    receipts: [{ id: happened.id, result: "ok" }],
    lessons: { [lessonId]: { reached: 2, done: false } },
  });
  const older = await record({ events: [{ ...happened, ...common }] });
  expect(older.receipts).toEqual([{ id: happened.id, result: "duplicate" }]);
  expect(older.lessons).toBeUndefined();
  expect(older.enrolment).toEqual(await learner.do("readEnrolment", { params: { courseId } }));
});
