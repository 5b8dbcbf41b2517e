/** Marks that writing may leave out: accents, harakat, the tatweel. */
const MARKS = /[\p{M}\u0640]/gu;
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, "ا"],
  [/ة/g, "ه"],
  [/ى/g, "ي"],
];

const plain = (text: string): string =>
  SAME.reduce(
    (all, [these, one]) => all.replace(these, one),
    text.normalize("NFC").replace(/[أإآ]/g, "ا").normalize("NFD").replace(MARKS, "").toLowerCase(),
  );

/** Whether each word that is sought begins a word of the name; hamza, ta marbuta and accents are forgiven. */
export function matches(name: string, sought: string): boolean {
  const words = plain(name).split(/\s+/);
  return plain(sought)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}
