/**
 * How likely it is that of independent events, each with a chance of its own, at least so many happen: the tail of the
 * Poisson-binomial distribution, exactly. Pure.
 * @returns from 0 to 1
 */
export function tailOf(chances: readonly number[], least: number): number {
  if (least <= 0) return 1;
  // What has happened so far, for each number below `least`; more need not be told apart.
  const below = [1, ...Array.from({ length: least - 1 }, () => 0)];
  let reached = 0;
  for (const chance of chances) {
    reached += (below[least - 1] ?? 0) * chance;
    for (let count = least - 1; count >= 0; count -= 1)
      below[count] = (below[count] ?? 0) * (1 - chance) + (below[count - 1] ?? 0) * chance;
  }
  return Math.min(1, reached);
}
