import type { Cohort, CohortId, IntentId, TestTimes } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { loadCohort } from "./cohort.ts";

/** Says from when and until when a cohort may sit the test. Whoever sits it already is not stopped: her hand-in waits for a person. */
export function changeTestTimes(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: CohortId; body: { intentId: IntentId; test: TestTimes } },
): Promise<Cohort> {
  return once(deps, { principal, operation: `cohort.test ${id}`, request: body }, async () => {
    const { value, revision } = await loadCohort(deps, principal, { id, action: "cohort:manage" });
    const { test: _, ...rest } = value;
    const { opensAt, closesAt } = body.test;
    const isTimed = opensAt !== undefined || closesAt !== undefined;
    const cohort: Cohort = isTimed ? { ...rest, test: body.test } : rest;
    const line = auditLine(deps, principal, {
      organisationId: value.organisationId,
      action: "cohort.changed",
      subjectId: id,
      subjectName: value.name,
      ...(isTimed ? { note: `${opensAt ?? "…"} – ${closesAt ?? "…"}` } : {}),
    });
    return { reply: cohort, writes: [...deps.store.cohorts.put(cohort, revision), line] };
  });
}
