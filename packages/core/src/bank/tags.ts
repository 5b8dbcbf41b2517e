import { BANK_LIMITS } from "@twiza/contract";
import { foldedOf } from "@twiza/contract/quality";

const tidied = (tag: string): string => tag.replaceAll(/\s+/gu, " ").trim();
/** Two tags that fold to the same are one. */
export const tagKey = (tag: string): string => foldedOf(tidied(tag));

/** Each tag once, as it was spelled first. Pure. */
export function tagsOf(tags: readonly string[]): string[] {
  const all = new Map<string, string>();
  for (const tag of tags) if (!all.has(tagKey(tag))) all.set(tagKey(tag), tidied(tag));
  return [...all.values()];
}

type Change = { readonly add: readonly string[]; readonly remove: readonly string[] };

/** The tags after some went and others came; what does not find room any more does not come. Pure. */
export function withTags(tags: readonly string[], { add, remove }: Change): string[] {
  const gone = new Set(remove.map(tagKey));
  const kept = tags.filter((tag) => !gone.has(tagKey(tag)));
  return tagsOf([...kept, ...add]).slice(0, BANK_LIMITS.tags);
}
