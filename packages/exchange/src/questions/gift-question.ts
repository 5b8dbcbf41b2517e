import type { RichText } from "@twiza/contract";
import type { Piece } from "../html/inside.ts";
import { quoted } from "../quoted.ts";
import { choicesOf, pairsOf, shortOf } from "./gift-options.ts";
import type { GiftTags } from "./gift-tags.ts";
import { plainWords } from "./gift-text.ts";
import { numberIn } from "./number.ts";
import { withGap } from "./one-gap.ts";
import type { GiftAnswer, GiftQuestion } from "./parse-gift.ts";
import type { FoundOption, FoundQuestion } from "./question.ts";

type Asked = {
  readonly piece: Piece;
  readonly doc: RichText | undefined;
  readonly words: { readonly yes: string; readonly no: string };
};

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

function numberOf(answers: readonly GiftAnswer[], tags: GiftTags, piece: Piece) {
  const full = answers.filter(({ isRight, weight = 100 }) => isRight && weight === 100);
  const [first] = full;
  const others = answers.length - 1;
  for (let count = 0; count < others; count += 1)
    piece.remarks.tally("changed", "question.further_answers");
  const value = first && valueOf(first);
  const unit = tags.get("unit");
  return value && { ...value, ...(unit !== undefined && { unit }) };
}

type Kind = Pick<FoundQuestion, "question" | "options" | "credit">;

/** Steps that went out as a match of each with its number are steps again. */
function ofPairs(options: readonly FoundOption[], tags: GiftTags): Kind {
  const credit = tags.has("whole") ? undefined : "part";
  const told = options.map((option, at) => ({ ...option, feedback: tags.get(`why ${at + 1}`) }));
  const isOrder = tags.has("order") && told.every(({ pair }, at) => pair === String(at + 1));
  if (!isOrder) return { question: "match", options: told, credit };
  return { question: "order", options: told.map(({ pair: _, ...step }) => step), credit };
}

function ofChoices(options: readonly FoundOption[], isMultiple: boolean, tags: GiftTags): Kind {
  if (isMultiple)
    return { question: "multiple", options, credit: tags.has("whole") ? undefined : "part" };
  const isTruefalse = tags.has("truefalse") && options.length === 2;
  return { question: isTruefalse ? "truefalse" : "choice", options };
}

/** What to look for in an open answer, as we write it. */
function pointsIn(tags: GiftTags): FoundOption[] {
  const points: FoundOption[] = [];
  for (let text = tags.get("point 1"); text; text = tags.get(`point ${points.length + 1}`))
    points.push({ text, right: false });
  return points;
}

/** A text with one gap that went out as a question with a line to write on is that text again. */
function withOneGap(found: FoundQuestion, tags: GiftTags): FoundQuestion {
  const gap = tags.get("cloze");
  if (gap === undefined || !found.prompt) return found;
  return {
    ...found,
    question: "cloze",
    prompt: withGap(found.prompt, gap),
    options: found.options.map((option) => ({ ...option, gap })),
    credit: tags.has("parts") ? "part" : undefined,
  };
}

/** A question of GIFT as one of ours may be found in it; nothing, and a line of the report, when it is of another kind. */
export async function foundQuestion(
  { answers, tags, feedback, prompt: asked }: GiftQuestion,
  { piece, doc, words }: Asked,
): Promise<FoundQuestion | undefined> {
  const { remarks } = piece;
  const said = await plainWords(feedback, piece);
  const common = { prompt: doc, feedback: said, hint: tags.get("hint") };
  switch (answers.kind) {
    case "options": {
      const isMultiple = !answers.answers.some((answer) => answer.isRight);
      const options = await choicesOf(answers.answers, isMultiple, piece);
      return withOneGap({ ...common, ...ofChoices(options, isMultiple, tags) }, tags);
    }
    case "short": {
      const options = await shortOf(answers.answers, piece);
      return withOneGap({ ...common, question: "short", options }, tags);
    }
    case "matching":
      return { ...common, ...ofPairs(await pairsOf(answers.pairs, piece), tags) };
    case "truefalse": {
      const { isTrue, right, wrong } = answers;
      const told = [await plainWords(right, piece), await plainWords(wrong, piece)];
      const yes = { text: words.yes, right: isTrue, feedback: isTrue ? told[0] : told[1] };
      const no = { text: words.no, right: !isTrue, feedback: isTrue ? told[1] : told[0] };
      return { ...common, question: "truefalse", options: [yes, no] };
    }
    case "number": {
      const number = numberOf(answers.answers, tags, piece);
      const own = await plainWords(answers.answers[0]?.feedback, piece);
      const all = [own, common.feedback].filter(Boolean).join("\n\n");
      return { ...common, question: "number", options: [], number, feedback: all };
    }
    case "essay":
      return { ...common, question: "open", options: pointsIn(tags) };
    case "none":
      remarks.add("skipped", "question.kind", { kind: answers.kind, words: quoted(asked.text) });
      return undefined;
  }
}
