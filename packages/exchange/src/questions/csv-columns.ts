/** What a column of a table of questions may hold. */
export type Column =
  | { readonly is: "kind" | "prompt" | "right" | "feedback" | "tolerance" | "unit" }
  | { readonly is: "option" | "why"; readonly option: number };

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036F\u064B-\u0652]/g, "")
    .toLowerCase()
    .replaceAll(/[\s_*:]+/g, " ")
    .trim();

/** The words of our languages for each, without accents. */
const NAMES: Readonly<Record<Exclude<Column["is"], "option" | "why">, readonly string[]>> = {
  kind: ["kind", "type", "genre", "النوع", "نوع", "ⴰⵏⴰⵡ"],
  prompt: ["question", "prompt", "enonce", "السؤال", "سؤال", "ⴰⵙⵇⵙⵉ"],
  right: ["right", "answer", "correct", "correct answer", "reponse", "bonne reponse", "juste", "الجواب", "الجواب الصحيح", "الصحيح", "ⵜⴰⵎⵔⴰⵔⵓⵜ"], // prettier-ignore
  feedback: ["feedback", "explanation", "explication", "commentaire", "شرح", "التعليق"],
  tolerance: ["tolerance", "الهامش", "هامش"],
  unit: ["unit", "unite", "الوحدة", "وحدة"],
};
const SINGLE = ["kind", "prompt", "right", "feedback", "tolerance", "unit"] as const;

const LETTERS = "abcdefgh";
const OPTION = /^(?:(?:option|choice|answer|choix|reponse|الخيار|خيار|جواب) )?([a-h1-8])$/;
const WHY = /^(?:feedback|why|explication|commentaire|شرح) ([a-h1-8])$/;

/** Which option a letter or a number means, from 0. */
export const optionAt = (name: string): number =>
  /^[1-8]$/.test(name) ? Number(name) - 1 : name.length === 1 ? LETTERS.indexOf(name) : -1;

/** What a column is called, as we understand it; nothing when we do not. */
export function columnOf(name: string): Column | undefined {
  const known = plain(name.replace(/^\uFEFF/, ""));
  const is = SINGLE.find((column) => NAMES[column].map(plain).includes(known));
  if (is) return { is };
  const [option, why] = [OPTION.exec(known)?.[1], WHY.exec(known)?.[1]];
  if (option !== undefined) return { is: "option", option: optionAt(option) };
  return why === undefined ? undefined : { is: "why", option: optionAt(why) };
}

/** What the columns are called when we write them. */
export const HEAD: readonly string[] = [
  "kind",
  "question",
  "right",
  ...Array.from(LETTERS),
  "feedback",
  ...Array.from(LETTERS, (letter) => `feedback ${letter}`),
  "tolerance",
  "unit",
];
