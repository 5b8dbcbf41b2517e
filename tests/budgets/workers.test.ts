import { readFileSync } from "node:fs";
import { learners } from "@twiza/content";
import type { Certificate } from "@twiza/contract";
import { found, issueEarned } from "@twiza/core";
import { onChangeAt } from "@twiza/functions/registrar/worker";
import { remind } from "@twiza/functions/reminder/worker";
import { openLog } from "@twiza/platform/log";
import { certificate as stored, type Engine } from "@twiza/storage";
import { metered } from "@twiza/storage/metered";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse } from "../house/house.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { ISSUES_AT } from "../house/seeded.ts";

/** What nobody asks by an operation, of the second table of `docs/access-patterns.md`, by its name. */
const rows = new Map(
  readFileSync("docs/access-patterns.md", "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => /^(?:worker|page) /.test(cells[1] ?? ""))
    .map((cells) => [cells[1] ?? "", { read: Number(cells[4]), write: Number(cells[5]) }]),
);

let house: House;
let meter: ReturnType<typeof metered<Engine>>;
beforeAll(async () => {
  house = await openHouse({ observe: (engine) => (meter = metered(engine)) });
  // Its own look at the feed five times a second would be counted.
  await house.server.worker.stop();
});
afterAll(() => house.close());

const log = openLog(() => undefined, () => new Date()); // prettier-ignore
const told = new Map<string, { read: number; write: number }>();
/** Counts what this costs. */
async function counted(name: string, work: () => Promise<unknown>): Promise<void> {
  meter.calls.length = 0;
  await work();
  const sum = (of: "read" | "write") =>
    meter.calls.reduce((total, { capacity }) => total + capacity[of], 0);
  told.set(name, { read: sum("read"), write: sum("write") });
}

it("what workers do for certificates, and their pages, cost what the document says, and it names no other", async () => {
  const { deps } = house.server;
  const { store } = deps;
  const { byHand, eligible } = await findLandmarks(house);
  const { learnerId } = eligible;
  const enrolment = found(await store.enrolments.byCourse(learnerId, byHand.courseId)).value;
  let earned: Certificate | undefined;
  await counted("worker certificate-issuer, one certificate", async () => {
    earned = await issueEarned(deps, { ...enrolment, issuing: "automatic" });
  });
  const issued = found(earned);
  const registrar = onChangeAt(ISSUES_AT);
  const change = async () => {
    const key = stored.key({ id: issued.id });
    const { item } = await house.server.engine.get("certificates", key);
    meter.calls.length = 0;
    return registrar({ deps, log }, { id: "1", key, ...(item ? { after: item } : {}) });
  };
  await counted("worker registrar, a new certificate", change);
  await counted("worker registrar, the same change again", change);
  const page = (path: string) => async () => {
    expect((await house.anyone.fetch(path)).status).toBe(200);
  };
  await counted("page `/verify/…`", page(`/verify/${issued.id}`));
  await counted("page `/verify/…/seal.png`", page(`/verify/${issued.id}/seal.png`));
  await counted("page `/o/…/did.json`", page(`/o/${issued.organisationId}/did.json`));
  const year = issued.issuedAt.slice(0, 4);
  const list = `/o/${issued.organisationId}/status/${year}/revocation/0`;
  await counted("page `/o/…/status/…`", page(list));

  const expiresAt = new Date(deps.clock.now().getTime() + 80 * 86_400_000).toISOString();
  const kept = found(await store.certificates.byId(issued.id));
  const issuedAt = new Date(deps.clock.now().getTime() - 86_400_000 * 30).toISOString();
  await store.commit([store.certificates.change({ ...kept.value, issuedAt, expiresAt }, kept)]);
  const sent: string[] = [];
  const messenger = { send: ({ to }: { to: string }) => Promise.resolve(void sent.push(to)) };
  const run = () => remind({ deps, log, origin: house.origin }, messenger);
  await counted("worker reminder, one certificate and three people", run);
  expect(sent).toContain(learners.eligible.contact);
  expect(sent).toHaveLength(3);
  await counted("worker reminder, a day on which nothing is due", run);
  expect(sent).toHaveLength(3);
  expect([...told.keys()].sort()).toEqual([...rows.keys()].sort());
  for (const [name, cost] of told)
    for (const unit of ["read", "write"] as const) {
      const most = rows.get(name)?.[unit] ?? 0;
      const said = `${name}: ${unit} ${cost[unit]}`;
      expect(cost[unit], said).toBeLessThanOrEqual(most);
      // A budget that lies far above the truth guards nothing.
      expect(cost[unit] * 2, said).toBeGreaterThanOrEqual(most);
    }
});
