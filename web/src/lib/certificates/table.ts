import type { Certificate } from "@twiza/contract";
import { inLanguage, type ContentLanguage } from "@twiza/contract/where";
import type { Table } from "../tables/table.ts";
import { type Held, heldOf } from "./held.ts";

/** The words of the sheet's reader. */
export type TableWords = {
  readonly head: readonly string[];
  readonly state: (state: Held["state"] | "erased") => string;
  readonly language: ContentLanguage;
  readonly origin: string;
};

/** Head and rows of what was looked for: days as a spreadsheet counts with them. */
export const certificateTable = (
  certificates: readonly Certificate[],
  { head, state, language, origin }: TableWords,
): Table => [
  head,
  ...certificates.map((certificate) => [
    certificate.number,
    certificate.learnerName,
    inLanguage(certificate.courseTitle, language).text,
    certificate.issuedAt.slice(0, 10),
    certificate.expiresAt?.slice(0, 10),
    ...(certificate.erasedAt === undefined
      ? [state(heldOf(certificate).state), certificate.quizPercent]
      : // Nothing is left of her result, and nought would be one.
        [`${state(heldOf(certificate).state)} · ${state("erased")}`, undefined]),
    `${origin}/verify/${certificate.id}`,
  ]),
];
