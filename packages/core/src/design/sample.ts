import type { Language, NamedCompetency } from "@twiza/contract";
import type { PaperFacts } from "../ports.ts";

/** Nobody's name, in the letters of its language. */
const NAMES: Record<Language, string> = {
  ar: "فاطمة الزهراء أمزيان",
  fr: "Fatima Zahra Ameziane",
  zgh: "ⴼⴰⵟⵉⵎⴰ ⴰⵎⵣⵢⴰⵏ",
  en: "Fatima Zahra Ameziane",
};
const COURSE: Record<Language, string> = {
  ar: "تدبير مخزون التعاونية",
  fr: "Gérer le stock de la coopérative",
  zgh: "ⴰⵙⵡⵓⴷⴷⵓ ⵏ ⵓⵙⴰⵔⵓ ⵏ ⵜⵎⵙⵙⵎⵓⵏⵜ",
  en: "Managing the stock of a cooperative",
};
const SKILL: Record<Language, string> = {
  ar: "يسجل كل دخول وخروج في بطاقة المخزون ويقارنها بما يوجد في المستودع",
  fr: "Inscrire chaque entrée et chaque sortie sur la fiche de stock et la comparer au dépôt",
  zgh: "ⴰⴷ ⵢⴰⵔⴰ ⴽⵓ ⴰⴽⵛⵛⵓⵎ ⴷ ⴽⵓ ⵓⴼⵓⵖ ⴳ ⵜⴽⴰⵕⴹⴰ ⵏ ⵓⵙⴰⵔⵓ",
  en: "Write each arrival and each departure on the stock card and compare it with the store",
};
/** The number of none. */
export const SAMPLE_NUMBER = "TWZ-000000-2026-000000";

/** A name as long as any may be, of words as people have them. */
const longName = (name: string): string =>
  Array.from({ length: 8 }, () => name)
    .join(" ")
    .slice(0, 120)
    .trim();

/** What a design is looked at with while no certificate is chosen: nobody's, and the paper says so. */
export function sampleFacts(
  organisationName: PaperFacts["organisationName"],
  { language, long }: { readonly language: Language; readonly long: boolean },
): PaperFacts {
  const skill = (at: number) =>
    ({ id: `sample-${at}`, frameworkId: "sample", statement: SKILL }) as unknown as NamedCompetency;
  const name = NAMES[language];
  return {
    number: SAMPLE_NUMBER,
    organisationName,
    learnerName: long ? longName(name) : name,
    courseTitle: COURSE,
    minutes: 385,
    quizPercent: 92,
    issuedAt: "2026-03-12T10:00:00.000Z",
    competencies: Array.from({ length: long ? 12 : 3 }, (_, at) => skill(at)),
    ...(long ? { expiresAt: "2028-03-12T10:00:00.000Z" } : {}),
  };
}
