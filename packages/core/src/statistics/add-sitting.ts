import type { Answer, Item, ItemId, ItemSums, TestSums } from "@twiza/contract";
import { markOf } from "../attempt/grading.ts";
import { givenOf } from "../attempt/public-item.ts";

/** A sitting as it was handed in: the items that it had, and what was answered. */
export type Sitting = {
  readonly items: readonly { readonly item: Item; readonly print: string }[];
  readonly answers: readonly Answer[];
  /** Whether it had every item of the test. */
  readonly isWhole: boolean;
};

const NONE: Omit<ItemSums, "print"> = {
  ...{ answers: 0, x: 0, xx: 0, rest: 0, restRest: 0, xRest: 0, paired: 0 },
  options: {},
};

/** The options that somebody chose, each once; of what was written, ordered or paired there are none to count. */
function chosenOf(item: Item, answer: Answer | undefined): readonly string[] {
  const given = givenOf(item, answer);
  const names = given && "options" in given ? given.options : [];
  return item.options.map(({ id }) => id).filter((id) => names.includes(id));
}

/**
 * The sums with one sitting more. What was left out got nothing, as in its mark. Of a question that is not marked only the options that
 * were chosen are counted: it has no part in what the others are held against. Pure.
 */
export function withSitting(
  before: Pick<TestSums, "sittings" | "whole" | "items"> | undefined,
  { items, answers, isWhole }: Sitting,
): Pick<TestSums, "sittings" | "whole" | "items"> {
  const lines = items.map(({ item, print }) => {
    const answer = answers.find(({ itemId }) => itemId === item.id);
    const { got, of } = markOf(item, answer);
    const x = of > 0 ? got / of : undefined;
    return { id: item.id, print, x, chosen: chosenOf(item, answer) };
  });
  const points = lines.flatMap(({ x }) => x ?? []);
  const total = points.reduce((sum, x) => sum + x, 0);
  const sums: Record<ItemId, ItemSums> = { ...before?.items };
  for (const line of lines) sums[line.id] = added(sums[line.id], line, restOf(line.x, total, points.length)); // prettier-ignore
  const { sittings = 0, whole = { sittings: 0, total: 0, totals: 0 } } = before ?? {};
  return {
    sittings: sittings + 1,
    whole: isWhole
      ? {
          sittings: whole.sittings + 1,
          total: whole.total + total,
          totals: whole.totals + total * total,
        }
      : whole,
    items: sums,
  };
}

/** What a sitting got of its other items, of 1; nothing when there is no other. */
const restOf = (x: number | undefined, total: number, count: number): number | undefined =>
  x !== undefined && count > 1 ? (total - x) / (count - 1) : undefined;

type Line = {
  readonly print: string;
  /** Nothing where nothing marks it. */
  readonly x: number | undefined;
  readonly chosen: readonly string[];
};

function added(
  sums: ItemSums | undefined,
  { print, x = 0, chosen }: Line,
  rest: number | undefined,
) {
  // Of one test an item has one print, until it is corrected: then its figures begin anew.
  const before = sums?.print === print ? sums : { ...NONE, print };
  const options = { ...before.options };
  for (const id of chosen) options[id] = (options[id] ?? 0) + 1;
  const pair = rest ?? 0;
  return {
    print,
    answers: before.answers + 1,
    x: before.x + x,
    xx: before.xx + x * x,
    rest: before.rest + pair,
    restRest: before.restRest + pair * pair,
    xRest: before.xRest + (rest === undefined ? 0 : x * pair),
    paired: before.paired + (rest === undefined ? 0 : 1),
    options,
  };
}
