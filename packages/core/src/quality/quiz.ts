import { type DraftFault, type Finding, type Item, type Quiz } from "@twiza/contract";
import { hasTwins } from "@twiza/contract/quality";

/** Whether any answer is right: a number, all of several options, or the only one of a choice. */
function isAnswerable({ question, options, number }: Item): boolean {
  if (question === "number") return number !== undefined;
  const right = options.filter((option) => option.right).length;
  return question === "multiple" ? right > 0 : right === 1;
}

/** The best result there can be, in percent, as it is graded. */
export const mostPercent = (items: readonly Item[]): number =>
  Math.floor((100 * items.filter(isAnswerable).length) / items.length);

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
    const code = item.question === "number" ? ("no_number" as const) : ("none_right" as const);
    return isAnswerable(item) ? [] : [{ code, item: at + 1, blocks: true }];
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
      const texts = item.options.flatMap(({ text }) => text[language] ?? []);
      const about = { item: at + 1, language, blocks: false };
      return hasTwins(texts) ? [{ ...about, code: "twin_options" }] : [];
    }),
  ),
];
