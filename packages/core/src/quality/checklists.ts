import type { ContentLanguage, DraftChecklist, DraftFault, Localized } from "@twiza/contract";
import { areWholeIn } from "./whole-in.ts";

type Said = {
  readonly checklists?: readonly DraftChecklist[] | undefined;
  readonly sourceLanguage: ContentLanguage;
};

/** What keeps a checklist from being published: whoever stands beside a learner must know what to look for. Pure. */
export const blockersOfChecklists = ({
  checklists = [],
  sourceLanguage: language,
}: Said): DraftFault[] =>
  checklists.flatMap(({ id: checklistId, title, task, criteria }) => {
    const about = { checklistId, language, blocks: true };
    return [
      ...(title[language] ? [] : [{ ...about, code: "no_title" as const }]),
      ...(task[language] ? [] : [{ ...about, code: "no_task" as const }]),
      ...(criteria.length > 0
        ? []
        : [{ checklistId, code: "no_criterion" as const, blocks: true }]),
      ...criteria.flatMap(({ text }, at) =>
        text[language] ? [] : [{ ...about, code: "no_criterion" as const, criterion: at + 1 }],
      ),
    ];
  });

const textsOf = ({ title, task, criteria }: DraftChecklist): (Localized | undefined)[] => [
  ...[title, task],
  ...criteria.flatMap(({ text, sign }) => [text, sign]),
];

/** What is not yet good in the checklists of a course that is written in these languages: those that block first. Pure. */
export const findingsOfChecklists = (
  said: Said,
  languages: readonly ContentLanguage[],
): DraftFault[] => {
  const { checklists = [], sourceLanguage } = said;
  return [
    ...blockersOfChecklists(said),
    ...checklists.flatMap((checklist): DraftFault[] => {
      const { id: checklistId, leastPercent, criteria } = checklist;
      const about = { checklistId, blocks: false };
      const asksNothing = leastPercent === 0 && !criteria.some(({ critical }) => critical);
      return [
        ...(asksNothing && criteria.length > 0
          ? [{ ...about, code: "always_passed" as const }]
          : []),
        ...languages
          .filter((language) => !areWholeIn(textsOf(checklist), language, sourceLanguage))
          .map((language) => ({ ...about, code: "untranslated" as const, language })),
      ];
    }),
  ];
};
