import { type Deps, goOnIssuing } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import { certificateBatch, type Change } from "@twiza/storage";

/** One change of the certificates' table: a batch that has come so far goes on. Every other change, and the same one again, does nothing. */
export async function onChange(
  { deps, log }: { deps: Deps; log: Log },
  change: Change,
): Promise<void> {
  if (change.after?.["entity"] !== "certificate-batch") return;
  const step = await goOnIssuing(deps, certificateBatch.read(change.after));
  if (!step) return;
  const { id: batchId, state, figures } = step.batch;
  for (const error of step.faults) log.error("a certificate was not issued", { batchId, error });
  log.info("batch went on", { batchId, state, issued: figures.issued });
}
