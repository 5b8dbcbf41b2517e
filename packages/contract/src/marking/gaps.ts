import type { AskedOption } from "./asked.ts";

/** `[[a]]` in what is asked: the gap named `a`. */
const GAP = /\[\[([a-z])\]\]/g;

/** The gaps that a text has, in its order, each once. */
export const gapsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(GAP)].map(([, name = ""]) => name)),
];

/** A text with something else in the place of its gaps. */
export const withGaps = (text: string, by: (gap: string) => string): string =>
  text.replaceAll(GAP, (_, name: string) => by(name));

/** The gaps that options are for, in their order. */
export const gapsOf = (options: readonly Pick<AskedOption, "gap">[]): readonly string[] => [
  ...new Set(options.flatMap(({ gap }) => gap ?? [])),
];

/** Whether a gap is filled by choosing: it is when there is something wrong to choose. Else one writes. */
export const isChosen = (
  options: readonly Pick<AskedOption, "gap" | "right">[],
  name: string,
): boolean => options.some(({ gap, right }) => gap === name && !right);
