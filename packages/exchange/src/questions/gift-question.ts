import type { RichText } from "@twiza/contract";
import type { Piece } from "../html/inside.ts";
import { quoted } from "../quoted.ts";
import { plainWords } from "./gift-text.ts";
import { numberIn } from "./number.ts";
import type { GiftAnswer, GiftQuestion } from "./parse-gift.ts";
import type { FoundOption, FoundQuestion } from "./question.ts";

type Asked = {
  readonly piece: Piece;
  readonly doc: RichText | undefined;
  readonly words: { readonly yes: string; readonly no: string };
};

/** What GIFT has no place for, as we write it into its tags. */
const [TRUEFALSE, UNIT] = ["truefalse", "unit="];

/** Which answer gets marks. Where several are to be chosen, each of them has a part. */
const isRight = ({ isRight: is, weight }: GiftAnswer, isMultiple: boolean): boolean =>
  isMultiple ? (weight ?? 0) > 0 : is && (weight === undefined || weight === 100);

async function optionsOf(
  answers: readonly GiftAnswer[],
  isMultiple: boolean,
  piece: Piece,
): Promise<FoundOption[]> {
  const options: FoundOption[] = [];
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

/** Without the dust of halving: 3.1415, not 3.1414999999999997. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** `18`, `18:0.5` and `17..19`; of several answers, the first one that gets all marks. */
function valueOf({ text: { text } }: GiftAnswer): { value: number; tolerance: number } | undefined {
  const range = /^(\S+?)\s*\.\.\s*(\S+)$/.exec(text);
  if (range) {
    const [low, high] = [numberIn(range[1] ?? ""), numberIn(range[2] ?? "")];
    if (low === undefined || high === undefined || high < low) return undefined;
    return { value: rounded((low + high) / 2), tolerance: rounded((high - low) / 2) };
  }
  const [value, tolerance] = text.split(":").map(numberIn);
  if (value === undefined || (text.includes(":") && tolerance === undefined)) return undefined;
  return { value, tolerance: Math.abs(tolerance ?? 0) };
}

const untagged = (text: string): string =>
  text.replaceAll(/%(?:25|5B|5D|0D|0A)/gi, (code) => decodeURIComponent(code));

function numberOf(answers: readonly GiftAnswer[], tags: readonly string[], piece: Piece) {
  const full = answers.filter((answer) => isRight(answer, false));
  const [first] = full;
  const others = answers.length - 1;
  for (let count = 0; count < others; count += 1)
    piece.remarks.tally("changed", "question.further_answers");
  const value = first && valueOf(first);
  const unit = tags.find((tag) => tag.startsWith(UNIT))?.slice(UNIT.length);
  return value && { ...value, ...(unit !== undefined && { unit: untagged(unit) }) };
}

/** A question of GIFT as one of ours may be found in it; nothing, and a line of the report, when it is of another kind. */
export async function foundQuestion(
  { answers, tags, feedback, prompt: asked }: GiftQuestion,
  { piece, doc, words }: Asked,
): Promise<FoundQuestion | undefined> {
  const { remarks } = piece;
  const common = { prompt: doc, feedback: await plainWords(feedback, piece) };
  switch (answers.kind) {
    case "options": {
      const isMultiple = !answers.answers.some((answer) => answer.isRight);
      const options = await optionsOf(answers.answers, isMultiple, piece);
      const isTruefalse = tags.includes(TRUEFALSE) && options.length === 2 && !isMultiple;
      const question = isTruefalse ? "truefalse" : isMultiple ? "multiple" : "choice";
      return { ...common, question, options };
    }
    case "truefalse": {
      const { isTrue, right, wrong } = answers;
      const said = [await plainWords(right, piece), await plainWords(wrong, piece)];
      const yes = { text: words.yes, right: isTrue, feedback: isTrue ? said[0] : said[1] };
      const no = { text: words.no, right: !isTrue, feedback: isTrue ? said[1] : said[0] };
      return { ...common, question: "truefalse", options: [yes, no] };
    }
    case "number": {
      const number = numberOf(answers.answers, tags, piece);
      const said = await plainWords(answers.answers[0]?.feedback, piece);
      const all = [said, common.feedback].filter(Boolean).join("\n\n");
      return { ...common, question: "number", options: [], number, feedback: all };
    }
    default:
      remarks.add("skipped", "question.kind", { kind: answers.kind, words: quoted(asked.text) });
      return undefined;
  }
}
