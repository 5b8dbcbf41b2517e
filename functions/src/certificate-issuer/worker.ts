import { type Deps, issueEarned } from "@twiza/core";
import { enrolment } from "@twiza/storage";
import type { Log } from "@twiza/platform/log";
import type { Change } from "@twiza/storage";

/**
 * One change of the learners' table: an enrolment that has been earned gets its certificate. Every other change, and the same
 * one again, does nothing.
 */
export async function onChange(
  { deps, log }: { deps: Deps; log: Log },
  change: Change,
): Promise<void> {
  if (change.after?.["entity"] !== "enrolment") return;
  const certificate = await issueEarned(deps, enrolment.read(change.after).value);
  if (certificate)
    log.info("certificate issued", { certificateId: certificate.id, number: certificate.number });
}
