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
