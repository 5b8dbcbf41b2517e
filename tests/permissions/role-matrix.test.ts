import { type OperationName, operations, type Role, ROLES, type Where } from "@twiza/contract";
import { newLearner, openSession } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type House,
  newIntent,
  openHouse,
  pathOf,
  requestOf,
  type Visitor,
} from "../house/house.ts";

type Asker = "nobody" | "somebody" | Role;
/** A verifier has no account: she is `nobody`. A learner's role comes from her profile, not from a membership. */
const ASKERS: readonly Asker[] = [
  "nobody",
  "somebody",
  ...ROLES.filter((role) => role !== "verifier"),
];
const NAMES = Object.keys(operations).filter((name): name is OperationName => name in operations);
const ID = "0".repeat(32);
const PARAMS = {
  courseId: `crs_${ID}`,
  cohortId: `coh_${ID}`,
  attemptId: `att_${ID}`,
  certificateId: `crt_${ID}`,
  sessionId: `ses_${ID}`,
  flagId: `flg_${ID}`,
  mediaId: `med_${"0".repeat(32)}`,
  lessonId: `les_${ID}`,
  itemId: `itm_${ID}`,
  frameworkId: `frw_${ID}`,
  commentId: `cmt_${ID}`,
  checklistId: `chk_${ID}`,
  assignmentId: `asg_${ID}`,
  submissionId: `sub_${ID}`,
  organisationId: `org_${ID}`,
  batchId: `bat_${ID}`,
  designId: `dsg_${ID}`,
  learnerId: `lrn_${ID}`,
  observationId: `obs_${ID}`,
  hash: ID + ID,
  version: "1",
  number: "1",
  language: "wo",
  form: "A".repeat(43),
};

let house: House;
const visitors = new Map<Asker, Visitor>();

/** A fresh person who holds exactly one role in an organisation of her own. */
async function personWith(asker: Asker): Promise<Visitor> {
  if (asker === "nobody") return house.anyone;
  const { deps } = house.server;
  const id = deps.newId("account");
  const at = deps.clock.now().toISOString();
  const contact = `${asker}-${id.slice(-6)}@example.org`;
  const writes = [...deps.store.people.create({ id, contact, language: "en", createdAt: at })];
  if (asker === "learner") {
    writes.push(
      ...deps.store.people.createLearner(newLearner(deps, { accountId: id, name: "Learner" })),
    );
  } else if (asker !== "somebody" && asker !== "verifier") {
    const organisation = {
      id: deps.newId("organisation"),
      kind: "institution" as const,
      name: { en: asker },
      createdAt: at,
    };
    writes.push(...deps.store.organisations.create(organisation));
    const membership = {
      accountId: id,
      organisationId: organisation.id,
      organisationName: organisation.name,
    };
    writes.push(
      deps.store.people.putMembership(
        { ...membership, name: asker, contact, roles: [asker], grantedAt: at },
        "absent",
      ),
    );
  }
  expect(await deps.store.commit(writes)).toBe("done");
  const { cookie } = await openSession(deps, { accountId: id, device: "matrix" });
  return house.withCookie(cookie);
}

beforeAll(async () => {
  house = await openHouse({ seeded: false });
  for (const asker of ASKERS) visitors.set(asker, await personWith(asker));
});
afterAll(() => house.close());

const isAllowed = ({ allow }: Where, asker: Asker): boolean => {
  if (allow === "anyone") return true;
  if (asker === "nobody") return false;
  return allow === "person" || allow.some((role) => role === asker);
};

describe.each(NAMES)("%s", (name) => {
  it.each(ASKERS)("admits %s exactly when the contract says so", async (asker) => {
    const path = pathOf(name, { params: PARAMS });
    const body = operations[name].method === "GET" ? {} : { body: { intentId: newIntent() } };
    const response = await visitors.get(asker)?.fetch(path, requestOf(name, body));
    const text = await response?.text();
    const code =
      response && response.status >= 400
        ? (JSON.parse(text ?? "{}") as { code: string }).code
        : undefined;
    if (isAllowed(operations[name], asker))
      expect(["session.required", "role.missing"]).not.toContain(code);
    else expect(code).toBe(asker === "nobody" ? "session.required" : "role.missing");
  });
});

it("covers every operation with every role", () => {
  expect(NAMES.length * ASKERS.length).toBeGreaterThanOrEqual(31 * 9);
});
