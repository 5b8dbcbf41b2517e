import { MOST_OPTIONS } from "@twiza/contract/marking";

const SINGLE = [
  "kind",
  "prompt",
  "right",
  "feedback",
  "hint",
  "credit",
  "tolerance",
  "unit",
] as const;
export type Single = (typeof SINGLE)[number];

/**
 * What a column of a table of questions may hold. An option is a text alone; of a match it is `text -> what belongs to it`, of a
 * text with gaps `a: word`, of an order the next step. Which options are right says `right`: by letter or number, or by the words of
 * one; of a match and an order all are, of an open
 * answer and a scale none is. `credit` is `part` where what is right in part counts in part.
 */
export type Column =
  | { readonly is: Single }
  | { readonly is: "option" | "why"; readonly option: number };

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F\u064B-\u0652]/g, "")
    .toLowerCase()
    .replaceAll(/[\s_*:]+/g, " ")
    .trim();

/** The words of our languages for each, without accents. */
const NAMES: Readonly<Record<Single, readonly string[]>> = {
  kind: ["kind", "type", "genre", "النوع", "نوع", "ⴰⵏⴰⵡ"],
  prompt: ["question", "prompt", "enonce", "السؤال", "سؤال", "ⴰⵙⵇⵙⵉ"],
  right: ["right", "answer", "correct", "correct answer", "reponse", "bonne reponse", "juste", "الجواب", "الجواب الصحيح", "الصحيح", "ⵜⴰⵎⵔⴰⵔⵓⵜ"], // prettier-ignore
  feedback: ["feedback", "explanation", "explication", "commentaire", "شرح", "التعليق"],
  hint: ["hint", "tip", "indice", "aide", "تلميح", "مساعدة", "ⴰⵙⵏⵎⴰⵍ"],
  credit: ["credit", "partial credit", "note partielle", "نقطة جزئية"],
  tolerance: ["tolerance", "الهامش", "هامش"],
  unit: ["unit", "unite", "الوحدة", "وحدة"],
};

const LETTERS = "abcdefgh";
/** A letter or a number up to eight alone; a further one by its number behind a word, since a column `N` is no option. */
const OPTION =
  /^(?:(?:(?:option|choice|answer|choix|reponse|الخيار|خيار|جواب) )?([a-h1-8])|(?:option|choice|answer|choix|reponse|الخيار|خيار|جواب) (\d{1,2}))$/;
const WHY = /^(?:feedback|why|explication|commentaire|شرح) ([a-h]|\d{1,2})$/;

/** Which option a letter or a number means, from 0; -1 for what means none. */
export function optionAt(name: string): number {
  if (/^\d{1,2}$/.test(name)) return Number(name) <= MOST_OPTIONS ? Number(name) - 1 : -1;
  return name.length === 1 ? LETTERS.indexOf(name) : -1;
}

const asOption = (is: "option" | "why", name: string): Column | undefined => {
  const option = optionAt(name);
  return option < 0 ? undefined : { is, option };
};

/** What a column is called, as we understand it; nothing when we do not. */
export function columnOf(name: string): Column | undefined {
  const known = plain(name.replace(/^\uFEFF/, ""));
  const is = SINGLE.find((column) => NAMES[column].map(plain).includes(known));
  if (is) return { is };
  const [, letter, number] = OPTION.exec(known) ?? [];
  const [option, why] = [letter ?? number, WHY.exec(known)?.[1]];
  if (option !== undefined) return asOption("option", option);
  return why === undefined ? undefined : asOption("why", why);
}

/** So many options have a column in every table that we write. */
export const LEAST_OPTIONS = LETTERS.length;
const nameAt = (at: number): string => LETTERS[at] ?? `${at + 1}`;

/** What the columns are called when we write them, with those of so many options. */
export const headFor = (options: number): readonly string[] => [
  "kind",
  "question",
  "right",
  ...Array.from({ length: options }, (_, at) => LETTERS[at] ?? `option ${at + 1}`),
  "feedback",
  ...Array.from({ length: options }, (_, at) => `feedback ${nameAt(at)}`),
  "hint",
  "credit",
  "tolerance",
  "unit",
];
