import type { DraftAssignment, DraftChecklist, Item } from "@twiza/contract";
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

/** A picture of which somebody says what it shows. */
function pictureIn(picture: Item["picture"], languages: Languages): Pick<Item, "picture"> {
  const alt = onlyIn(picture?.alt ?? {}, languages);
  return picture && isSaid(alt) ? { picture: { media: picture.media, alt } } : {};
}

/** Whether all that is asked of a graded item is there in a language. */
export const isWholeIn = ({ prompt, options }: Item, language: ContentLanguage): boolean =>
  Boolean(prompt[language]) &&
  options.every(({ text, pair }) => text[language] && (!pair || pair[language]));

/** What may be said beside, unless nothing of it is left. */
function besides<Name extends "feedback" | "hint" | "pair">(
  name: Name,
  text: Localized | undefined,
  languages: Languages,
): Partial<Record<Name, Localized>> {
  const said = onlyIn(text ?? {}, languages);
  return (isSaid(said) ? { [name]: said } : {}) as Partial<Record<Name, Localized>>;
}

type Option = Item["options"][number];
const optionIn = ({ text, feedback, pair, ...option }: Option, languages: Languages): Option => ({
  ...option,
  text: onlyIn(text, languages),
  ...besides("pair", pair, languages),
  ...besides("feedback", feedback, languages),
});

/** Whether all that is asked is said in some language; of a match, what belongs to it too. */
const isAsked = ({ question, prompt, options, picture }: Item): boolean =>
  isSaid(prompt) &&
  (question !== "hotspot" || picture !== undefined) &&
  options.every(({ text, pair }) => isSaid(text) && (question !== "match" || pair !== undefined));

/** Graded items in these languages, without those that ask or offer what none of them says. */
export const itemsIn = (items: readonly Item[], languages: Languages): Item[] =>
  items
    .map(({ feedback, hint, options, picture, ...item }) => ({
      ...item,
      prompt: onlyIn(item.prompt, languages),
      options: options.map((option) => optionIn(option, languages)),
      ...besides("feedback", feedback, languages),
      ...besides("hint", hint, languages),
      ...pictureIn(picture, languages),
    }))
    .filter(isAsked);

/** Assignments in these languages. What such a one lacks then, publishing names. */
export const assignmentsIn = (
  assignments: readonly DraftAssignment[],
  languages: readonly ContentLanguage[],
): DraftAssignment[] =>
  assignments.map(({ title, task, criteria, ...assignment }) => ({
    ...assignment,
    title: onlyIn(title, languages),
    task: onlyIn(task, languages),
    criteria: criteria.map((criterion) => ({
      ...criterion,
      title: onlyIn(criterion.title, languages),
      levels: criterion.levels.map((level) => ({
        ...level,
        text: onlyIn(level.text, languages),
      })),
    })),
  }));

/** Checklists in these languages. What such a one lacks then, publishing names. */
export const checklistsIn = (
  checklists: readonly DraftChecklist[],
  languages: Languages,
): DraftChecklist[] =>
  checklists.map(({ title, task, criteria, ...checklist }) => ({
    ...checklist,
    ...{ title: onlyIn(title, languages), task: onlyIn(task, languages) },
    criteria: criteria.map(({ text, sign, ...criterion }) => {
      const known = onlyIn(sign ?? {}, languages);
      return {
        ...criterion,
        text: onlyIn(text, languages),
        ...(isSaid(known) && { sign: known }),
      };
    }),
  }));
