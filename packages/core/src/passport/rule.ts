import type {
  CompetencyId,
  Evidence,
  ItemId,
  NamedCompetency,
  PassportLine,
} from "@twiza/contract";

/**
 * Which rule tells that a competency is shown; a passport says its number. Rule 2: somebody saw all of what names it in one piece of
 * work, and she confirmed that; or she had right at least 80 % of at least 3 items that name it, each counted once, as right when she
 * ever had it right. Rule 1 was the same by published keys; now items count as they are corrected, and void ones not at all. Rule 2 adds: or
 * everyone who decided on work that she handed in gave all of what names it a level that the assignment passes by.
 */
export const PASSPORT = 2;
const ENOUGH_ITEMS = 3;
const ENOUGH_PERCENT = 80;

/** Evidence of one competency; of a sitting, with the items that it was about. */
export type Shown = {
  readonly competencyId: CompetencyId;
  readonly evidence: Evidence;
  readonly items?: readonly { readonly id: ItemId; readonly right: boolean }[];
};

/** What she has shown, in the order of `names`; what nobody names any more is left out. Pure, and whatever the order of `shown`. */
export function passportLines(
  names: ReadonlyMap<CompetencyId, NamedCompetency>,
  shown: readonly Shown[],
): PassportLine[] {
  return [...names].flatMap(([id, competency]): PassportLine[] => {
    const own = shown.filter(({ competencyId }) => competencyId === id);
    if (own.length === 0) return [];
    const answered = answeredIn(own);
    const by = decidedBy(own, answered);
    const evidence = own.map((each) => each.evidence).sort(newestFirst);
    return [
      { competency, state: by ? "shown" : "begun", ...(by ? { by } : {}), answered, evidence },
    ];
  });
}

const newestFirst = (one: Evidence, other: Evidence): number =>
  one.at < other.at ? 1 : one.at > other.at ? -1 : idOf(one) < idOf(other) ? -1 : 1;
const idOf = (evidence: Evidence): string => {
  if (evidence.kind === "sitting") return evidence.attemptId;
  return evidence.kind === "work" ? evidence.submissionId : evidence.observationId;
};

/** Each item once, as right when she ever had it right: what is shown is not lost by trying again. */
function answeredIn(own: readonly Shown[]): PassportLine["answered"] {
  const items = new Map<ItemId, boolean>();
  for (const { items: some = [] } of own)
    for (const { id, right } of some) items.set(id, right || items.get(id) === true);
  return { right: [...items.values()].filter(Boolean).length, of: items.size };
}

function decidedBy(
  own: readonly Shown[],
  { right, of }: PassportLine["answered"],
): PassportLine["by"] {
  const isWhole = (kind: "observation" | "work"): boolean =>
    own.some(({ evidence }) => evidence.kind === kind && evidence.met === evidence.of);
  if (isWhole("observation")) return "observation";
  if (isWhole("work")) return "work";
  // In whole numbers, so that no rounding decides.
  return of >= ENOUGH_ITEMS && right * 100 >= ENOUGH_PERCENT * of ? "sitting" : undefined;
}
