import type { Item } from "@twiza/contract";
import { type ContentLanguage, inLanguage, type Localized } from "@twiza/contract/where";

type Languages = readonly ContentLanguage[];

/** A text in these languages, without those that its course is not written in any more. */
export const onlyIn = (text: Localized, languages: Languages): Localized =>
  Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)));

/** The name of a course in these languages. Where none of them has one, whichever there is stands as that of its first language. */
export function nameIn(title: Localized, languages: Languages, source: ContentLanguage): Localized {
  const name = onlyIn(title, languages);
  return isSaid(name) ? name : { [source]: inLanguage(title, source).text };
}

const isSaid = (text: Localized): boolean => Object.values(text).some(Boolean);

/** Whether all that is asked of a graded item is there in a language. */
export const isWholeIn = ({ prompt, options }: Item, language: ContentLanguage): boolean =>
  Boolean(prompt[language]) && options.every(({ text }) => text[language]);

/** What may be said beside, unless nothing of it is left. */
function besides(text: Localized | undefined, languages: Languages): { feedback?: Localized } {
  const feedback = onlyIn(text ?? {}, languages);
  return isSaid(feedback) ? { feedback } : {};
}

/** Graded items in these languages, without those that ask or offer what none of them says. */
export const itemsIn = (items: readonly Item[], languages: Languages): Item[] =>
  items
    .map(({ feedback, options, ...item }) => ({
      ...item,
      prompt: onlyIn(item.prompt, languages),
      options: options.map(({ text, feedback: said, ...option }) => ({
        ...option,
        text: onlyIn(text, languages),
        ...besides(said, languages),
      })),
      ...besides(feedback, languages),
    }))
    .filter(({ prompt, options }) => isSaid(prompt) && options.every(({ text }) => isSaid(text)));
