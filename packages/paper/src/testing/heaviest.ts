import {
  type DesignLook,
  type Hash,
  LANGUAGES,
  type Language,
  OrganisationId,
} from "@twiza/contract";
import type { PaperOrder, PaperPicture } from "@twiza/core";
import { orderOf, skills } from "./order.ts";

/** Words that take many of the letters that a language has: each letter more is a drawing more in the file. */
const WORDS: Readonly<Record<Language, string>> = {
  ar: "منظمة تعاونية للنسيج والصباغة بالألوان الطبيعية وتثمين المنتوجات المجالية، ذات منفعة اقتصادية؛ ضغط غزل ثوب خشب ظفر حجم ",
  fr: "Coopérative de tissage, teinture & œuvres d’été: Forêt, Ça Là-bas, jusqu’Île, Über, wxyz QWJKV ",
  zgh: "ⵜⴰⵎⵙⵙⵎⵓⵏⵜ ⵏ ⵓⵥⵟⵟⴰ ⴷ ⵓⵙⵖⵎⵓ ⴱⵇⵔⵛⵊⵀⵃⵄⵅⴽⵯⴳⵯⵚⵕⵣⴹⵉⵢ ",
  en: "Cooperative for weaving, dyeing; JKQXZ vwxyz 0123456789 % & ",
};
const long = (language: Language, length: number): string =>
  WORDS[language].repeat(20).slice(0, length).trim();
const inAll = <T>(make: (language: Language) => T) =>
  Object.fromEntries(LANGUAGES.map((each) => [each, make(each)])) as Record<Language, T>;

/** As many as may stand behind a certificate. */
const PARTNERS = ["1", "2"];

/** A credential of so many bytes as is signed at most, of which no two parts are alike. */
function credential(): string {
  let seed = 7;
  const letters = Array.from({ length: 1_500 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (seed >> 16).toString(36).slice(-1);
  });
  const claims = JSON.stringify({ letters: letters.join(""), name: WORDS.ar.repeat(6) });
  const payload = Buffer.from(claims).toString("base64url");
  return `${"e".repeat(120)}.${payload}.${"s".repeat(86)}`;
}

/** What a partner has signed: its name, the addresses of both, a hash and a signature. */
const endorsement = (digit: string): string =>
  JSON.stringify({
    id: `https://twiza.example/o/org_${digit.repeat(32)}/endorsements/crt_${"0".repeat(32)}`,
    issuer: { id: `did:web:twiza.example:o:org_${digit.repeat(32)}`, name: long("ar", 200) },
    digest: credential().slice(130, 180),
    proofValue: credential().slice(180, 270),
    terms: long("en", 700),
  });

/** The most that a paper may carry: all logos and signatures, the longest of each text, everything that is taught. */
export function heaviestOrder(
  {
    base,
    orientation,
    languages,
  }: Pick<DesignLook, "base" | "orientation"> & { languages: readonly Language[] },
  brought: Readonly<
    Record<"logos" | "signatures", readonly { hash: Hash; width: number; height: number }[]>
  >,
  pictures: ReadonlyMap<Hash, PaperPicture>,
): PaperOrder {
  const [first = "ar", second = "fr"] = languages;
  return orderOf({
    ...{ languages, pictures, code: "x".repeat(230), credential: credential() },
    endorsements: PARTNERS.map(endorsement),
    facts: {
      learnerName: `${long(first, 60)} ${long(second, 59)}`.slice(0, 120).trim(),
      courseTitle: inAll((each) => long(each, 200)),
      organisationName: inAll((each) => long(each, 200)),
      competencies: skills(12).map((skill, at) => ({
        ...skill,
        statement: inAll((each) => long(each, 188 + at)),
      })),
      partners: PARTNERS.map((digit) => ({
        organisationId: OrganisationId.parse(`org_${digit.repeat(32)}`),
        organisationName: inAll((each) => long(each, 200)),
        since: "2026-01-01T00:00:00.000Z",
      })),
      expiresAt: "2028-03-12T10:00:00.000Z",
      reissueOf: "TWZ-4f2a90-2026-000099",
    },
    look: {
      ...{ base, orientation },
      texts: inAll((each) => ({
        heading: long(each, 80),
        lead: long(each, 160),
        body: `{course} ${long(each, 380)}`,
        foot: long(each, 240),
      })),
      signatories: brought.signatures.map((signature, at) => ({
        ...{ name: `${long("fr", 110)} ${at}`, title: inAll((each) => long(each, 120)), signature },
      })),
      logos: brought.logos.map((picture, at) => ({ name: `Logo ${at}`, picture })),
    },
  });
}
