import {
  type DesignField,
  type DesignTexts,
  inLanguage,
  type Language,
  type Localized,
  textPieces,
} from "@twiza/contract";
import type { PaperOrder } from "@twiza/core";
import { formatDate, formatMinutes, formatPercent } from "@twiza/messages/format";
import { messages } from "@twiza/messages/paper";

/** A piece of a line: what stands out is a value of the record. */
export type Piece = { readonly text: string; readonly weight: "plain" | "strong" | "large" };

/** One line whatever somebody wrote: breaks and tabs are blanks. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** In a line of the other direction a value keeps its own order (Unicode's isolates, UAX 9). */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** All that a paper says in one language. */
export function wordsOf(order: PaperOrder, language: Language) {
  const { facts, look } = order;
  const say = messages[language];
  const own: DesignTexts = look.texts[language] ?? {};
  const values = valuesOf(order, language);
  const names = partnerNames(facts, language);
  const fill = (text: string): readonly Piece[] =>
    textPieces(text).map((piece) => {
      if ("words" in piece)
        return { text: piece.words.replace(/\s+/gu, " "), weight: "plain" as const };
      if ("unknown" in piece) return { text: piece.unknown, weight: "plain" as const };
      const weight = piece.field === "course" ? "large" : "strong";
      return { text: isolated(values[piece.field]), weight };
    });
  const plain = (text: string): string =>
    fill(text)
      .map((piece) => piece.text)
      .join("");
  const details: [label: string, value: string][] = [
    [say.date(), values.date],
    ...(look.shows.hours ? [[say.hours(), values.hours] as [string, string]] : []),
    ...(look.shows.result ? [[say.result(), values.result] as [string, string]] : []),
    ...(facts.expiresAt ? [[say.expiry(), values.expiry] as [string, string]] : []),
  ];
  return {
    heading: plain(own.heading ?? say.heading()),
    lead: fill(own.lead ?? say.lead()),
    body: fill(own.body ?? say.body({ course: "{course}", organisation: "{organisation}" })),
    foot: fill(own.foot ?? ""),
    details,
    course: values.course,
    organisation: values.organisation,
    together: names.length === 0 ? null : { label: say.together(), names: names.map(isolated) },
    taught: say.taught(),
    competencies: look.shows.competencies
      ? (facts.competencies ?? []).map(({ statement }) => textIn(statement, language))
      : [],
    check: order.isSample ? say.sample() : say.check(),
    instead: facts.reissueOf === undefined ? null : say.reissue({ number: facts.reissueOf }),
  };
}

/** Who stands behind it beside its organisation: by the agreement, never by what a design says. */
export const partnerNames = (
  { partners = [] }: PaperOrder["facts"],
  language: Language,
): readonly string[] => partners.map(({ organisationName }) => textIn(organisationName, language));

function valuesOf({ facts }: PaperOrder, language: Language): Record<DesignField, string> {
  return {
    name: oneLine(facts.learnerName),
    course: textIn(facts.courseTitle, language),
    organisation: textIn(facts.organisationName, language),
    date: formatDate(facts.issuedAt, language),
    hours: formatMinutes(facts.minutes, language),
    result: formatPercent(facts.quizPercent, language),
    number: facts.number,
    expiry: facts.expiresAt ? formatDate(facts.expiresAt, language) : messages[language].noExpiry(),
  };
}

const textIn = (text: Localized, language: Language): string =>
  oneLine(inLanguage(text, language).text);
