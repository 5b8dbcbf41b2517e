import type { QuestionKind } from "@twiza/contract/marking";

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/[\u0300-\u036F]/g, "").trim().toLowerCase().replaceAll(/[\s_/-]+/g, ""); // prettier-ignore

/** What our languages call each kind, without accents and spaces. One that is answered on a picture has no place in a table. */
const NAMES: Readonly<Record<Exclude<QuestionKind, "hotspot">, readonly string[]>> = {
  choice: ["choice", "single", "singlechoice", "choix", "qcu", "اختيار"],
  multiple: ["multiple", "multiplechoice", "qcm", "choixmultiple", "متعدد"],
  truefalse: ["truefalse", "tf", "vraifaux", "vf", "صحيحخطأ"],
  number: ["number", "numerical", "nombre", "numerique", "رقم", "عدد"],
  short: ["short", "shortanswer", "reponsecourte", "mots", "جوابقصير", "كلمات"],
  match: ["match", "matching", "appariement", "association", "relier", "الربط", "ربط", "مطابقة"],
  order: ["order", "ordering", "ordre", "classement", "ordonner", "الترتيب", "ترتيب"],
  cloze: ["cloze", "blanks", "gaps", "trous", "texteatrous", "فراغات", "ملءالفراغات"],
  open: [
    "open",
    "openanswer",
    "essay",
    "ouverte",
    "reponseouverte",
    "redaction",
    "مفتوح",
    "جوابمفتوح",
  ],
  likert: ["likert", "scale", "rating", "echelle", "avis", "سلم", "مقياس"],
};

const KINDS: ReadonlyMap<string, QuestionKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.map((name) => [plain(name), kind as QuestionKind] as const),
  ),
);
/** The kind that a cell names; nothing when it is none of those that a table can hold. */
export const kindNamed = (cell: string): QuestionKind | undefined => KINDS.get(plain(cell));

const YES = ["true", "t", "vrai", "v", "oui", "yes", "صحيح", "صح", "نعم", "ⵢⴰⵀ", "✓"].map(plain);
const NO = ["false", "f", "faux", "non", "no", "خطأ", "خاطئ", "لا", "ⵓⵀⵓ", "✗"].map(plain);

/** Whether a cell says yes or no; nothing when it says neither. */
export function yesIn(cell: string): boolean | undefined {
  const said = plain(cell);
  if (YES.includes(said)) return true;
  return NO.includes(said) ? false : undefined;
}

const PART = ["part", "parts", "partial", "partiel", "partielle", "جزئي", "جزئية"].map(plain);
/** Whether a cell says that what is right in part counts in part. */
export const isPart = (cell: string): boolean => PART.includes(plain(cell)) || yesIn(cell) === true;
