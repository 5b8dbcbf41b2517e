import { learners } from "@twiza/content";
import { formHash } from "@twiza/log";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, TRAINER } from "../house/landmarks.ts";
import { secondAdministrator } from "../house/second-person.ts";
import { issuedBeforeSigning } from "../house/unsigned.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function everyUnsigned(by: Visitor) {
  const numbers: string[] = [];
  let after: string | undefined;
  do {
    const page = await by.do("listUnsigned", { query: after === undefined ? {} : { after } });
    numbers.push(...page.certificates.map(({ number }) => number));
    after = page.next;
  } while (after !== undefined);
  return numbers;
}
const anew = () => ({ act: "reissue" as const, intentId: newIntent() });

it("a certificate from before there were signatures is issued anew under the same name by two persons: signed, in the log, and the old one leads to it", async () => {
  const [old] = await issuedBeforeSigning(house, 1);
  if (!old) throw new Error("none is old");
  const [admin, second, holder] = await Promise.all([
    house.as(ADMIN),
    secondAdministrator(house),
    house.as(learners.certified.contact),
  ]);
  const params = { certificateId: old.id };
  expect(await everyUnsigned(admin)).toEqual([old.number]);
  expect(await holder.refused("readSigned", { params })).toBe("certificate.before_signing");

  const wish = anew();
  const { proposal } = await admin.do("proposeAct", { params, body: wish });
  expect((await admin.do("proposeAct", { params, body: wish })).proposal).toEqual(proposal);
  const decision = { decision: "approve" as const, seenAt: proposal?.at ?? "" };
  const approval = { ...decision, intentId: newIntent() };
  expect(await admin.refused("decideProposal", { params, body: { ...approval } })).toBe(
    "certificate.same_person",
  );
  const { issued } = await second.do("decideProposal", { params, body: approval });
  const again = await second.do("decideProposal", { params, body: approval });
  expect(again.issued?.id).toBe(issued?.id);
  expect(issued).toMatchObject({ learnerName: old.learnerName, reissueOf: old.id });
  expect(issued?.number).not.toBe(old.number);

  await house.server.worker.settled();
  const signed = await holder.do("readSigned", { params: { certificateId: issued?.id ?? "" } });
  const form = formHash(signed.jwt);
  const entry = await house.anyone.do("readLogProof", { params: { form } });
  expect(JSON.parse(entry.issued.entry)).toMatchObject({ act: "issued", reissue: true });
  const page = await (await house.anyone.fetch(`/verify/${old.id}?lang=en`)).text();
  expect(page).toContain(`/verify/${issued?.id ?? ""}`);
  const { certificates } = await holder.do("listWallet", {});
  expect(certificates.filter(({ id }) => id === issued?.id)).toHaveLength(1);
  const ofVersion = certificates.filter(({ courseVersion }) => courseVersion === old.courseVersion);
  expect(ofVersion.map(({ state }) => state).sort()).toEqual(["revoked", "valid"]);
  expect(await everyUnsigned(admin)).toEqual([]);
});

it("what is signed, or will be in a moment, is not issued anew under the same name; and nobody but administrators reads the list", async () => {
  const [admin, trainer] = await Promise.all([house.as(ADMIN), house.as(TRAINER)]);
  const { certificates } = await admin.do("listCertificates", {});
  const valid = certificates.find(({ revocation, proposal }) => !revocation && !proposal);
  const params = { certificateId: valid?.id ?? "" };
  for (const body of [anew(), { ...anew(), learnerName: valid?.learnerName }])
    expect(await admin.refused("proposeAct", { params, body })).toBe("certificate.same_name");
  expect(await trainer.refused("listUnsigned", {})).toBe("role.missing");
});

it("the list of what has no signature is whole, however many there are, and says nothing twice", async () => {
  const old = await issuedBeforeSigning(house, 340);
  const numbers = await everyUnsigned(await house.as(ADMIN));
  expect(numbers).toEqual(old.map(({ number }) => number));
}, 60_000);
