import type { Item } from "./engine.ts";
import type { IndexSpec } from "../spec.ts";

/** What an index holds of an item; nothing, when the item lacks one of the index's key attributes. */
export function entryOf({ key, projection }: IndexSpec, item: Item | undefined): Item | undefined {
  if (!item || typeof item[key.pk] !== "string" || typeof item[key.sk] !== "string")
    return undefined;
  if (projection === "all") return item;
  const entry: Item = { pk: item.pk, sk: item.sk };
  for (const name of [key.pk, key.sk, ...(projection === "keys" ? [] : projection)]) {
    const value = item[name];
    if (value !== undefined) entry[name] = value;
  }
  return entry;
}

/** The two keys of an item in an index that holds it. */
export function indexKeyOf({ key }: IndexSpec, entry: Item): { ipk: string; isk: string } {
  // `entryOf` lets only strings through; an empty text would be refused on writing anyway.
  const text = (name: string): string => {
    const value = entry[name];
    return typeof value === "string" ? value : "";
  };
  return { ipk: text(key.pk), isk: text(key.sk) };
}
