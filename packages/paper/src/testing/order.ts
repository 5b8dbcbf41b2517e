import type { DesignLook, NamedCompetency } from "@twiza/contract";
import type { PaperFacts, PaperOrder } from "@twiza/core";

const skill = (at: number): NamedCompetency =>
  ({
    id: `cmp_${String(at).padStart(32, "0")}`,
    frameworkId: `frw_${"0".repeat(32)}`,
    statement: {
      ar: `تفرز الصوف حسب نعومته وطوله وتغسله دون إتلافه، ${at}`,
      fr: `Trier la laine selon sa finesse et sa longueur, la laver sans l’abîmer, n° ${at}`,
      zgh: `ⴰⴷ ⵜⵙⵜⵉ ⵜⴰⴹⵓⵟⵜ ⵙ ⵓⵏⵎⴰⵍⴰ ${at}`,
      en: `Sort wool by its fineness and its length, and wash it unharmed, ${at}`,
    },
  }) as NamedCompetency;

export const skills = (count: number): NamedCompetency[] =>
  Array.from({ length: count }, (_, at) => skill(at + 1));

/** A certificate of nobody, to be set; whatever a test is about is said by the test. */
export function orderOf({
  facts = {},
  look = {},
  ...rest
}: {
  readonly facts?: Partial<PaperFacts>;
  readonly look?: Partial<DesignLook>;
} & Partial<Omit<PaperOrder, "facts" | "look">> = {}): PaperOrder {
  return {
    facts: {
      number: "TWZ-4f2a90-2026-000123",
      organisationName: {
        ar: "الاتحاد الجهوي لتعاونيات الأطلس",
        fr: "Union régionale des coopératives de l’Atlas",
        zgh: "ⵜⴰⵎⵓⵏⵜ ⵜⴰⵏⵎⵏⴰⴹⵜ ⵏ ⵜⵎⵙⵙⵓⵔⵜⵉⵏ",
        en: "Regional union of cooperatives of the Atlas",
      },
      learnerName: "فاطمة الزهراء بنعيسى",
      courseTitle: {
        ar: "تحويل الصوف وصباغته بالألوان الطبيعية",
        fr: "Transformer la laine et la teindre",
        zgh: "ⴰⵙⵏⴼⵍ ⵏ ⵜⴰⴹⵓⵟⵜ",
        en: "Working wool and dyeing it",
      },
      minutes: 370,
      quizPercent: 92,
      issuedAt: "2026-03-12T10:00:00.000Z",
      ...facts,
    },
    look: {
      base: "hanbel",
      orientation: "landscape",
      palette: "nila",
      texts: {},
      shows: { hours: true, result: true, competencies: true },
      signatories: [
        { name: "Rachid El Amrani", title: { ar: "رئيس الاتحاد", fr: "Président de l’union" } },
        { name: "أمينة أيت لحسن", title: { ar: "المكلفة بالتكوين", fr: "Chargée de formation" } },
      ],
      logos: [],
      ...look,
    },
    languages: ["ar"],
    address: "https://twiza.example/verify/crt_0197a3b2c4d5e6f708192a3b4c5d6e7f",
    pictures: new Map(),
    ...rest,
  };
}
