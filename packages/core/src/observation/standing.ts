import type { Enrolment, Manifest, Observation, ObservedStanding } from "@twiza/contract";

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
  const order = RANKS[a.state] - RANKS[b.state] || inTime(a, b);
  return order >= 0 ? a : b;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What an enrolment knows of looks at her work. */
export type Looked = Pick<Enrolment, "observed" | "disputed">;

/** With one look more, or the same look once more, be it confirmed meanwhile. Pure. */
export function withLook({ observed, disputed }: Looked, observation: Observation): Looked {
  const { checklistId } = observation;
  const standing = standingOf(observation);
  return lookedOf(
    standing ? { ...observed, [checklistId]: better(observed?.[checklistId], standing) } : observed,
    withoutDispute(disputed, observation),
  );
}

/**
 * Without a look that was disputed: what stood by it stands by the best of the others from then on.
 * @param all every look at her work in the course, the disputed one as it is now. Pure
 */
export function withoutLook(
  { observed, disputed }: Looked,
  look: Observation,
  all: readonly Observation[],
): Looked {
  const { id, checklistId } = look;
  const looks = all.filter((each) => each.checklistId === checklistId);
  const said = withDispute(disputed, looks);
  if (observed?.[checklistId]?.observationId !== id) return lookedOf(observed, said);
  const { [checklistId]: _, ...others } = observed;
  const rest = looks.filter((each) => each.id !== id);
  const { observed: left } = rest.reduce<Looked>(withLook, { observed: others });
  return lookedOf(left, said);
}

type Disputed = Looked["disputed"];

/** A look that comes later than the one she disputes is the word that stands now. */
function withoutDispute(disputed: Disputed, look: Observation): Disputed {
  const { [look.checklistId]: said, ...others } = disputed ?? {};
  return said && inTime(said, stampOf(look)) < 0 ? others : disputed;
}

/** She disputes a skill when it is of the last look at it that she said so. */
function withDispute(disputed: Disputed, looks: readonly Observation[]): Disputed {
  const last = looks.toSorted((a, b) => inTime(stampOf(a), stampOf(b))).at(-1);
  return last?.confirmation.state === "disputed"
    ? { ...disputed, [last.checklistId]: stampOf(last) }
    : disputed;
}

type Stamp = Pick<ObservedStanding, "at" | "observationId">;
const stampOf = ({ id: observationId, seenAt: at }: Observation): Stamp => ({ observationId, at });
const inTime = (a: Stamp, b: Stamp): number =>
  compare(a.at, b.at) || compare(a.observationId, b.observationId);

/** She disputes a look at a skill of her version, and has not passed it by another. Pure */
export const isDisputed = (
  { checklists = [] }: Pick<Manifest, "checklists">,
  { observed, disputed }: Looked,
): boolean => checklists.some(({ id }) => disputed?.[id] && observed?.[id]?.state !== "passed");

/** Her enrolment by what counts now of looks at her work. Pure */
export const enrolmentBy = (
  { observed: _, disputed: __, ...rest }: Enrolment,
  looked: Looked,
): Enrolment => ({ ...rest, ...looked });

/** An enrolment names no list that is empty. */
const lookedOf = (observed: Looked["observed"], disputed: Disputed): Looked => ({
  ...(observed ? { observed } : {}),
  ...(disputed && Object.keys(disputed).length > 0 ? { disputed } : {}),
});
