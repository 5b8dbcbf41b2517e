import { learners, staff } from "@twiza/content";
import { type Certificate, type CertificateId, IntentId, LearnerId } from "@twiza/contract";
import { found, issueByHand, newLearner, type Principal } from "@twiza/core";
import { type House, newIntent } from "./house.ts";
import { done, secondAdministrator } from "./second-person.ts";

const NAMES = [
  ...["رقية أيت بلعيد", "Hadda Oubihi", "ⵜⵓⴷⴰ ⵉⵅⵍⴼ", "Itto Aït Ouahi", "إبراهيم أوشن"],
  ...["Fatima-Zahra Benabdellah Idrissi", "Moha Azroual", "زينب العمراني", "Rqia Amzil"],
];
const intentId = () => IntentId.parse(newIntent());

/**
 * A group whose certificates are issued by hand: so many have earned theirs, one more has not, and of those who got them one is in each state that a
 * certificate may be in. Two proposals wait, one of each administrator.
 */
export async function deskAt(house: House, most = NAMES.length) {
  const { deps } = house.server;
  const { store } = deps;
  const admin = await house.as(staff.administrator.contact);
  const trainer = await house.as(staff.trainer.contact);
  const second = await secondAdministrator(house);
  const model = await enrolmentOf(house, learners.eligible.contact);
  const accountId = found(await store.people.byContact(staff.trainer.contact));
  const { cohortId: ofModel } = model;
  const like = found(await store.cohorts.byId(model.organisationId, found(ofModel))).value;
  const cohort = { ...like, id: deps.newId("cohort"), name: "Ouarzazate 2026", taken: most };
  await store.commit(store.cohorts.put(cohort, "absent"));
  const ids: LearnerId[] = [];
  const { earnedAt: _, ...begun } = model;
  const notYet = { ...begun, progress: { lessons: {}, days: [] }, quiz: { tries: 0 } };
  for (let n = 0; n <= most; n++) {
    const isLast = n === most;
    const named = `${NAMES[n % NAMES.length] ?? ""}${n < NAMES.length ? "" : ` ${n + 1}`}`;
    const name = isLast ? "Yamna Aït Baha" : named;
    const account = { id: deps.newId("account"), name, language: "ar" as const };
    const learner = newLearner(deps, { accountId: account.id, name });
    ids.push(learner.id);
    await store.commit([
      ...store.people.create({ ...account, createdAt: model.enrolledAt }),
      ...store.people.createLearner(learner),
      store.enrolments.put(
        {
          ...(isLast ? notYet : model),
          learnerId: learner.id,
          learnerName: name,
          cohortId: cohort.id,
        },
        "absent",
      ),
    ]);
  }
  const principal: Principal = {
    ...{ accountId, sessionId: deps.newId("session"), name: staff.trainer.name },
    ...{ organisationId: model.organisationId, roles: ["trainer"], learnerIds: [], profiles: [] },
    ownsAccount: true,
  };
  const issued = async (n: number): Promise<Certificate> => {
    const learnerId = found(ids[n]);
    return issueByHand(deps, principal, { intentId: intentId(), cohortId: cohort.id, learnerId });
  };
  const [suspended, replaced, ending, ended, mine, theirs] = [
    await issued(0),
    await issued(1),
    await issued(2),
    await issued(3),
    await issued(4),
    await issued(5),
  ];
  const two = ({ id }: Certificate) => ({ proposer: trainer, approver: admin, certificateId: id });
  await done(two(suspended), { act: "suspend", reason: "inquiry" });
  await done(two(replaced), { act: "reissue", learnerName: "Hadda Oubihi Aït Atta" });
  await endsIn(house, ending.id, 20);
  await endsIn(house, ended.id, -5);
  await admin.do("proposeAct", {
    params: { certificateId: mine.id },
    body: { intentId: newIntent(), act: "revoke", reason: "identity", note: "Deux fois saisie." },
  });
  await second.do("proposeAct", {
    params: { certificateId: theirs.id },
    body: { intentId: newIntent(), act: "reissue", learnerName: "Fatima Zahra Benabdellah" },
  });
  return {
    cohortId: cohort.id,
    courseId: cohort.courseId,
    suspended: suspended.id,
    ended: ended.id,
  };
}

/** As a course would have said it that lets its certificates end. */
async function endsIn({ server: { deps } }: House, id: CertificateId, days: number): Promise<void> {
  const kept = found(await deps.store.certificates.byId(id));
  const expiresAt = new Date(deps.clock.now().getTime() + days * 86_400_000).toISOString();
  await deps.store.commit([deps.store.certificates.change({ ...kept.value, expiresAt }, kept)]);
}

async function enrolmentOf({ server: { deps } }: House, contact: string) {
  const accountId = found(await deps.store.people.byContact(contact));
  const person = found(await deps.store.people.person(accountId));
  const { id } = found(person.learners[0]);
  const page = await deps.store.enrolments.ofLearner(id, undefined);
  return found(page.values[0]).value;
}
