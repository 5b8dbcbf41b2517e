import { countSitting, type Deps } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import { attempt, type Change } from "@twiza/storage";

/** One change of the learners' table: a sitting that was handed in is counted. Every other change, and the same one again, does nothing. */
export async function onChange(
  { deps, log }: { deps: Deps; log: Log },
  change: Change,
): Promise<void> {
  if (change.after?.["entity"] !== "attempt") return;
  const { value } = attempt.read(change.after);
  if (await countSitting(deps, value)) log.info("sitting counted", { attemptId: value.id });
}
