import { learners, staff } from "@twiza/content";
import { found, newLearner } from "@twiza/core";
import { type House, newIntent } from "./house.ts";

/** What is left of a certificate whose holder was erased: its id. */
export async function erasedCertificate(house: House): Promise<string> {
  const { deps } = house.server;
  const { store } = deps;
  const accountId = found(await store.people.byContact(learners.eligible.contact));
  const like = found((await store.people.person(accountId))?.learners[0]);
  const [model] = (await store.enrolments.ofLearner(like.id, undefined)).values;
  const name = "Tlaytmas Oubrik";
  const account = { id: deps.newId("account"), name, language: "zgh" as const };
  const learner = newLearner(deps, { accountId: account.id, name });
  const enrolment = { ...found(model).value, learnerId: learner.id, learnerName: name };
  await store.commit([
    ...store.people.create({ ...account, createdAt: enrolment.enrolledAt }),
    ...store.people.createLearner(learner),
    store.enrolments.put(enrolment, "absent"),
  ]);
  const admin = await house.as(staff.administrator.contact);
  const { id } = await admin.do("issueCertificate", {
    body: { intentId: newIntent(), cohortId: found(enrolment.cohortId), learnerId: learner.id },
  });
  await house.server.worker.settled();
  const params = { learnerId: learner.id };
  await admin.do("eraseLearner", { params, body: { intentId: newIntent(), revokes: false, name } });
  await house.server.worker.settled();
  return id;
}
