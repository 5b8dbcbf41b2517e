import type { DraftAssignment } from "@twiza/contract";
import type { ContentLanguage, Localized } from "@twiza/contract/where";
import type { AssignmentPart, WrittenAssignment } from "./written.ts";

type Parts = readonly AssignmentPart[];

const said = (parts: Parts, read: (part: AssignmentPart) => string | undefined): Localized =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const words = read(part);
      return words ? [[part.language, words] as const] : [];
    }),
  );

/** A text as an assignment that may be written on; its id is given by whoever takes it. */
export const draftOf = ({
  parts,
  takes,
  anonymous,
  apart,
  ...settings
}: WrittenAssignment): Omit<DraftAssignment, "id"> => ({
  title: said(parts, ({ title }) => title),
  task: said(parts, ({ task }) => task),
  ...settings,
  takes: [...takes],
  ...(anonymous && { anonymous: true as const }),
  ...(apart === undefined ? {} : { second: { apart } }),
  criteria: (parts[0]?.criteria ?? []).map(({ name, weight, leastLevel, levels }, at) => ({
    ...{ id: name, weight },
    ...(leastLevel === undefined ? {} : { leastLevel }),
    title: said(parts, ({ criteria }) => criteria[at]?.title),
    levels: levels.map(({ percent }, place) => ({
      percent,
      text: said(parts, ({ criteria }) => criteria[at]?.levels[place]?.text),
    })),
  })),
});

/**
 * An assignment as a text may hold it, its first language first. What a criterion shows to be mastered is named by the frameworks of an
 * organisation, and stays with it.
 */
export function writtenOf(
  { title, task, criteria, anonymous, second, ...settings }: Omit<DraftAssignment, "id">,
  languages: readonly ContentLanguage[],
): WrittenAssignment {
  const { takes, leastPercent, triesAllowed } = settings;
  const isSaidIn = (language: ContentLanguage): boolean =>
    criteria.some((each) => each.title[language] ?? each.levels.some(({ text }) => text[language]));
  const parts = languages
    .filter((language, at) => at === 0 || title[language] !== undefined)
    .map((language, at) => ({
      language,
      title: title[language] ?? "",
      task: task[language] ?? "",
      criteria:
        at === 0 || isSaidIn(language)
          ? criteria.map(({ id: name, weight, leastLevel, title: called, levels }) => ({
              ...{ name, weight, title: called[language] ?? "" },
              ...(leastLevel === undefined ? {} : { leastLevel }),
              levels: levels.map(({ percent, text }) => ({ percent, text: text[language] ?? "" })),
            }))
          : [],
    }));
  return {
    ...{ takes, leastPercent, triesAllowed, anonymous: anonymous === true, parts },
    ...(second ? { apart: second.apart } : {}),
  };
}
