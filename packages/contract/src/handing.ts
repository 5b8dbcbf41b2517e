/** The door to how work is handed in and marked: rules that the learner's phone, the marker's page and the server all ask. No zod is in it. */

/** What work may be handed in as. */
export const PROOFS = ["text", "photo", "voice", "video", "file"] as const;
export type ProofKind = (typeof PROOFS)[number];

/**
 * Most of each thing: assignments of a course, criteria of a rubric and levels of each; what one hand-in holds, in letters and pieces;
 * what one person says to it, in letters: of a note, of its words, and of all notes together.
 */
export const HANDING_LIMITS = {
  assignments: 10,
  criteria: 12,
  leastLevels: 2,
  levels: 6,
  text: 20_000,
  proofs: 6,
  notes: 60,
  words: 2000,
  note: 1000,
  said: 15_000,
} as const;

/** Which rules marked. A mark keeps the number of those that it was made by. */
export const HANDING = 1;

type Level = { readonly percent: number };
type Criterion = {
  readonly id: string;
  readonly weight: number;
  readonly levels: readonly Level[];
  readonly leastLevel?: number | undefined;
};
type Rubric = { readonly leastPercent: number; readonly criteria: readonly Criterion[] };
/** The level that a marker chose of a criterion, counted from 0, the lowest. */
type Chosen = { readonly criterion: string; readonly level: number };

export type RubricMark = {
  /** Whole, rounded down; what is not marked yet is nought. */
  readonly percent: number;
  readonly passed: boolean;
  /** Criteria without a level, or with one that the rubric does not have: nobody has marked those. */
  readonly unmarked: string[];
  /** Criteria below the level that each of them needs by itself. */
  readonly below: string[];
};

/**
 * What chosen levels add up to by the weights of their criteria. Passed when all are marked, each has the level that it needs, and
 * together they reach what the assignment asks. Of two words on one criterion the later counts. Pure.
 */
export function byRubric(
  { criteria, leastPercent }: Rubric,
  chosen: readonly Chosen[],
): RubricMark {
  const levels = new Map(chosen.map(({ criterion, level }) => [criterion, level]));
  const percentOf = ({ id, levels: own }: Criterion): number | undefined =>
    own[levels.get(id) ?? -1]?.percent;
  const unmarked = criteria.filter((it) => percentOf(it) === undefined).map(({ id }) => id);
  const below = criteria
    .filter(({ id, leastLevel = 0 }) => (levels.get(id) ?? leastLevel) < leastLevel)
    .map(({ id }) => id);
  // In whole numbers, so that no rounding decides.
  const weight = criteria.reduce((so, it) => so + it.weight, 0);
  const sum = criteria.reduce((so, it) => so + it.weight * (percentOf(it) ?? 0), 0);
  const isEnough = weight > 0 && sum >= leastPercent * weight;
  const passed = isEnough && unmarked.length === 0 && below.length === 0;
  return { percent: weight > 0 ? (sum - (sum % weight)) / weight : 0, passed, unmarked, below };
}

type Marked = Pick<RubricMark, "percent" | "passed">;

/**
 * What two markings that were made apart come to: their mean, rounded down, where both pass or both do not and they lie no further apart
 * than the assignment allows. Nothing where they differ: a third person decides. Pure.
 */
export function agreed(one: Marked, other: Marked, apart: number): Marked | undefined {
  if (one.passed !== other.passed) return undefined;
  if (Math.abs(one.percent - other.percent) > apart) return undefined;
  const sum = one.percent + other.percent;
  return { percent: (sum - (sum % 2)) / 2, passed: one.passed };
}
