import type { Asked, AskedOption, GapAnswer, Given, Mark, MarkRule } from "./asked.ts";
import { gapsOf } from "./gaps.ts";
import { likeTo, sameWords } from "./likeness.ts";

/**
 * Which rules a mark was made by. It is kept with the mark; whoever changes a rule so that an answer could get another mark makes a
 * new number of it.
 */
export const MARKING = 2;

/** A mark of several parts: they count one by one where the author says so, and else only together. */
const ofParts = ({ credit }: Asked, rule: MarkRule, got: number, of: number): Mark =>
  credit === "part"
    ? { rule, got: Math.max(0, got), of, right: got === of }
    : { rule: "all", got: got === of ? 1 : 0, of: 1, right: got === of };
const ofOne = (rule: MarkRule, right: boolean): Mark => ({
  rule,
  got: right ? 1 : 0,
  of: 1,
  right,
});

/**
 * Marks an answer. No answer, and one of another kind, gets nothing; so does whatever is given to a question that nothing is right
 * of. What no rule marks has no parts: it is in no sum. Pure, and the same on a phone and on the server.
 */
export function mark(asked: Asked, given: Given | undefined): Mark {
  switch (asked.question) {
    case "choice":
    case "truefalse":
      return ofOne("choice", isExactly(rightOf(asked), chosenIn(given)));
    case "multiple":
      return marksOfChoices(asked, chosenIn(given));
    case "hotspot":
      return rightOf(asked).length > 1
        ? marksOfChoices(asked, chosenIn(given))
        : ofOne("choice", isExactly(rightOf(asked), chosenIn(given)));
    case "number":
      return ofOne(
        "number",
        given !== undefined && "number" in given && isNear(asked, given.number),
      );
    case "short":
      return ofOne("short", wordOf(asked.options, given)?.right === true);
    case "match":
      return marksOfPairs(asked, given && "pairs" in given ? given.pairs : []);
    case "order":
      return marksOfOrder(asked, given && "order" in given ? [...new Set(given.order)] : []);
    case "cloze":
      return marksOfGaps(asked, given && "gaps" in given ? given.gaps : []);
    case "open":
    case "likert":
      return { rule: "none", got: 0, of: 0, right: false };
  }
}

const rightOf = ({ options }: Asked): readonly string[] =>
  options.filter(({ right }) => right).map(({ id }) => id);
/** In the order in which they were chosen, each once. */
const chosenIn = (given: Given | undefined): readonly string[] =>
  given && "options" in given ? [...new Set(given.options)] : [];
const isExactly = (right: readonly string[], chosen: readonly string[]): boolean =>
  right.length > 0 && chosen.length === right.length && right.every((id) => chosen.includes(id));

/**
 * One for each right one that was chosen. Each wrong one takes so many away that whoever chooses all has nothing, and whoever guesses
 * gains nothing: one, or more where there are fewer wrong ones than right ones.
 */
function marksOfChoices(asked: Asked, chosen: readonly string[]): Mark {
  const right = rightOf(asked);
  if (right.length === 0) return ofOne("all", false);
  const hits = chosen.filter((id) => right.includes(id)).length;
  const cost = Math.ceil(right.length / Math.max(1, asked.options.length - right.length));
  return ofParts(asked, "choices", hits - cost * (chosen.length - hits), right.length);
}

/** Binary fractions miss decimal ones by a hair: 0.4 is 0.1 away from 0.3 for a learner, and slightly more for the machine. */
function isNear({ number }: Asked, given: number): boolean {
  // Whatever a hair is of something without end, it is no hair.
  if (!number || !Number.isFinite(given)) return false;
  const { value, tolerance } = number;
  const hair = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(given), tolerance);
  return Math.abs(given - value) <= tolerance + hair;
}

/** What was foreseen of what somebody wrote, right or wrong; what is right comes first. */
export function wordOf<O extends AskedOption>(
  options: readonly O[],
  given: Given | undefined,
): O | undefined {
  if (!given || !("text" in given)) return undefined;
  const isLike = likeTo(given.text);
  const like = options.filter(({ text }) => isLike(text));
  return like.find(({ right }) => right) ?? like[0];
}

type Pairs = Extract<Given, { pairs: unknown }>["pairs"];

/** One for each that got its own; two that belong to the same words may be exchanged. */
function marksOfPairs(asked: Asked, pairs: Pairs): Mark {
  const { options } = asked;
  if (options.length < 2) return ofOne("all", false);
  const pairOf = (id: string | undefined) => options.find((each) => each.id === id)?.pair;
  const hits = options.filter(({ id, pair }) => {
    const put = pairOf(pairs.find(({ option }) => option === id)?.pair);
    return pair !== undefined && put !== undefined && sameWords(pair, put);
  });
  return ofParts(asked, "pairs", hits.length, options.length);
}

/** One for each that comes right behind the one before it: who begins with a wrong step still knows the others. */
function marksOfOrder(asked: Asked, order: readonly string[]): Mark {
  const { options } = asked;
  if (options.length < 2) return ofOne("all", false);
  const behind = options.slice(1).filter(({ id }, at) => {
    const before = order.indexOf(options[at]?.id ?? "");
    return before >= 0 && order[before + 1] === id;
  });
  return ofParts(asked, "neighbours", behind.length, options.length - 1);
}

function marksOfGaps(asked: Asked, given: readonly GapAnswer[]): Mark {
  const gaps = gapsOf(asked.options);
  if (gaps.length === 0) return ofOne("all", false);
  const hits = gaps.filter((name) => {
    const answer = given.find(({ gap }) => gap === name);
    return answer !== undefined && isGapRight(asked.options, answer);
  });
  return ofParts(asked, "gaps", hits.length, gaps.length);
}

function isGapRight(options: readonly AskedOption[], { gap, text, option }: GapAnswer): boolean {
  const right = options.filter((each) => each.gap === gap && each.right);
  if (option !== undefined) return right.some(({ id }) => id === option);
  if (text === undefined) return false;
  const isLike = likeTo(text);
  return right.some((each) => isLike(each.text));
}
