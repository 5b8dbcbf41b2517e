import { IntentId } from "@twiza/contract";
import { publishLog, startBatch } from "@twiza/core";
import { onChangeAt } from "@twiza/functions/registrar/worker";
import type { Engine } from "@twiza/storage/engine";
import { metered } from "@twiza/storage/metered";
import { cohortId, courseId, openIssuing, rachid } from "../house/issuing.ts";

/** As many as a batch issues to before it asks. */
const LEARNERS = 5_000;

/**
 * A whole cohort is issued to and everything follows, worker by worker: on the embedded store, one after the other, in this process.
 * Units and transactions are those that the cloud would count; seconds are of this computer.
 */
export async function batchFigures(learners = LEARNERS): Promise<readonly object[]> {
  let meter: ReturnType<typeof metered<Engine>> | undefined;
  const desk = await openIssuing(learners, { observed: (engine) => (meter = metered(engine)) });
  const worker = async (name: string, work: () => Promise<unknown>) => {
    const calls = meter?.calls ?? [];
    calls.length = 0;
    const [begun, processor] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(processor);
    const units = (of: "read" | "write") =>
      calls.reduce((sum, { capacity }) => sum + capacity[of], 0);
    const transactions = calls.filter(({ method }) => method === "transact").length;
    const each = (count: number): number => Math.round((100 * count) / learners) / 100;
    return {
      worker: name,
      "read units each": each(units("read")),
      "write units each": each(units("write")),
      "transactions each": each(transactions),
      "processor ms each": each((user + system) / 1000),
      "processor s": Math.round((user + system) / 100_000) / 10,
      s: Math.round((performance.now() - begun) / 100) / 10,
    };
  };
  const intentId = IntentId.parse("01997f00-0000-7000-8000-000000000001");
  const rows: object[] = [];
  rows.push(
    await worker("batch-issuer", async () => {
      await startBatch(desk.deps, rachid, { intentId, courseId, cohortId });
      await desk.follow();
    }),
  );
  const sign = onChangeAt("https://twiza.example");
  rows.push(
    await worker("registrar", async () => {
      for (let after: string | undefined; ;) {
        const { records, next } = await desk.engine.changes("certificates", after, 100);
        if (records.length === 0) return;
        for (const change of records) await sign({ deps: desk.deps, log: desk.log }, change);
        after = next;
      }
    }),
  );
  const keeper = { origin: "twiza.example/log", signer: desk.logSigner, witnesses: [] };
  rows.push(await worker("log-keeper, once", () => publishLog(desk.deps, keeper)));
  const all = await desk.all();
  const forms = await desk.deps.store.certificates.signed(all.at(-1)?.id ?? (undefined as never));
  if (all.length !== learners || !forms) throw new Error(`${all.length} of ${learners} issued`);
  await desk.close();
  return rows;
}
