/** Signs above and below letters, and the line that only stretches Arabic words. */
const MARKS = /[\p{M}\u0640]/gu;
const FOLDS: Readonly<Record<string, string>> = {
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ئ: "ي", ؤ: "و", ة: "ه", ء: "",
}; // prettier-ignore
const FOLDED = new RegExp(`[${Object.keys(FOLDS).join("")}]`, "gu");

/** A text without what a hurried reader does not see: case, accents, tashkil, the seats of hamza, spaces, the point at its end. */
export const likenessOf = (text: string): string =>
  text
    .replaceAll(FOLDED, (letter) => FOLDS[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(MARKS, "")
    .toLowerCase()
    .replaceAll(/\s+/gu, "")
    .replace(/[.؟?!…]+$/u, "");

/** Whether two of these look the same, though they are not: such may be meant, as in a question of spelling. */
export function hasTwins(texts: readonly string[]): boolean {
  const said = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== "");
  return new Set(said.map(likenessOf)).size < said.length;
}
