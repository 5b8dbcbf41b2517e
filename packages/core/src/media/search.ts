import type { LibraryItem } from "@twiza/contract";

/** Without what people leave out when they look for something: capitals, accents, the signs above Arabic letters, tatweel. */
const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\p{M}\u0640]/gu, "")
    .toLowerCase();

export type LibraryQuery = {
  readonly kind?: LibraryItem["kind"] | undefined;
  readonly words?: string | undefined;
};

/** Whether an item is of that kind and has each of those words: in its name, in what is said of it, or in who brought it. */
export function matching({ kind, words = "" }: LibraryQuery): (item: LibraryItem) => boolean {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return (item) => {
    if (kind !== undefined && item.kind !== kind) return false;
    if (wanted.length === 0) return true;
    const alt = item.description?.kind === "words" ? Object.values(item.description.alt) : [];
    const said = folded([item.name, item.byName, ...alt].join("\n"));
    return wanted.every((word) => said.includes(word));
  };
}
