import { likenessOf } from "../quality/twins.ts";
import { saidAs, type Words } from "./asked.ts";

const digit = (sign: string): string => String((sign.codePointAt(0) ?? 0) & 0xf);

/** Letters that some keyboards write for others that look the same, and the comma of Arabic numbers. */
const SIGNS: Readonly<Record<string, string>> = { ی: "ي", ک: "ك", "٫": "," };

/**
 * What somebody wrote, as it is compared: without case, accents, tashkil, the seats of hamza, ta marbuta, spaces, signs that are not
 * seen and the point at its end; digits in Latin writing, one kind of apostrophe.
 */
export const asCompared = (written: string): string =>
  likenessOf(
    written
      .replaceAll(/[’‘ʼ`´]/gu, "'")
      .normalize("NFKC")
      .replaceAll(/\p{Cf}/gu, "")
      .replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/gu, digit)
      .replaceAll(/[یک٫]/gu, (sign) => SIGNS[sign] ?? sign),
  );

/** Whether what was written is one of the ways to say it. Nothing is like nothing; a sign alone is like itself. */
export const isLike = (written: string, words: Words): boolean => likeTo(written)(words);

/** The same for many: what was written is looked at once, however long it is. */
export function likeTo(written: string): (words: Words) => boolean {
  const compared = asCompared(written);
  if (compared !== "")
    return (words) => saidAs(words).some((each) => asCompared(each) === compared);
  const sign = written.trim();
  return (words) => sign !== "" && saidAs(words).some((each) => each.trim() === sign);
}

/** Whether two say the same in every language that both are written in, so that nobody could tell them apart. */
export function sameWords(one: Words, other: Words): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  const both = Object.keys(one).filter((language) => other[language] !== undefined);
  return both.length > 0 && both.every((language) => one[language] === other[language]);
}
