import { isLanguage, type Language } from "@twiza/contract";

/** The languages that a request names: `ar`, or `ar.fr` for two beside one another. */
export const languagesIn = (named: string): readonly Language[] =>
  named.split(".").filter(isLanguage);
