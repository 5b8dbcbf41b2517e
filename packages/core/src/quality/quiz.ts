import { type DraftFault, type Finding, type Item, type Quiz } from "@twiza/contract";
import { unanswerable } from "@twiza/contract/marking";
import { hasTwinOptions } from "@twiza/contract/quality";

/** The best result there can be, in percent, as it is graded. */
export const mostPercent = (items: readonly Item[]): number =>
  Math.floor((100 * items.filter((item) => !unanswerable(item)).length) / items.length);

/** What keeps a test from being passed or from being fair: nobody could earn the certificate, so that it blocks. Pure. */
export const blockersOfTest = (
  { items }: Quiz,
  passMarkPercent: number,
): readonly (DraftFault & Pick<Finding, "figure" | "most">)[] => [
  ...(mostPercent(items) < passMarkPercent
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
    const code = unanswerable(item);
    return code ? [{ code, item: at + 1, blocks: true }] : [];
  }),
];

const languagesIn = ({ options }: Item): string[] => [
  ...new Set(options.flatMap(({ text }) => Object.keys(text))),
];

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
      const isTwin = hasTwinOptions({ question: item.question, options });
      return isTwin ? [{ ...about, code: "twin_options" }] : [];
    }),
  ),
];
