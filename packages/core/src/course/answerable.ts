import type { Item } from "@twiza/contract";

/**
 * Whether a graded item can be answered rightly: a number, or two options or more of which one is right; of true and false there are
 * two, and of several that may be chosen any number is right.
 */
export function isAnswerable({ question, number, options }: Omit<Item, "voices">): boolean {
  if (question === "number") return number !== undefined && options.length === 0;
  const ids = new Set(options.map(({ id }) => id));
  if (number !== undefined || options.length < 2 || ids.size < options.length) return false;
  const right = options.filter((option) => option.right).length;
  if (question === "multiple") return right > 0;
  return right === 1 && (question === "choice" || options.length === 2);
}
