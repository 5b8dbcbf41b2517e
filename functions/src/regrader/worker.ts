import { type Deps, goOnRegrading } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import { type Change, regrade } from "@twiza/storage";

/** One change of the courses' table: a regrade that has come so far goes on. Every other change, and the same one again, does nothing. */
export async function onChange(
  { deps, log }: { deps: Deps; log: Log },
  change: Change,
): Promise<void> {
  if (change.after?.["entity"] !== "regrade") return;
  const next = await goOnRegrading(deps, regrade.read(change.after));
  if (!next) return;
  const { courseId, number, state, figures } = next;
  log.info("regrade went on", { courseId, number, state, learners: figures.learners });
}
