import type { HeldAt } from "../../store/index.ts";
import { everyPage } from "../hers.ts";
import type { Step } from "./step.ts";

/** What waited for a person, what marking anew changed for her, and why a batch left her out. */
export const mentions: Step = async ({ deps, erasure, work }) => {
  const { learnerId } = erasure;
  let found = false;
  const clear = async (at: HeldAt): Promise<void> => {
    let after: string | undefined;
    do {
      const { rows, next } = await deps.store.erasures.rows(at, after);
      const hers = rows.filter(
        ({ data }) => (data as { learnerId?: unknown } | null)?.learnerId === learnerId,
      );
      await deps.store.erasures.remove(hers);
      found ||= hers.length > 0;
      after = next;
    } while (after !== undefined);
  };
  for (const organisationId of work.organisations) {
    await clear({ of: "flags", organisationId });
    const batches = await everyPage((after) =>
      deps.store.batches.ofOrganisation(organisationId, after),
    );
    for (const { value } of batches) await clear({ of: "refused", batchId: value.id, learnerId });
  }
  for (const courseId of work.courses)
    for (const { number } of await deps.store.corrections.regrades(courseId))
      await clear({ of: "regraded", courseId, number, learnerId });
  return { found };
};
