import type { ContentLanguage, DraftAssignment, DraftFault, Localized } from "@twiza/contract";
import { byRubric } from "@twiza/contract/handing";
import { areWholeIn } from "./whole-in.ts";

type Said = {
  readonly assignments?: readonly DraftAssignment[] | undefined;
  readonly sourceLanguage: ContentLanguage;
};
type Criterion = DraftAssignment["criteria"][number];

/** From the lowest to the highest, each worth more than the one below it, and the highest all of it: so that a pass can be reached. */
const isRising = ({ levels }: Criterion): boolean =>
  levels.every(({ percent }, at) => percent > (levels[at - 1]?.percent ?? -1)) &&
  levels.at(-1)?.percent === 100;

/** What keeps a criterion from being marked by. Where it is, is told by whoever asks. */
function blockersOf(criterion: Criterion, language: ContentLanguage) {
  const { title, levels, leastLevel = 0 } = criterion;
  const unsaid = levels.findIndex(({ text }) => !text[language]);
  return [
    ...(title[language] ? [] : [{ code: "no_criterion" as const, language }]),
    ...(unsaid < 0 ? [] : [{ code: "no_level" as const, language, level: unsaid + 1 }]),
    ...(isRising(criterion) ? [] : [{ code: "levels_astray" as const }]),
    ...(leastLevel < levels.length ? [] : [{ code: "least_level_astray" as const }]),
  ];
}

/**
 * What keeps an assignment from being published: a learner must know what she is asked for, and whoever marks what each level means.
 * Whatever passes here can be passed. Pure.
 */
export const blockersOfAssignments = ({
  assignments = [],
  sourceLanguage: language,
}: Said): DraftFault[] =>
  assignments.flatMap(({ id: assignmentId, title, task, criteria }): DraftFault[] => {
    const about = { assignmentId, blocks: true };
    return [
      ...(title[language] ? [] : [{ ...about, language, code: "no_title" as const }]),
      ...(task[language] ? [] : [{ ...about, language, code: "no_task" as const }]),
      ...(criteria.length > 0 ? [] : [{ ...about, code: "no_criterion" as const }]),
      ...criteria.flatMap((criterion, at) =>
        blockersOf(criterion, language).map((fault) => ({
          ...about,
          ...fault,
          criterion: at + 1,
        })),
      ),
    ];
  });

const textsOf = ({ title, task, criteria }: DraftAssignment): Localized[] => [
  ...[title, task],
  ...criteria.flatMap((each) => [each.title, ...each.levels.map(({ text }) => text)]),
];

/** What is handed in passes whatever anybody thinks of it. */
const isAlwaysPassed = (assignment: DraftAssignment): boolean =>
  assignment.criteria.length > 0 &&
  byRubric(
    assignment,
    assignment.criteria.map(({ id }) => ({ criterion: id, level: 0 })),
  ).passed;

/** What is not yet good in the assignments of a course that is written in these languages: those that block first. Pure. */
export const findingsOfAssignments = (
  said: Said,
  languages: readonly ContentLanguage[],
): DraftFault[] => {
  const { assignments = [], sourceLanguage } = said;
  return [
    ...blockersOfAssignments(said),
    ...assignments.flatMap((assignment): DraftFault[] => {
      const about = { assignmentId: assignment.id, blocks: false };
      return [
        ...(isAlwaysPassed(assignment) ? [{ ...about, code: "always_passed" as const }] : []),
        ...languages
          .filter((language) => !areWholeIn(textsOf(assignment), language, sourceLanguage))
          .map((language) => ({ ...about, code: "untranslated" as const, language })),
      ];
    }),
  ];
};
