import { type OperationName, STAFF_ROLES, type StaffRole } from "@twiza/contract";
import { learners } from "@twiza/content";
import { openSession } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type House,
  newIntent,
  openHouse,
  pathOf,
  requestOf,
  type Visitor,
} from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { NAMES, sampleOf } from "../house/samples.ts";
import type { Sample } from "../house/samples/scene.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let landmarks: Landmarks;
const strangers = new Map<string, Visitor>();

/** Somebody of another institution, with all the power that one role gives there. */
async function stranger(role: StaffRole): Promise<Visitor> {
  const { deps } = house.server;
  const at = deps.clock.now().toISOString();
  const account = {
    id: deps.newId("account"),
    contact: `${role}@elsewhere.org` as never,
    language: "en" as const,
    createdAt: at,
  };
  const organisation = {
    id: deps.newId("organisation"),
    kind: "institution" as const,
    name: { en: "Elsewhere" },
    createdAt: at,
  };
  const membership = {
    accountId: account.id,
    organisationId: organisation.id,
    organisationName: organisation.name,
    name: role,
    contact: account.contact,
    roles: [role],
    grantedAt: at,
  };
  const { people, organisations } = deps.store;
  const writes = [
    ...people.create(account),
    ...organisations.create(organisation),
    people.putMembership(membership, "absent"),
  ];
  expect(await deps.store.commit(writes)).toBe("done");
  const { cookie } = await openSession(deps, { accountId: account.id, device: "elsewhere" });
  return house.withCookie(cookie);
}

beforeAll(async () => {
  house = await openHouse();
  landmarks = await findLandmarks(house);
  for (const role of STAFF_ROLES)
    strangers.set(`${role} of another institution`, await stranger(role));
  strangers.set("another learner", await house.as(learners.eligible.contact));
});
afterAll(() => house.close());

/** Open to anybody, or about one's own thing whatever it is called. */
const HARMLESS: readonly OperationName[] = [
  "readOutline",
  "verifyCertificate",
  // To whoever holds the id of somebody who is erased.
  "readErased",
  "enrol",
  "recordEvents",
  "createCourse",
  "bringCourse",
  // The name of an institution, by which others ask it: it stands on each of its certificates.
  "readInstitution",
  // Questions that came out of a file, into her own bank.
  "bringBankItems",
  // A new question of her own bank, whatever another bank calls its own; so with a design and a framework of her own.
  "saveBankItem",
  "saveDesign",
  "saveFramework",
];
/** Of what they are told of they find nothing that is hers, say so, and have nothing to refuse. */
const FINDING_NOTHING: readonly OperationName[] = [
  "tagBankItems",
  "removeBankItems",
  "removeFramework",
  "readNotices",
];

/** What names a thing of the first institution, in the path or in the body: whatever has the form of an id. */
const ID = /"([a-z]{3})_[0-9a-f]{32}"/g;
const namesSomething = ({ asked }: Sample): boolean => JSON.stringify(asked).search(ID) >= 0;

/** The same wish anew, for a thing that does not exist at all. */
function missing({ asked }: Sample): Sample["asked"] {
  const text = JSON.stringify(asked)
    .replace(ID, `"$1_${"f".repeat(32)}"`)
    .replace(/"intentId":"[^"]+"/, `"intentId":"${newIntent()}"`);
  return JSON.parse(text) as Sample["asked"];
}

describe.each(NAMES.filter((name) => !HARMLESS.includes(name)))("%s", (name) => {
  it("gives a stranger nothing, changes nothing, and answers as for what does not exist", async () => {
    const sample = await sampleOf(house, name, landmarks);
    if (!namesSomething(sample)) return;
    const before = await countWritten(house);
    for (const [who, visitor] of strangers) {
      const ask = async (asked: Sample["asked"]) => {
        const response = await visitor.fetch(pathOf(name, asked), requestOf(name, asked));
        const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
        return { status: response.status, body };
      };
      const foreign = await ask(sample.asked);
      // Staff without a learning profile are told so before anything is looked up.
      const told = foreign.body["code"] === "learner.required" ? 404 : foreign.status;
      const empty = FINDING_NOTHING.includes(name) ? [200] : [];
      expect([401, 403, 404, ...empty], `${who}: ${JSON.stringify(foreign.body)}`).toContain(told);
      expect(foreign, who).toEqual(await ask(missing(sample)));
    }
    // A wish for her own bank that found nothing there is written down, so that it is not done twice; its answer says what it found.
    if (!name.endsWith("BankItems")) expect(await countWritten(house)).toEqual(before);
  });
});

it("a stranger's lists hold nothing of the first institution", async () => {
  const secrets = [
    landmarks.open.id,
    landmarks.byHand.id,
    landmarks.valid.id,
    landmarks.trainer.accountId,
    "Zineb Amrani",
    landmarks.flag.id,
    "coopérative",
  ];
  for (const [who, visitor] of strangers) {
    for (const name of [
      "listCourses",
      "listCohorts",
      "listCertificates",
      "listMembers",
      "listOrganisations",
      "listAudit",
      "listFlags",
      "listWallet",
      "listEnrolments",
      "listNotices",
      "listBank",
      "listRemovedBankItems",
    ] as const) {
      const response = await visitor.fetch(pathOf(name, {}), requestOf(name, {}));
      const text = await response.text();
      // A learner of the open cohort's institution knows her own cohort; nobody else's things.
      for (const secret of who === "another learner" ? secrets.slice(2) : secrets)
        expect(text, `${who}, ${name}`).not.toContain(secret);
    }
  }
});
