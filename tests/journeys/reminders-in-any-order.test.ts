import { actsOf, type Certificate, endsWithin, IntentId, type Proposing } from "@twiza/contract";
import { Refused } from "@twiza/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { newIntent } from "../house/house.ts";
import { openReminding, type Sent } from "../house/reminding.ts";

const LEARNERS = 3;
const intentId = IntentId.parse(newIntent());
const learner = fc.nat({ max: LEARNERS - 1 });
const wanted: fc.Arbitrary<Proposing> = fc.constantFrom(
  { intentId, act: "suspend", reason: "inquiry" },
  { intentId, act: "reinstate" },
  { intentId, act: "revoke", reason: "fraud" },
  { intentId, act: "reissue", learnerName: "Fadma Aït" },
  { intentId, act: "renew" },
);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant("issue" as const), to: learner }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.nat({ max: 60 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant("run" as const), times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("act" as const), to: learner, wanted }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("die" as const), after: fc.nat({ max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("break" as const) }) },
); // prettier-ignore
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Desk = Awaited<ReturnType<typeof openReminding>>;

async function take(desk: Desk, act: Step): Promise<void> {
  switch (act.do) {
    case "issue":
      return void (await desk.issue(act.to));
    case "wait":
      return void desk.advance(act.days);
    case "run":
      return void (await Promise.all(Array.from({ length: act.times }, () => desk.run())));
    case "act":
      return void (await desk.act(act.to, act.wanted));
    case "die":
      desk.killAfter(act.after);
      await desk.run().catch(() => undefined);
      desk.spare();
      return;
    case "break":
      desk.break(true);
      await desk.run().catch(() => undefined);
      return void desk.break(false);
  }
}

/** What a certificate was at a moment, by its own story. */
function countedAt(certificate: Certificate, at: string): boolean {
  const last = actsOf(certificate)
    .filter((act) => act.at <= at)
    .at(-1)?.act;
  const isOver = certificate.expiresAt !== undefined && certificate.expiresAt <= at;
  return !isOver && (last === "issued" || last === "reinstated");
}

function mustHold(certificates: readonly Certificate[], sent: readonly Sent[]): void {
  const days = sent.map(({ to, at }) => `${to} ${at.slice(0, 10)}`);
  expect(new Set(days).size).toBe(days.length);
  const told = sent.flatMap(({ to, at, text }) =>
    certificates
      .filter(({ number }) => text.includes(number))
      .map((certificate) => ({ to, at, certificate })),
  );
  const reminders = told.map(
    ({ to, at, certificate }) =>
      `${to} ${certificate.number} ${endsWithin(certificate.expiresAt, new Date(at)) ?? "never"}`,
  );
  expect(new Set(reminders).size).toBe(reminders.length);
  expect(reminders.filter((each) => each.endsWith("never"))).toEqual([]);
  for (const { at, certificate } of told) expect(countedAt(certificate, at)).toBe(true);
}

it("whatever is issued, renewed, suspended and revoked, and however often, late, at once or broken off people are reminded: each hears of each time once, one message a day, and of nothing that has ended", async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
      const desk = await openReminding(LEARNERS, 3);
      await desk.issue(0);
      for (const each of steps)
        await take(desk, each).catch((error: unknown) => {
          if (!(error instanceof Refused)) throw error;
        });
      mustHold(await desk.all(), desk.sent);
      sent += desk.sent.length;
      await desk.close();
    }),
    { numRuns: 25 },
  );
  expect(sent).toBeGreaterThan(0);
}, 120_000);
