import {
  actsOf,
  type Certificate,
  type CertificateAct,
  certificateState,
  IntentId,
  type Proposing,
} from "@twiza/contract";
import {
  decideProposal,
  issueByHand,
  issueEarned,
  listBatches,
  proposeAct,
  Refused,
  startBatch,
  steerBatch,
} from "@twiza/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { newIntent } from "../house/house.ts";
import {
  cohortId,
  courseId,
  Killed,
  learnerAt,
  nadia,
  openIssuing,
  rachid,
  youssef,
} from "../house/issuing.ts";

const LEARNERS = 2;
const intentId = () => IntentId.parse(newIntent());
type Desk = Awaited<ReturnType<typeof openIssuing>>;
const staff = fc.constantFrom(nadia, youssef, rachid);
const learner = fc.nat({ max: LEARNERS - 1 });
const wanted: fc.Arbitrary<Proposing> = fc.constantFrom(
  { intentId: intentId(), act: "suspend", reason: "inquiry" },
  { intentId: intentId(), act: "reinstate" },
  { intentId: intentId(), act: "revoke", reason: "fraud" },
  { intentId: intentId(), act: "reissue", learnerName: "Fadma Aït" },
  { intentId: intentId(), act: "renew" },
);
const step = fc.oneof(
  fc.record({ do: fc.constant("earned" as const), to: learner }),
  fc.record({ do: fc.constant("by_hand" as const), to: learner, by: staff }),
  fc.record({ do: fc.constant("propose" as const), to: learner, by: staff, wanted }),
  fc.record({
    do: fc.constant("decide" as const),
    ...{ to: learner, by: staff, decision: fc.constantFrom("approve", "approve", "turn_down") },
  }),
  fc.record({ do: fc.constant("both" as const), to: learner, wanted }),
  fc.record({ do: fc.constant("batch" as const), by: staff }),
  fc.record({ do: fc.constant("steer" as const), by: staff, to: fc.constantFrom("stop", "go_on") }),
  fc.record({ do: fc.constant("follow" as const), killAfter: fc.nat({ max: 6 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** The newest certificate of a learner. */
const newest = async ({ deps }: Desk, n: number): Promise<Certificate | undefined> =>
  (await deps.store.certificates.ofLearner(learnerAt(n), undefined)).values[0]?.value;

async function take(desk: Desk, act: Step): Promise<void> {
  const { deps } = desk;
  if (act.do === "follow") {
    desk.killAfter(act.killAfter / 2);
    await desk.follow(2);
    desk.spare();
    return;
  }
  if (act.do === "batch")
    return void (await startBatch(deps, act.by, { intentId: intentId(), courseId, cohortId }));
  if (act.do === "steer") {
    const { batches } = await listBatches(deps, nadia, { after: undefined });
    const [batch] = batches;
    const body = { intentId: intentId(), do: act.to as "stop" };
    return void (batch && (await steerBatch(deps, act.by, { id: batch.id, body })));
  }
  const learnerId = learnerAt(act.to);
  if (act.do === "by_hand")
    return void (await issueByHand(deps, act.by, { intentId: intentId(), cohortId, learnerId }));
  if (act.do === "earned") {
    const kept = await deps.store.enrolments.byCourse(learnerId, courseId);
    return void (kept && (await issueEarned(deps, { ...kept.value, issuing: "automatic" })));
  }
  if (act.do === "both") {
    await take(desk, { ...act, do: "propose", by: rachid });
    return take(desk, { ...act, do: "decide", by: nadia, decision: "approve" });
  }
  const certificate = await newest(desk, act.to);
  if (!certificate) return;
  const { id, proposal } = certificate;
  if (act.do === "propose")
    return void (await proposeAct(deps, act.by, {
      id,
      body: { ...act.wanted, intentId: intentId() },
    }));
  const decision = act.decision as "approve";
  const body = {
    intentId: intentId(),
    decision,
    seenAt: proposal?.at ?? "2026-03-01T08:00:00.000Z",
  };
  await decideProposal(deps, act.by, { id, body });
}

/** A no is an answer, and being killed an end; anything else is a bug. */
async function tried(desk: Desk, act: Step): Promise<void> {
  try {
    await take(desk, act);
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Killed)) throw error;
  }
}

const AFTER: Readonly<Record<CertificateAct["act"], readonly CertificateAct["act"][]>> = {
  issued: ["suspended", "revoked"],
  suspended: ["reinstated", "revoked"],
  reinstated: ["suspended", "revoked"],
  revoked: [],
};
/** What the acts of a certificate say of it, when each may follow the one before. */
function stateTold(certificate: Certificate): string {
  const acts = actsOf(certificate).map(({ act }) => act);
  expect(acts[0]).toBe("issued");
  acts.slice(1).forEach((act, at) => {
    expect(AFTER[acts[at] ?? "issued"], acts.join()).toContain(act);
  });
  const last = acts.at(-1);
  return last === "revoked" || last === "suspended" ? last : "valid";
}

async function mustHold(desk: Desk): Promise<void> {
  const all = await desk.all();
  const serials = all.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
  expect(serials).toEqual(serials.map((_, at) => at + 1));
  for (let n = 0; n < LEARNERS; n++) {
    const hers = all.filter(({ learnerId }) => learnerId === learnerAt(n));
    expect(hers.filter(({ revocation }) => !revocation).length).toBeLessThanOrEqual(1);
    const earned = await desk.deps.store.certificates.earned(learnerAt(n), courseId, 1);
    const standing = hers.filter(({ replacedBy }) => !replacedBy).map(({ id }) => id);
    expect(standing).toEqual(earned ? [earned.value.certificateId] : []);
  }
  const { organisationId = "" as never } = nadia;
  const listed = await desk.deps.store.certificates.proposed(organisationId, undefined);
  const proposed = all.filter(({ proposal }) => proposal).map(({ id }) => id);
  expect(listed.values.map(({ value }) => value.certificateId).sort()).toEqual(proposed.sort());
  for (const certificate of all) {
    // None has been there for its month yet.
    expect(stateTold(certificate)).toBe(certificateState(certificate, new Date("2026-03-02")));
    const { revocation, suspension, replacedBy, reissueOf } = certificate;
    for (const end of [revocation, suspension]) if (end) expect(end.approvedBy).not.toBe(end.by);
    const next = all.find(({ id }) => id === replacedBy);
    expect(next?.reissueOf).toBe(replacedBy && certificate.id);
    expect(revocation?.reason === "replaced").toBe(replacedBy !== undefined);
    const before = all.find(({ id }) => id === reissueOf);
    expect(before?.replacedBy).toBe(reissueOf && certificate.id);
    expect(certificate.language).toBe("zgh");
  }
}

it("whatever is issued, proposed, approved, revoked, broken off and repeated, and in whatever order: numbers have no gap, nobody has two that hold, and each tells its story", async () => {
  let ended = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 14 }),
      async (rounds) => {
        const desk = await openIssuing(LEARNERS);
        for (const round of rounds) await Promise.all(round.map((act) => tried(desk, act)));
        await desk.follow();
        await mustHold(desk);
        ended += (await desk.all()).filter(({ revocation }) => revocation).length;
        await desk.close();
      },
    ),
    { numRuns: 15 },
  );
  expect(ended).toBeGreaterThan(0);
});
