/** In characters: with a number before it and an ending it fits every file system. */
const LONGEST = 60;

/** A title as the name of a file that every system takes; empty when nothing of it can be. */
export const plainName = (title: string): string =>
  Array.from(title.normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-"))
    .slice(0, LONGEST)
    .join("")
    .replaceAll(/^-+|-+$/g, "");
