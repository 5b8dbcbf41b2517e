/** The door to how grades come about: rules that authors' pages and the server both ask. No zod is in it. */

/** Which rules weigh. A grade says by which it was made. */
export const GRADING = 1;

export const LESSONS = "lessons";
export const QUIZ = "quiz";
/** What a course is graded by: its lessons together, its test, one checklist or one assignment by its id. */
export type Part = string;

/** How she stands to a part. `exempt` and `overridden`: a person said so. */
export const PART_STATES = [
  "missing",
  "under_way",
  "passed",
  "not_passed",
  "exempt",
  "overridden",
] as const;
export type PartState = (typeof PART_STATES)[number];

/** What she has in one part: a whole percentage, once there is any, and whether the part itself is passed. */
export type Mark = {
  readonly part: Part;
  readonly percent?: number;
  readonly state: PartState;
  readonly passes: boolean;
};

type Category = {
  readonly id: string;
  readonly weightPercent: number;
  readonly dropLowest?: number | undefined;
  readonly parts: readonly Part[];
};
/** What a course counts: see `Grading` of the contract. */
export type Rules = {
  readonly categories: readonly Category[];
  readonly least?: Readonly<Record<Part, number>> | undefined;
  readonly passPercent?: number | undefined;
};

/** How a part stands in its category: it counts, it was the lowest, or she is exempt from it and it would not help her. */
export type Standing = "counts" | "dropped" | "left_out";
export type WeighedCategory = {
  readonly id: string;
  /** Rounded down; without it she is exempt from all of it. */
  readonly percent?: number;
  readonly parts: readonly { readonly part: Part; readonly standing: Standing }[];
};
export type Weighed = { readonly percent?: number; readonly categories: WeighedCategory[] };

/** Whole numbers all the way: `sum` divided by `of`. No rounding decides anything. */
type Fraction = { readonly sum: number; readonly of: number };
const isMore = (a: Fraction, b: Fraction): boolean => a.sum * b.of > b.sum * a.of;
const floored = ({ sum, of }: Fraction): number => (sum - (sum % of)) / of;

/**
 * What marks add up to by the weights of their categories, rounded down. A part without a mark is nought, one that she is exempt from
 * counts where it helps her and not otherwise, and the lowest of a category are left out, but never all. Pure.
 */
export function weigh(categories: readonly Category[], marks: readonly Mark[]): Weighed {
  const byPart = new Map(marks.map((mark) => [mark.part, mark]));
  const weighed = categories.map((category) => ({ category, ...inCategory(category, byPart) }));
  const total = totalOf(weighed);
  return {
    ...(total ? { percent: floored(total) } : {}),
    categories: weighed.map(({ category, fraction, standings }) => ({
      id: category.id,
      ...(fraction ? { percent: floored(fraction) } : {}),
      parts: category.parts.map((part) => ({ part, standing: standings.get(part) ?? "left_out" })),
    })),
  };
}

type Counted = { readonly part: Part; readonly percent: number };
type Best = { readonly fraction: Fraction | undefined; readonly standings: Map<Part, Standing> };

/** The best that a category can be of her: with all that she is not exempt from, and those of the others that raise it. */
function inCategory({ parts, dropLowest }: Category, marks: ReadonlyMap<Part, Mark>) {
  const own = parts.map((part) => ({ part, mark: marks.get(part) }));
  const counted = ({ part, mark }: (typeof own)[number]): Counted => ({
    part,
    percent: mark?.percent ?? 0,
  });
  const asked = own.filter(({ mark }) => mark?.state !== "exempt").map(counted);
  const spared = own
    .filter(({ mark }) => mark?.state === "exempt" && mark.percent !== undefined)
    .map(counted)
    .sort((a, b) => b.percent - a.percent);
  let best = averaged(asked, dropLowest);
  for (let some = 1; some <= spared.length; some++) {
    const next = averaged([...asked, ...spared.slice(0, some)], dropLowest);
    if (next.fraction && (!best.fraction || isMore(next.fraction, best.fraction))) best = next;
  }
  return { ...best, isSpared: asked.length === 0 };
}

function averaged(counted: readonly Counted[], dropLowest = 0): Best {
  const ranked = [...counted].sort((a, b) => a.percent - b.percent);
  const dropped = Math.max(0, Math.min(dropLowest, ranked.length - 1));
  const standings = new Map(
    ranked.map(({ part }, at): [Part, Standing] => [part, at < dropped ? "dropped" : "counts"]),
  );
  const kept = ranked.slice(dropped);
  const sum = kept.reduce((so, { percent }) => so + percent, 0);
  return { fraction: kept.length > 0 ? { sum, of: kept.length } : undefined, standings };
}

type Weighted = {
  readonly category: Category;
  readonly fraction: Fraction | undefined;
  readonly isSpared: boolean;
};

/** By weight. A category that she is wholly exempt from is counted where it raises the total. */
function totalOf(weighed: readonly Weighted[]): Fraction | undefined {
  const there = weighed.flatMap(({ category, fraction, isSpared }) =>
    fraction ? [{ weight: category.weightPercent, fraction, isSpared }] : [],
  );
  const asked = there.filter(({ isSpared }) => !isSpared);
  const spared = there.filter(({ isSpared }) => isSpared);
  spared.sort((a, b) => (isMore(b.fraction, a.fraction) ? 1 : -1));
  const counted = [...asked];
  let total = added(counted);
  for (const each of spared) {
    if (total && !isMore(each.fraction, total)) break;
    counted.push(each);
    total = added(counted);
  }
  return total;
}

function added(
  counted: readonly { readonly weight: number; readonly fraction: Fraction }[],
): Fraction | undefined {
  const common = counted.reduce((so, { fraction }) => leastCommon(so, fraction.of), 1);
  const weight = counted.reduce((so, each) => so + each.weight, 0);
  if (weight === 0) return undefined;
  const sum = counted.reduce(
    (so, each) => so + each.weight * each.fraction.sum * (common / each.fraction.of),
    0,
  );
  return { sum, of: common * weight };
}
const leastCommon = (a: number, b: number): number => (a / greatestCommon(a, b)) * b;
function greatestCommon(a: number, b: number): number {
  return b === 0 ? a : greatestCommon(b, a % b);
}

/**
 * Has she what a course asks of this part? Without a least percentage the part must be passed by its own rule; with one, that much is
 * enough; nobody asks anything of whom a person exempted. Pure.
 */
export function meets(mark: Mark, least?: number): boolean {
  if (mark.state === "exempt") return true;
  return least === undefined ? mark.passes : (mark.percent ?? 0) >= least;
}

/** Why rules cannot be: weights that are not 100 together, parts that are none or stand twice, more left out than there is, a total of nothing, or nothing asked at all. */
export const GRADING_FAULTS = ["weights", "parts", "drops", "total", "nothing"] as const;
export type GradingFault = (typeof GRADING_FAULTS)[number];

/** What is wrong with rules for a course of these parts. Pure. */
export function gradingFaults(
  { categories, least = {}, passPercent }: Rules,
  parts: readonly Part[],
): GradingFault[] {
  const placed = categories.flatMap((category) => category.parts);
  const weight = categories.reduce((so, { weightPercent }) => so + weightPercent, 0);
  const isKnown = (part: Part): boolean => parts.includes(part);
  const isWrong: Record<GradingFault, boolean> = {
    weights: categories.length > 0 && (weight !== 100 || categories.some((it) => it.weightPercent < 1)), // prettier-ignore
    parts:
      new Set(placed).size < placed.length ||
      new Set(categories.map(({ id }) => id)).size < categories.length ||
      categories.some((category) => category.parts.length === 0) ||
      ![...placed, ...Object.keys(least)].every(isKnown),
    drops: categories.some(({ dropLowest = 0, parts: own }) => dropLowest >= own.length && dropLowest > 0), // prettier-ignore
    total: passPercent !== undefined && passPercent > 0 && categories.length === 0,
    nothing: !passPercent && parts.every((part) => least[part] === 0),
  };
  return GRADING_FAULTS.filter((fault) => isWrong[fault]);
}

/** The rules as they are for a course of these parts: what is named in them and is no part of it any more is passed over. Pure. */
export function rulesFor<R extends Rules>(rules: R, parts: readonly Part[]): R {
  const categories = rules.categories
    .map((category) => ({ ...category, parts: category.parts.filter((it) => parts.includes(it)) }))
    .filter((category) => category.parts.length > 0);
  return { ...rules, categories };
}
