import { type Need, type Needy, needOf, NEEDS } from "@twiza/contract/need";

/** Who is stuck comes first; within a need, who was not seen for longest, then who has done least. */
export function byNeed<Row extends Needy>(
  rows: readonly Row[],
  { now, doneOf }: { now: number; doneOf: (row: Row) => number },
): readonly Row[] {
  const ranked = rows.map((row) => ({
    row,
    rank: NEEDS.indexOf(needOf(row, now)),
    seen: row.lastSeenAt ?? "",
  }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0) ||
      doneOf(a.row) - doneOf(b.row),
  );
  return ranked.map(({ row }) => row);
}

/** How many have each need, the most urgent first; what nobody has is left out. */
export function needCounts(
  rows: readonly Needy[],
  now: number,
): readonly { readonly need: Need; readonly count: number }[] {
  const needs = rows.map((row) => needOf(row, now));
  return NEEDS.map((need) => ({
    need,
    count: needs.filter((each) => each === need).length,
  })).filter(({ count }) => count > 0);
}
