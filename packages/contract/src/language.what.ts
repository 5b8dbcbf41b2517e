import * as z from "zod";
import { IntentId } from "./id.ts";
import { what } from "./operation.ts";
import { ContentLanguageCode, LanguageName, OtherLanguages } from "./text.ts";

const params = z.strictObject({ language: ContentLanguageCode });
const Languages = z.strictObject({
  languages: OtherLanguages,
  /** Whether the person who asks may add to them. */
  mayChange: z.boolean(),
});

export const languageWhat = what({
  listLanguages: {
    summary: "The languages beside Twiza's own that courses of the organisation may be written in",
    reply: Languages,
    refusals: ["not_found"],
  },
  addLanguage: {
    summary:
      "Let courses of the organisation be written in one more language, under the name that its readers give it; one that is there is renamed",
    params,
    body: z.strictObject({ intentId: IntentId, name: LanguageName }),
    reply: Languages,
    refusals: ["not_found", "language.ours", "language.too_many", "intent.reused"],
  },
  removeLanguage: {
    summary:
      "Offer a language to new courses no longer. Courses that are written in it keep it, with all their words",
    params,
    reply: Languages,
    refusals: ["not_found"],
  },
});
