import type { Language } from "@twiza/contract/where";
import type { Volume } from "../i18n.svelte.ts";

/** What is said where courses are written: no other page knows it. */
export const STUDIO = {
  ar: () => import("../catalogue-studio/ar.ts"),
  fr: () => import("../catalogue-studio/fr.ts"),
  zgh: () => import("../catalogue-studio/zgh.ts"),
  en: () => import("../catalogue-studio/en.ts"),
} satisfies Volume;

/** The two answers of a question that is true or false, in the language of the lesson. */
export async function truthsIn(language: Language): Promise<readonly [string, string]> {
  const { messages } = await STUDIO[language]();
  return [messages["studio.question.true"](), messages["studio.question.false"]()];
}
