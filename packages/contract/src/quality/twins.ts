import { gapsOf, isChosen } from "../marking/gaps.ts";
import type { QuestionKind } from "../marking/kinds.ts";

/** Signs above and below letters, and the line that only stretches Arabic words. */
const MARKS = /[\p{M}\u0640]/gu;
const FOLDS: Readonly<Record<string, string>> = {
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ئ: "ي", ؤ: "و", ة: "ه", ء: "",
}; // prettier-ignore
const FOLDED = new RegExp(`[${Object.keys(FOLDS).join("")}]`, "gu");

/** A text as people look for it: without case, accents, tashkil, and the seats of hamza. */
export const foldedOf = (text: string): string =>
  text
    .replaceAll(FOLDED, (letter) => FOLDS[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(MARKS, "")
    .toLowerCase();

/** A text without what a hurried reader does not see: case, accents, tashkil, the seats of hamza, spaces, the point at its end. */
export const likenessOf = (text: string): string =>
  foldedOf(text)
    .replaceAll(/\s+/gu, "")
    .replace(/[.؟?!…]+$/u, "");

/** Whether two of these look the same, though they are not: such may be meant, as in a question of spelling. */
export function hasTwins(texts: readonly string[]): boolean {
  const said = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== "");
  return new Set(said.map(likenessOf)).size < said.length;
}

type Asked = {
  readonly question: QuestionKind;
  readonly options: readonly {
    readonly text: string;
    readonly right: boolean;
    readonly gap?: string | undefined;
  }[];
};

/**
 * Whether two options of a question look the same where somebody has to tell them apart: all of them, those of one gap's list, or
 * words that are right to write and words that are not. Two ways to write what is right may look alike.
 */
export function hasTwinOptions({ question, options }: Asked): boolean {
  const textsOf = (some: Asked["options"]) => some.map(({ text }) => text);
  if (question === "cloze")
    return gapsOf(options)
      .filter((gap) => isChosen(options, gap))
      .some((name) => hasTwins(textsOf(options.filter(({ gap }) => gap === name))));
  if (question !== "short") return hasTwins(textsOf(options));
  const right = new Set(textsOf(options.filter((option) => option.right)).map(likenessOf));
  return options.some((option) => !option.right && right.has(likenessOf(option.text)));
}
