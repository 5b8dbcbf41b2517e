import { asCompared, type Given } from "@twiza/contract/marking";

/**
 * An answer in one spelling, by the names that its author gave: the same for two who answered the same, however they put it. Written
 * words are those that are compared when they are marked. Pure.
 */
export function saidOf(given: Given): string {
  if ("number" in given) return String(given.number);
  if ("text" in given) return asCompared(given.text);
  if ("order" in given) return given.order.join(" ");
  if ("options" in given) return [...new Set(given.options)].sort().join(" ");
  if ("pairs" in given)
    return given.pairs.map(({ option, pair }) => `${option}=${pair}`).sort().join(" "); // prettier-ignore
  return given.gaps
    .map(({ gap, text, option }) => `${gap}=${option ?? asCompared(text ?? "")}`)
    .sort()
    .join(" ");
}
