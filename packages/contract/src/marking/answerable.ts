import { type Asked, type AskedOption, saidAs, type Words } from "./asked.ts";
import { gapsIn, gapsOf, isChosen } from "./gaps.ts";
import { isMarked, MOST_GAPS, OPTION_LIMITS, SCALE_STEPS } from "./kinds.ts";
import { sameWords } from "./likeness.ts";

type Question = Omit<Asked, "options"> & {
  readonly options: readonly (AskedOption & { readonly spot?: object | undefined })[];
  readonly picture?: object | undefined;
  /** What is asked, as plain text in each language; only a cloze is looked at. */
  readonly prompt: Words;
};

/** Why nobody can answer a question rightly; nothing when somebody can. */
export type Unanswerable =
  | "no_number"
  | "few_options"
  | "many_options"
  | "same_options"
  | "none_right"
  | "several_right"
  | "no_pair"
  | "gap_astray"
  | "no_picture"
  | "no_spot"
  | "odd_steps";

/** How many there must be at least. */
const least = ({ question }: Question): number => {
  if (question === "number" || question === "open") return 0;
  return question === "short" || question === "cloze" ? 1 : 2;
};

/**
 * What keeps a question from being answered rightly, or at all where nothing is right. Pure; asked on an author's device and on the
 * server alike.
 */
export function unanswerable(asked: Question): Unanswerable | undefined {
  const { question, options, number } = asked;
  if (question === "number") {
    if (number === undefined) return "no_number";
    return options.length > 0 ? "many_options" : undefined;
  }
  if (options.length < least(asked)) return "few_options";
  if (options.length > OPTION_LIMITS[question] || number !== undefined) return "many_options";
  if (new Set(options.map(({ id }) => id)).size < options.length) return "same_options";
  if (isAnyTwice(asked)) return "same_options";
  return ofKind(asked);
}

/** Whether two say the same where each has a place of its own: nobody could know which is which. */
function isAnyTwice({ question, options }: Question): boolean {
  const mustDiffer = ({ gap }: AskedOption): boolean =>
    question === "order" ||
    question === "match" ||
    question === "likert" ||
    (question === "cloze" && gap !== undefined && isChosen(options, gap));
  return options.some(
    (one, at) =>
      mustDiffer(one) &&
      saidAs(one.text).some((text) => text.trim() !== "") &&
      options.slice(0, at).some(({ gap, text }) => gap === one.gap && sameWords(text, one.text)),
  );
}

function ofKind(asked: Question): Unanswerable | undefined {
  const { question, options } = asked;
  const right = options.filter((option) => option.right).length;
  switch (question) {
    case "match":
      return options.every(({ pair }) => pair !== undefined) ? undefined : "no_pair";
    case "order":
    case "open":
      return undefined;
    case "likert":
      return SCALE_STEPS.includes(options.length) ? undefined : "odd_steps";
    case "cloze":
      return areGapsFilled(asked) ? undefined : "gap_astray";
    case "hotspot":
      if (!asked.picture) return "no_picture";
      if (options.some(({ spot }) => spot === undefined)) return "no_spot";
      return right > 0 ? undefined : "none_right";
    case "choice":
    case "truefalse":
      if (right === 0) return "none_right";
      return right > 1 ? "several_right" : undefined;
    default:
      return right > 0 ? undefined : "none_right";
  }
}

/** Whether every gap of the text has something right to put in it, in every language, and nothing is for a gap that is not there. */
function areGapsFilled({ options, prompt }: Question): boolean {
  const named = gapsOf(options);
  const isFilled = (gap: string) => options.some((each) => each.gap === gap && each.right);
  return (
    named.length > 0 &&
    named.length <= MOST_GAPS &&
    options.every(({ gap }) => gap !== undefined) &&
    named.every(isFilled) &&
    saidAs(prompt).every((text) => {
      const gaps = gapsIn(text);
      return gaps.length === named.length && gaps.every((gap) => named.includes(gap));
    })
  );
}

/** Why a question that can be answered has no place in a test: somebody would have to read each answer, as of an assignment. */
export const unfitForTest = ({ question }: Pick<Asked, "question">): "open_in_test" | undefined =>
  question === "open" ? "open_in_test" : undefined;

/** Why a test tells nothing of anybody: none of its questions is marked. */
export const tellsNothing = (items: readonly Pick<Asked, "question">[]): boolean =>
  items.length > 0 && !items.some(({ question }) => isMarked(question));
