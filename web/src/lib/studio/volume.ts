import { type ContentLanguage, isLanguage, type Language } from "@twiza/contract/where";
import { i18n, type Volume } from "../i18n.svelte.ts";

/** What is said where courses are written: no other page knows it. */
export const STUDIO = {
  ar: () => import("../catalogue-studio/ar.ts"),
  fr: () => import("../catalogue-studio/fr.ts"),
  zgh: () => import("../catalogue-studio/zgh.ts"),
  en: () => import("../catalogue-studio/en.ts"),
} satisfies Volume;

/** The language in which something of ours stands among words of a language: its own, or the author's where Twiza does not speak it. */
export const spokenFor = (language: ContentLanguage): Language =>
  isLanguage(language) ? language : i18n.language;

/** The two answers of a question that is true or false, in the language of the lesson. One that Twiza does not speak begins with the author's. */
export async function truthsIn(language: ContentLanguage): Promise<readonly [string, string]> {
  const { messages } = await STUDIO[spokenFor(language)]();
  return [messages["studio.question.true"](), messages["studio.question.false"]()];
}
