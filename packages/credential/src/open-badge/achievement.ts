import type { Certificate } from "@twiza/contract";
import { inLanguage, LANGUAGES } from "@twiza/contract/where";
import { cut, type Detail } from "./fit.ts";
import type { Achievement, Alignment, Related } from "./shape.ts";

/** In the language of the certificate. */
export type BadgeWords = {
  /** What it is, in one short sentence. */
  readonly description: string;
  /** What had to be done for it. */
  readonly criteria: string;
  /** What the percentage is of. */
  readonly result: string;
};

type Extra =
  | { readonly kind: "result" }
  | { readonly kind: "alignment"; readonly written: (limit: number) => Alignment }
  | { readonly kind: "related"; readonly written: (limit: number) => Related };

/** The title that it goes by, in the language that its holder learned in. */
export const titleOf = ({ courseTitle, language }: Pick<Certificate, "courseTitle" | "language">) =>
  inLanguage(courseTitle, language ?? "fr");

/** A version of a course, whose id is a UUID under our prefix. */
export const achievementId = ({ courseId, courseVersion }: Certificate): string =>
  `urn:uuid:${uuidOf(courseId)}#${courseVersion}`;

/**
 * What may be left out where there is no room, the most needed first: what the percentage is of, a competency, the title in one other
 * language, then all other competencies before the same title in yet another. Their texts are cut at half the length of the others.
 */
export function extrasOf(certificate: Certificate): readonly Extra[] {
  const [alignments, related] = [alignmentsOf(certificate), relatedOf(certificate)];
  return [
    { kind: "result" },
    ...[...alignments.slice(0, 1), ...related.slice(0, 1)],
    ...[...alignments.slice(1), ...related.slice(1)],
  ];
}

export function achievementOf(
  certificate: Certificate,
  words: BadgeWords,
  { limit, more }: Detail,
): Achievement {
  const title = titleOf(certificate);
  const id = achievementId(certificate);
  const extras = extrasOf(certificate).slice(0, more);
  const alignment = extras.flatMap((it) => (it.kind === "alignment" ? it.written(limit / 2) : []));
  const related = extras.flatMap((it) => (it.kind === "related" ? it.written(limit / 2) : []));
  return {
    id,
    type: ["Achievement"],
    achievementType: "Certificate",
    name: cut(title.text, limit),
    inLanguage: title.language,
    description: cut(words.description, limit),
    criteria: { narrative: cut(words.criteria, limit) },
    version: `${certificate.courseVersion}`,
    ...(more === 0
      ? {}
      : {
          resultDescription: [
            {
              id: `${id}-result`,
              type: ["ResultDescription"],
              name: cut(words.result, limit),
              resultType: "Percent",
            },
          ],
        }),
    ...(alignment.length === 0 ? {} : { alignment }),
    ...(related.length === 0 ? {} : { related }),
  };
}

function alignmentsOf(certificate: Certificate): Extra[] {
  const { language } = titleOf(certificate);
  return (certificate.competencies ?? []).map(({ id, code, statement }) => ({
    kind: "alignment",
    written: (limit) => ({
      type: ["Alignment"],
      targetName: cut(inLanguage(statement, language).text, limit),
      targetUrl: `urn:uuid:${uuidOf(id)}`,
      ...(code === undefined ? {} : { targetCode: code }),
      targetType: "CFItem",
    }),
  }));
}

function relatedOf(certificate: Certificate): Extra[] {
  const own = titleOf(certificate).language;
  return LANGUAGES.flatMap((language) => {
    const name = language === own ? undefined : certificate.courseTitle[language];
    if (name === undefined) return [];
    const id = `${achievementId(certificate)}-${language}`;
    return {
      kind: "related" as const,
      written: (limit: number): Related => ({
        id,
        type: ["Related"],
        inLanguage: language,
        name: cut(name, limit),
      }),
    };
  });
}

/** What our ids are under their prefix; a competency's is the one that it has in CASE. */
const uuidOf = (id: string): string =>
  id.replace(/^[a-z]+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
