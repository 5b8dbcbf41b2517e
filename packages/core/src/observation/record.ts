import type { CohortId, Observation, ObservationBody, ObservationView } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import type { Deps } from "../deps.ts";
import { withEarned } from "../enrolment/completion.ts";
import { once } from "../intent.ts";
import type { Pins } from "../ports.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { isSameLook, loadObserved, lookFrom } from "./look.ts";
import { enrolmentBy, withLook } from "./standing.ts";
import { type PinsOutcome, tryPins } from "./try-pins.ts";
import { noteOf, viewOf } from "./view.ts";

type Wish = { readonly cohortId: CohortId; readonly body: ObservationBody };
type Recorded = { readonly observation: ObservationView; readonly pins?: PinsOutcome };

/**
 * Keeps what was seen of a learner's work, and what it means for her, in one transaction. Right PINs of both confirm it at once; whatever
 * else becomes of PINs, it is kept and waits for her. The same look may come again, with other PINs too; another one under its id is refused.
 * @throws Refused as `loadObserved` and `lookFrom` do; `intent.reused` for another look under the same id
 */
export async function recordObservation(
  deps: Deps,
  principal: Principal,
  { cohortId, body }: Wish,
  pins: Pins,
): Promise<Recorded> {
  const { sentAt: _, ...request } = body;
  const receivedAt = deps.clock.now();
  // Once, however often others write in between: each try counts.
  let tried: Promise<PinsOutcome> | undefined;
  const tryOnce = (sealed: string) =>
    (tried ??= tryPins(deps, pins, {
      ...{ sealed, observationId: body.id, learnerId: body.learnerId },
      observerId: principal.accountId,
    }));
  let kept: Observation | undefined;
  const at = receivedAt.toISOString();
  const asked = { principal, operation: `observation.record ${cohortId}`, request };
  const { outcome, at: first } = await once(deps, asked, async () => {
    const hers = await loadObserved(deps, principal, { cohortId, learnerId: body.learnerId });
    const look = await lookFrom(deps, principal, hers, { body, receivedAt });
    const before = await deps.store.observations.byId(look.learnerId, look.id);
    if (before && !isSameLook(before.value, look)) throw new Refused("intent.reused");
    const known = before?.value ?? look;
    const outcome = body.pins && (await outcomeFor(known, () => tryOnce(body.pins ?? "")));
    kept = outcome === "ok" ? confirmedByPin(known, receivedAt) : known;
    if (kept === before?.value) return { reply: { outcome, at }, writes: [] };
    const { value, revision, manifest } = hers;
    const observed = enrolmentBy(value, withLook(value, kept));
    const writes = [
      deps.store.observations.put(kept, before?.revision ?? "absent"),
      // Written even where it stays the same: whoever works it out anew at this moment must look again.
      deps.store.enrolments.put(withEarned(observed, manifest, kept.receivedAt), revision),
      ...(before ? [] : [lineFor(deps, principal, { of: kept, action: "observation.recorded" })]),
      ...(outcome === "ok"
        ? [lineFor(deps, principal, { of: kept, action: "observation.confirmed" })]
        : []),
    ];
    return { reply: { outcome, at }, writes };
  });
  // Of the same look at the same moment one is kept: whoever came second is shown that one, not her own of a round that was lost.
  if (!kept || first !== at)
    kept = found(await deps.store.observations.byId(body.learnerId, body.id)).value;
  return { observation: viewOf(kept), ...(outcome ? { pins: outcome } : {}) };
}

/** What was answered needs no PIN any more. */
async function outcomeFor(
  { confirmation }: Observation,
  attempt: () => Promise<PinsOutcome>,
): Promise<PinsOutcome | undefined> {
  if (confirmation.state === "waiting") return attempt();
  return confirmation.state === "confirmed" ? "ok" : undefined;
}

function confirmedByPin(observation: Observation, now: Date): Observation {
  if (observation.confirmation.state !== "waiting") return observation;
  return {
    ...observation,
    confirmation: { state: "confirmed", by: "pin", at: now.toISOString() },
  };
}

function lineFor(
  deps: Deps,
  principal: Principal,
  { of, action }: { of: Observation; action: "observation.recorded" | "observation.confirmed" },
) {
  return auditLine(deps, principal, {
    organisationId: of.organisationId,
    action,
    subjectId: of.learnerId,
    subjectName: of.learnerName,
    about: { learnerId: of.learnerId, courseId: of.courseId },
    note: action === "observation.confirmed" ? noteOf(of, "PIN") : noteOf(of),
  });
}
