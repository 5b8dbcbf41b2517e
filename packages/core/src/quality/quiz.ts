import {
  AUDIO_LANGUAGES,
  type DraftFault,
  type Finding,
  type Item,
  type Quiz,
} from "@twiza/contract";
import { isMarked, tellsNothing, unanswerable, unfitForTest } from "@twiza/contract/marking";
import { hasTwinOptions, isSpoken } from "@twiza/contract/quality";

/** The best result there can be, in percent, as it is graded. */
export function mostPercent(items: readonly Item[]): number {
  const marked = items.filter(({ question }) => isMarked(question));
  const answerable = marked.filter((item) => !unanswerable(item));
  return marked.length === 0 ? 0 : Math.floor((100 * answerable.length) / marked.length);
}

/** What keeps a test from being passed or from being fair: nobody could earn the certificate, so that it blocks. Pure. */
export const blockersOfTest = (
  { items }: Quiz,
  passMarkPercent: number,
): readonly (DraftFault & Pick<Finding, "figure" | "most">)[] => [
  ...(tellsNothing(items) ? [{ code: "nothing_marked" as const, blocks: true }] : []),
  ...(items.some(({ question }) => isMarked(question)) && mostPercent(items) < passMarkPercent
    ? [
        {
          code: "pass_unreachable" as const,
          blocks: true,
          figure: passMarkPercent,
          most: mostPercent(items),
        },
      ]
    : []),
  ...items.flatMap((item, at) => {
    const code = unfitForTest(item) ?? unanswerable(item);
    return code ? [{ code, item: at + 1, blocks: true }] : [];
  }),
];

const languagesIn = ({ options }: Item): string[] => [
  ...new Set(options.flatMap(({ text }) => Object.keys(text))),
];

/** The languages in which each option of an item is recorded. */
const recordedIn = ({ options, voices }: Item) =>
  AUDIO_LANGUAGES.filter((language) =>
    options.every(({ id }) => voices?.[language]?.[`option/${id}`]),
  );

/** What is not yet good in a test. Pure. */
export const findingsOfTest = (quiz: Quiz, passMarkPercent: number): readonly Finding[] => [
  ...blockersOfTest(quiz, passMarkPercent),
  ...quiz.items.flatMap((item, at) =>
    languagesIn(item).flatMap((language): Finding[] => {
      const options = item.options.flatMap(({ text, ...option }) => {
        const said = text[language];
        return said === undefined ? [] : [{ ...option, text: said }];
      });
      const about = { item: at + 1, language, blocks: false };
      const isSilent = item.heard && !isSpoken(language, recordedIn(item));
      const silent: Finding[] = isSilent ? [{ ...about, code: "not_heard" }] : [];
      const isTwin = hasTwinOptions({ question: item.question, options });
      return [...silent, ...(isTwin ? [{ ...about, code: "twin_options" as const }] : [])];
    }),
  ),
];
