import { type ItemChance, itemChances, rightChances, sameChance, type Sat } from "./chances.ts";
import { tailOf } from "./tail.ts";

/** Fewer say nothing: two must have answered so many of the same items, and so many of them wrongly in the same way. */
export const LEAST_COMMON = 10;
export const LEAST_SHARED = 3;
/** In at most one of so many cohorts whose members all answer for themselves does any pair show; in fact in far fewer. */
const ONE_COHORT_IN = 20;

/** Two whose wrong answers agree more than chance would make them. `expected`: how many would have, on average. */
export type AlikePair = {
  readonly one: string;
  readonly other: string;
  /** Items that both answered. */
  readonly common: number;
  readonly shared: readonly string[];
  readonly expected: number;
};

type Known = Sat & { readonly chances: ReadonlyMap<string, number> };

/**
 * Pairs of a cohort whose wrong answers agree far more than their own marks, and how common each wrong answer is, would lead one to
 * expect. A hint to look, never a proof: it knows nothing of why. The order of sittings and items says nothing. Pure.
 *
 * Wrong answers that agree are counted, as by the K-index (P. W. Holland, _Assessing unusual agreement between the incorrect answers of
 * two examinees using the K-index_, ETS RR-96-7, 1996): right ones may come of knowing. How likely each is follows G. O. Wesolowsky,
 * _Detecting excessive similarity in answers on multiple choice exams_, Journal of Applied Statistics 27 (2000), 909–921, whose chance
 * of a right answer comes of how hard the item is and of one's own mark. His normal approximation does not hold for few items: the
 * tail is exact, as in the generalized binomial test (W. J. van der Linden, L. Sotaridona, _Detecting answer copying when the regular
 * response process follows a known response model_, Journal of Educational and Behavioral Statistics 31 (2006), 283–304). Each pair
 * is held to a level that is divided by how many pairs were compared (Bonferroni). Of a drawn test only the items count that both
 * answered.
 */
export function pairsAlike(sittings: readonly Sat[]): readonly AlikePair[] {
  const items = itemChances(sittings);
  const known = sittings.map((sat): Known => ({ ...sat, chances: rightChances(sat, items) }));
  let compared = 0;
  const found: (AlikePair & { readonly chance: number })[] = [];
  known.forEach((one, at) => {
    for (const other of known.slice(at + 1)) {
      const common = [...one.answers.keys()].filter((item) => other.answers.has(item));
      if (common.length < LEAST_COMMON) continue;
      compared += 1;
      const pair = alike(one, other, { common, items });
      if (pair) found.push(pair);
    }
  });
  return found
    .filter(({ chance }) => chance * compared * ONE_COHORT_IN <= 1)
    .sort(
      (one, other) =>
        one.chance - other.chance || (one.one + one.other < other.one + other.other ? -1 : 1),
    )
    .map(({ chance: _, ...pair }) => pair);
}

type Common = {
  readonly common: readonly string[];
  readonly items: ReadonlyMap<string, ItemChance>;
};

/** Nothing where they share too little, or no more than is to be expected. */
function alike(one: Known, other: Known, { common, items }: Common) {
  const answered = common.flatMap((item) => {
    const [mine, hers, known] = [one.answers.get(item), other.answers.get(item), items.get(item)];
    return mine && hers && known ? [{ item, known, both: [mine, hers] as const }] : [];
  });
  const shared = answered.flatMap(({ item, both: [mine, hers] }) =>
    !mine.right && !hers.right && mine.said === hers.said ? [item] : [],
  );
  if (shared.length < LEAST_SHARED) return undefined;
  const chances = answered.map(({ item, known, both }) => {
    const wrong = (of: Known): number => 1 - (of.chances.get(item) ?? 1);
    return wrong(one) * wrong(other) * sameChance(known, both);
  });
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  if (shared.length <= expected) return undefined;
  const [first, second] = [one.id, other.id].sort();
  return {
    one: first ?? one.id,
    other: second ?? other.id,
    common: common.length,
    shared: shared.toSorted(),
    expected,
    chance: tailOf(chances, shared.length),
  };
}
