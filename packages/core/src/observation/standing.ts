import type { Enrolment, Observation, ObservedStanding } from "@twiza/contract";

const RANKS = { passed: 2, waiting: 1, not_passed: 0 } as const;

/** What one look is worth; a disputed one counts for nothing. Pure. */
export function standingOf({
  id: observationId,
  judgement: { passed, met, of },
  confirmation: { state },
  seenAt: at,
}: Observation): ObservedStanding | undefined {
  if (state === "disputed") return undefined;
  const reached = !passed ? "not_passed" : state === "confirmed" ? "passed" : "waiting";
  return { state: reached, observationId, at, met, of };
}

/** The better of two; of equal ones the later, and the id breaks the tie: a join, so that no order of arrival matters. Pure. */
function better(a: ObservedStanding | undefined, b: ObservedStanding): ObservedStanding {
  if (!a) return b;
  const order =
    RANKS[a.state] - RANKS[b.state] ||
    compare(a.at, b.at) ||
    compare(a.observationId, b.observationId);
  return order >= 0 ? a : b;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Observed = Enrolment["observed"];

/** With one look more, or the same look once more, be it confirmed meanwhile. Pure. */
export function withLook(observed: Observed, observation: Observation): Observed {
  const { checklistId } = observation;
  const standing = standingOf(observation);
  return standing
    ? { ...observed, [checklistId]: better(observed?.[checklistId], standing) }
    : observed;
}

/**
 * Without a look that was disputed: what stood by it stands by the best of the others from then on.
 * @param all every look at her work in the course, the disputed one as it is now. Pure
 */
export function withoutLook(
  observed: Observed,
  disputed: Observation,
  all: readonly Observation[],
): Observed {
  const { id, checklistId } = disputed;
  if (observed?.[checklistId]?.observationId !== id) return observed;
  const { [checklistId]: _, ...others } = observed;
  const rest = all.filter((each) => each.checklistId === checklistId && each.id !== id);
  return rest.reduce<Observed>(withLook, others);
}
