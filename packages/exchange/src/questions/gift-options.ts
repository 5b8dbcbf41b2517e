import type { Piece } from "../html/inside.ts";
import { quoted } from "../quoted.ts";
import { plainWords } from "./gift-text.ts";
import type { GiftAnswer, GiftPair } from "./parse-gift.ts";
import type { FoundOption } from "./question.ts";

/** Which answer gets marks. Where several are to be chosen, each of them has a part. */
const isRight = ({ isRight: is, weight }: GiftAnswer, isMultiple: boolean): boolean =>
  isMultiple ? (weight ?? 0) > 0 : is && (weight === undefined || weight === 100);

/** Whether every right answer has the same part, and a wrong one takes away as much as a right one gives, or nothing. */
function isEven(answers: readonly GiftAnswer[]): boolean {
  const share = 100 / answers.filter((answer) => isRight(answer, true)).length;
  return answers.every(
    ({ weight = 0 }) => weight === 0 || Math.abs(Math.abs(weight) - share) < 0.1,
  );
}

/** Answers to choose from. */
export async function choicesOf(
  answers: readonly GiftAnswer[],
  isMultiple: boolean,
  piece: Piece,
): Promise<FoundOption[]> {
  const options: FoundOption[] = [];
  if (isMultiple && !isEven(answers)) piece.remarks.tally("changed", "question.weight_dropped");
  for (const answer of answers) {
    const right = isRight(answer, isMultiple);
    const isPart = !right && answer.weight !== undefined && answer.weight !== 0 && !isMultiple;
    if (isPart) piece.remarks.tally("changed", "question.weight_dropped");
    options.push({
      text: await plainWords(answer.text, piece),
      right,
      feedback: await plainWords(answer.feedback, piece),
    });
  }
  return options;
}

/** A star that stands for any words; one behind a backslash is a star. */
const PATTERN = /(?<!\\)\*/;

/** Answers that somebody may write, right or foreseen. They are plain, whatever the rest of the question is. */
export async function shortOf(
  answers: readonly GiftAnswer[],
  piece: Piece,
): Promise<FoundOption[]> {
  const options: FoundOption[] = [];
  for (const answer of answers) {
    const { weight, feedback } = answer;
    const { text } = answer.text;
    if (PATTERN.test(text)) {
      piece.remarks.add("changed", "question.pattern_dropped", { words: quoted(text) });
      continue;
    }
    const right = isRight(answer, false);
    if (!right && weight !== undefined && weight > 0)
      piece.remarks.tally("changed", "question.weight_dropped");
    options.push({
      text: text.replaceAll(String.raw`\*`, "*"),
      right,
      feedback: await plainWords(feedback, piece),
    });
  }
  return options;
}

/** What is to be matched. Something that belongs to nothing is only there to mislead, which no match of ours does. */
export async function pairsOf(pairs: readonly GiftPair[], piece: Piece): Promise<FoundOption[]> {
  const options: FoundOption[] = [];
  for (const { text, pair } of pairs) {
    const words = await plainWords(text, piece);
    if (words === "" && pair !== undefined)
      piece.remarks.add("changed", "question.pair_dropped", { words: quoted(pair) });
    else options.push({ text: words, right: true, pair });
  }
  return options;
}
