/** A list in so many pieces that a request takes each. */
export function portionsOf<T>(all: readonly T[], most: number): T[][] {
  const portions: T[][] = [];
  for (let at = 0; at < all.length; at += most) portions.push(all.slice(at, at + most));
  return portions;
}

/** Tags as somebody writes them in one line, with commas of whatever script between them. */
export const tagsIn = (written: string): string[] => [
  ...new Set(
    written
      .split(/[,،;؛\n]/u)
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];
