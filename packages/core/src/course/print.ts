import type { Item } from "@twiza/contract";
import { digest } from "../intent.ts";
import { canonicalJson } from "./canonical-json.ts";

/** Tells a thing from any other that says something else: 64 bits of the hash of its JSON. */
export const printOf = async (value: unknown): Promise<string> =>
  (await digest(new TextDecoder().decode(canonicalJson(value)))).slice(0, 16);

/** Tells an item's words and key from any other's; whoever reads it aloud, and what is said about it, changes nothing. */
export function printOfItem(item: Item): Promise<string> {
  const { voices: _, competencies: __, difficulty: ___, ...asked } = item;
  return printOf(asked);
}
