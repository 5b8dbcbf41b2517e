import { type Item, type ItemStatistics, type ItemSums, LEAST_ANSWERS, type TestSums } from "@twiza/contract"; // prettier-ignore
import { isMarked } from "@twiza/contract/marking";

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
/** Between these, though a hair of binary fractions may lie beyond. */
const within = (value: number): number => rounded(Math.min(1, Math.max(-1, value)));

/** Sums of the same item in several tests. */
export function joined(all: readonly ItemSums[]): ItemSums | undefined {
  const [first, ...others] = all;
  return others.reduce<ItemSums | undefined>((sums, next) => sums && both(sums, next), first);
}
function both(one: ItemSums, other: ItemSums): ItemSums {
  const options = { ...one.options };
  for (const [id, count] of Object.entries(other.options)) options[id] = (options[id] ?? 0) + count;
  return {
    print: one.print,
    answers: one.answers + other.answers,
    x: one.x + other.x,
    xx: one.xx + other.xx,
    rest: one.rest + other.rest,
    restRest: one.restRest + other.restRest,
    xRest: one.xRest + other.xRest,
    paired: one.paired + other.paired,
    options,
  };
}

/**
 * Pearson's correlation of an item with the rest of its sittings (the corrected item-total correlation of classical test theory).
 * None while everybody gets the same: then it tells nobody from anybody. Where single items stood alone nothing is paired.
 */
export function discriminationOf(sums: ItemSums): number | undefined {
  const { answers, paired, x, xx, rest, restRest, xRest } = sums;
  if (paired < answers || paired === 0) return undefined;
  const spread = (n: number, total: number, squares: number) => n * squares - total * total;
  const both = spread(paired, x, xx) * spread(paired, rest, restRest);
  return both > 1e-9 ? within((paired * xRest - x * rest) / Math.sqrt(both)) : undefined;
}

/** How an item does: figures from 20 answers on. Of one that is not marked, what was chosen is all there is to tell. Pure. */
export function statisticsOf(item: Item, sums: ItemSums | undefined): ItemStatistics {
  const { answers = 0 } = sums ?? {};
  const isTold = sums !== undefined && answers >= LEAST_ANSWERS;
  const isRated = isTold && isMarked(item.question);
  const discrimination = isRated ? discriminationOf(sums) : undefined;
  const isChosen = ["choice", "multiple", "truefalse", "hotspot", "likert"].includes(item.question);
  return {
    itemId: item.id,
    answers,
    ...(isRated ? { facility: within(sums.x / answers) } : {}),
    ...(discrimination === undefined ? {} : { discrimination }),
    options:
      isTold && isChosen
        ? item.options.map(({ id }) => ({ id, count: sums.options[id] ?? 0 }))
        : [],
  };
}

/**
 * Cronbach's alpha: 1 when every item tells the same about a learner, about 0 when none has to do with another. Only where every
 * sitting had every item, and from 20 sittings on. Pure.
 */
export function reliabilityOf({ sittings, whole, items }: TestSums): number | undefined {
  // What is not marked is paired with nothing.
  const all = Object.values(items).filter(({ paired }) => paired > 0);
  const isWhole = whole.sittings === sittings && all.every(({ answers }) => answers === sittings);
  if (!isWhole || sittings < LEAST_ANSWERS || all.length < 2) return undefined;
  const variance = (total: number, squares: number) => squares / sittings - (total / sittings) ** 2;
  const ofAll = variance(whole.total, whole.totals);
  if (ofAll < 1e-9) return undefined;
  const ofEach = all.reduce((sum, { x, xx }) => sum + variance(x, xx), 0);
  return rounded((all.length / (all.length - 1)) * (1 - ofEach / ofAll));
}
