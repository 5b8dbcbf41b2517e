import { plainTextOf } from "../compose/rich-text.ts";
import type { FlowPicture } from "../flow/flow.ts";
import { quoted } from "../quoted.ts";
import type { FoundOption, FoundQuestion } from "../questions/question.ts";
import { questionOf } from "../questions/question.ts";
import { shownOf } from "../questions/shown.ts";
import type { FurtherItem } from "../reading.ts";
import { begin, type Content, docOf, wordsOf } from "./content.ts";
import { at as valueAt, listAt, textAt } from "./json.ts";

type Found = Omit<FoundQuestion, "prompt">;

/** What is asked, and the question it became, with what could not stay in it. */
export async function asked(
  html: string,
  content: Content,
  find: () => Promise<Found>,
  picture?: FlowPicture,
): Promise<FurtherItem[]> {
  const at = begin(content);
  const { doc, pictures, after } = await docOf(html, content);
  const block = questionOf({ ...(await find()), prompt: doc }, content.remarks);
  const words = doc ? plainTextOf(doc) : "";
  content.remarks.end(words);
  const shown = block ? shownOf(block, { picture }) : {};
  const found: FurtherItem[] = block
    ? [{ kind: "ready", at, block, words, pictures, ...shown }]
    : [];
  return [...found, ...after];
}

export const drop = (
  code: "question.tip_dropped" | "question.feedback_dropped",
  words: string,
  { remarks }: Content,
): void => {
  if (words !== "") remarks.add("skipped", code, { words: quoted(words) });
};

async function optionOf(answer: unknown, content: Content): Promise<FoundOption> {
  const said = async (key: string): Promise<string> =>
    wordsOf(textAt(answer, "tipsAndFeedback", key), content);
  drop("question.tip_dropped", await said("tip"), content);
  drop("question.feedback_dropped", await said("notChosenFeedback"), content);
  return {
    text: await wordsOf(textAt(answer, "text"), content),
    right: valueAt(answer, "correct") === true,
    feedback: await said("chosenFeedback"),
  };
}

/** What is said at the end, when it is said whatever the mark is; what hangs on the mark is told. */
export async function feedbackOf(params: unknown, content: Content): Promise<string> {
  const ranges = listAt(params, "overallFeedback").filter((range) => textAt(range, "feedback") !== ""); // prettier-ignore
  const [only] = ranges;
  const isForAll = ranges.length === 1 && valueAt(only, "from") === 0 && valueAt(only, "to") === 100; // prettier-ignore
  if (isForAll) return wordsOf(textAt(only, "feedback"), content);
  for (const range of ranges)
    drop("question.feedback_dropped", await wordsOf(textAt(range, "feedback"), content), content);
  return "";
}

export const readMultiChoice = (params: unknown, content: Content): Promise<FurtherItem[]> =>
  asked(textAt(params, "question"), content, async () => {
    const options: FoundOption[] = [];
    for (const answer of listAt(params, "answers")) options.push(await optionOf(answer, content));
    const [type, rights] = [
      textAt(params, "behaviour", "type"),
      options.filter(({ right }) => right),
    ];
    const isMultiple = type === "multi" || (type !== "single" && rights.length > 1);
    const question = isMultiple ? "multiple" : "choice";
    return { question, options, feedback: await feedbackOf(params, content) };
  });

export const readTrueFalse = (params: unknown, content: Content): Promise<FurtherItem[]> =>
  asked(textAt(params, "question"), content, async () => {
    const isTrue = String(valueAt(params, "correct")) === "true";
    const said = async (key: string): Promise<string> => wordsOf(textAt(params, "behaviour", key), content); // prettier-ignore
    const [right, wrong] = [await said("feedbackOnCorrect"), await said("feedbackOnWrong")];
    const named = async (key: string, sign: string): Promise<string> =>
      (await wordsOf(textAt(params, "l10n", key), content)) || sign;
    const options = [
      { text: await named("trueText", "✓"), right: isTrue, feedback: isTrue ? right : wrong },
      { text: await named("falseText", "✗"), right: !isTrue, feedback: isTrue ? wrong : right },
    ];
    return { question: "truefalse", options };
  });

/** A set of questions whose right answer is the first one each time: H5P shuffles them, here they are turned by the question's number. */
export async function readSingleChoiceSet(
  params: unknown,
  content: Content,
): Promise<FurtherItem[]> {
  const items: FurtherItem[] = [];
  for (const [index, choice] of listAt(params, "choices").entries()) {
    const own = await asked(textAt(choice, "question"), content, async () => {
      const options: FoundOption[] = [];
      for (const [order, answer] of listAt(choice, "answers").entries()) {
        const text = await wordsOf(typeof answer === "string" ? answer : "", content);
        options.push({ text, right: order === 0 });
      }
      const turn = (index + 1) % Math.max(options.length, 1);
      if (turn > 0) content.remarks.tally("changed", "question.order");
      return { question: "choice", options: [...options.slice(turn), ...options.slice(0, turn)] };
    });
    items.push(...own);
  }
  await feedbackOf(params, content);
  return items;
}
