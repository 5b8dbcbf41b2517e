import type { FlowPicture } from "../flow/flow.ts";
import type { FoundOption, FoundQuestion } from "../questions/question.ts";
import { quoted } from "../quoted.ts";
import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import { type Fields, optionIn, wordsIn, written } from "./fields.ts";

/** What was found of a question beside what is asked. */
export type Found = Omit<FoundQuestion, "prompt"> & {
  /** By the place of the option. */
  readonly pictures?: readonly (FlowPicture | undefined)[];
};

export const fractionOf = (answer: XmlNode): number => {
  const fraction = Number(answer.attributes.get("fraction") ?? 0);
  return Number.isFinite(fraction) ? fraction : 0;
};

/** Tags that we write for what Moodle has no place for. */
export const tagsOf = (question: XmlNode): readonly string[] =>
  elementsOf(find(question, "tags") ?? question, "tag").map((tag) => written(tag, "text"));

export async function readChoices(question: XmlNode, fields: Fields): Promise<Found> {
  const isMultiple = /^(?:false|0)$/i.test(written(question, "single"));
  const tags = tagsOf(question);
  const answers = elementsOf(question, "answer");
  const options: FoundOption[] = [];
  const pictures: (FlowPicture | undefined)[] = [];
  for (const answer of answers) {
    const fraction = fractionOf(answer);
    const right = isMultiple ? fraction > 0 : fraction >= 100;
    if (!isMultiple && fraction > 0 && !right)
      fields.piece.remarks.tally("changed", "question.weight_dropped");
    const feedback = await wordsIn(find(answer, "feedback"), fields);
    const { text, picture } = await optionIn(answer, fields);
    options.push({ text, right, feedback });
    pictures.push(picture);
  }
  if (isMultiple) {
    const credit = tags.includes("whole") ? undefined : ("part" as const);
    return { question: "multiple", options, pictures, credit };
  }
  const isTruefalse = tags.includes("truefalse") && options.length === 2;
  return { question: isTruefalse ? "truefalse" : "choice", options, pictures };
}

export type Words = { readonly yes: string; readonly no: string };

export async function readTrueFalse(
  question: XmlNode,
  fields: Fields,
  words: Words,
): Promise<Found> {
  const options: FoundOption[] = [];
  for (const [name, text] of [
    ["true", words.yes],
    ["false", words.no],
  ] as const) {
    const is = (each: XmlNode) => written(each, "text").toLowerCase() === name;
    const answer = elementsOf(question, "answer").find(is);
    const right = answer !== undefined && fractionOf(answer) > 0;
    options.push({
      text,
      right,
      feedback: await wordsIn(answer && find(answer, "feedback"), fields),
    });
  }
  return { question: "truefalse", options };
}

export async function readMatch(question: XmlNode, fields: Fields): Promise<Found> {
  const options: FoundOption[] = [];
  const pictures: (FlowPicture | undefined)[] = [];
  for (const each of elementsOf(question, "subquestion")) {
    const { text, picture } = await optionIn(each, fields);
    const pair = await wordsIn(find(each, "answer"), fields, { format: "plain" });
    if (text.trim() === "")
      fields.piece.remarks.add("skipped", "question.pair_dropped", { words: quoted(pair) });
    else {
      options.push({ text, right: true, pair });
      pictures.push(picture);
    }
  }
  const credit = partUnless(tagsOf(question).includes("whole"));
  return { question: "match", options, pictures, credit };
}

const partUnless = (isWhole: boolean) => (isWhole ? undefined : ("part" as const));

export async function readOrder(question: XmlNode, fields: Fields): Promise<Found> {
  const answers = elementsOf(question, "answer").toSorted((a, b) => fractionOf(a) - fractionOf(b));
  const read = [];
  for (const answer of answers) read.push(await optionIn(answer, fields));
  const options = read.map(({ text }) => ({ text, right: true }));
  const pictures = read.map(({ picture }) => picture);
  const isWhole = written(question, "gradingtype") === "ALL_OR_NOTHING";
  return { question: "order", options, pictures, credit: partUnless(isWhole) };
}
