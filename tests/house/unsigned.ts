import { learners, staff } from "@twiza/content";
import type { Certificate } from "@twiza/contract";
import { found, numberOf } from "@twiza/core";
import { type House, newIntent } from "./house.ts";
import { secondAdministrator } from "./second-person.ts";

const NAMES = ["رقية أيت بلعيد", "Hadda Oubihi", "ⵜⵓⴷⴰ ⵉⵅⵍⴼ", "Itto Aït Ouahi", "Moha Azroual"];

/**
 * Certificates from before there were signatures, as they lie in the register since: of last year, without a story, and never signed.
 * The first is of the learner of the seed who has one already, for another version; the others are of people who are in no group any more.
 */
export async function issuedBeforeSigning(house: House, many: number): Promise<Certificate[]> {
  const { deps } = house.server;
  const { store } = deps;
  const accountId = found(await store.people.byContact(learners.certified.contact));
  const { id: learnerId } = found(found(await store.people.person(accountId)).learners[0]);
  const hers = (await store.certificates.ofLearner(learnerId, undefined)).values;
  const model = found(hers.find(({ value }) => !value.reissueOf)).value;
  const { acts: _acts, cohortId: _cohort, expiresAt: _end, revocation: _over, ...rest } = model;
  const { suspension: _not, proposal: _wish, replacedBy: _next, ...claims } = rest;
  const mark = found(await store.certificates.markOf(model.organisationId));
  const year = deps.clock.now().getUTCFullYear() - 1;
  const issued: Certificate[] = [];
  for (let n = 0; n < many; n++) {
    const series = await store.certificates.series(model.organisationId, year);
    const serial = (series?.value.last ?? 0) + 1;
    const certificate: Certificate = {
      ...claims,
      ...{ id: deps.newId("certificate"), number: numberOf(mark, year, serial) },
      ...{ issuedAt: `${year}-03-0${1 + (n % 9)}T09:00:00.000Z`, courseVersion: 1000 + serial },
      ...(n > 0 ? { learnerId: deps.newId("learner"), learnerName: nameOf(n) } : {}),
    };
    const expected = series?.revision ?? "absent";
    await store.commit(store.certificates.issue(certificate, year, serial, expected));
    issued.push(certificate);
  }
  await house.server.worker.settled();
  return issued;
}

const nameOf = (n: number): string =>
  `${NAMES[n % NAMES.length] ?? ""}${n < NAMES.length ? "" : ` ${n + 1}`}`;

/** Five from before there were signatures: to issue them anew is proposed for one by the administrator, for two by another, for two by nobody. */
export async function unsignedAt(house: House): Promise<readonly Certificate[]> {
  const old = await issuedBeforeSigning(house, 5);
  const [admin, second] = [
    await house.as(staff.administrator.contact),
    await secondAdministrator(house),
  ];
  for (const [at, by] of [admin, second, second].entries())
    await by.do("proposeAct", {
      params: { certificateId: found(old[at + 1]).id },
      body: { intentId: newIntent(), act: "reissue" },
    });
  return old;
}
