import { OPTION_LIMITS, PARTIAL_KINDS, type QuestionKind } from "@twiza/contract/marking";
import { newKey, type Of } from "../blocks.ts";
import { type Option, tidy } from "./asking.ts";

type Kept = { readonly right: boolean; readonly gap?: string | undefined };
type Way<O> = {
  readonly isBlank: (option: O) => boolean;
  /** A place to write another answer. */
  readonly fresh: (right: boolean) => O;
};

/** A scale begins with as many: nobody need say how many are the usual number. */
const FIRST_STEPS = 5;

/** The answers of a question as another kind has them: all words stay, and as much of what is right as the kind has room for. */
export function optionsAs<O extends Kept>(
  options: readonly O[],
  question: Exclude<QuestionKind, "number" | "truefalse">,
  { isBlank, fresh }: Way<O>,
): O[] {
  const said = options.filter((option) => !isBlank(option));
  switch (question) {
    case "match":
    case "order":
      return atLeast(2, options, () => fresh(true)).map((each) => ({ ...each, right: true }));
    case "cloze":
      return said.map((option) => ({ ...option, gap: option.gap ?? "a" }));
    case "hotspot":
      return said;
    case "open":
      return said.slice(0, OPTION_LIMITS.open).map((each) => ({ ...each, right: false }));
    case "likert": {
      const steps = atLeast(FIRST_STEPS, said.slice(0, OPTION_LIMITS.likert), () => fresh(false));
      const isEven = steps.length % 2 === 0;
      return [...steps, ...(isEven ? [fresh(false)] : [])].map((each) => ({
        ...each,
        right: false,
      }));
    }
    case "short":
      return atLeast(1, said, () => fresh(true));
    case "multiple":
      return atLeast(2, options, (at) => fresh(at === 0));
    case "choice": {
      const all = atLeast(2, options, (at) => fresh(at === 0));
      const first = all.findIndex(({ right }) => right);
      return all.map((option, at) => ({ ...option, right: at === first }));
    }
  }
}

const atLeast = <O>(least: number, options: readonly O[], fresh: (at: number) => O): O[] => [
  ...options,
  ...Array.from({ length: Math.max(0, least - options.length) }, (_, at) =>
    fresh(options.length + at),
  ),
];

/** Whether parts count: they do in what is new of a kind that has parts. */
export const creditAs = (
  from: QuestionKind,
  to: QuestionKind,
  credit: "part" | undefined,
): "part" | undefined => {
  if (!PARTIAL_KINDS.includes(to)) return undefined;
  return PARTIAL_KINDS.includes(from) ? credit : "part";
};

/** A question of that kind; what is asked stays, and so do the answers where the kind has any. */
export function asQuestion(
  block: Of<"question">,
  question: QuestionKind,
  given: { readonly newId: () => string; readonly truths: readonly [string, string] },
): Of<"question"> {
  const fresh = (text: string, right: boolean): Option => ({
    id: newKey(given.newId),
    ...{ text, right },
  });
  const { number: _, credit, ...rest } = block;
  const become = (options: Option[], number?: Of<"question">["number"]): Of<"question"> =>
    tidy({
      ...rest,
      question,
      options,
      number,
      credit: creditAs(block.question, question, credit),
    });
  if (question === "number") return become([], { value: 0, tolerance: 0 });
  if (question === "truefalse") {
    const [yes, no] = given.truths;
    return become([fresh(yes, true), fresh(no, false)]);
  }
  const had = block.question === "truefalse" ? [] : block.options;
  return become(
    optionsAs(had, question, {
      isBlank: ({ text, pair = "" }) => `${text}${pair}`.trim() === "",
      fresh: (right) => fresh("", right),
    }),
  );
}
