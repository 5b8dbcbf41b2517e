import { numberIn } from "../questions/number.ts";
import type { FoundOption } from "../questions/question.ts";
import { quoted } from "../quoted.ts";
import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import { type Fields, wordsIn, written } from "./fields.ts";
import { type Found, fractionOf } from "./options.ts";

/** Moodle lets `*` stand for any words. */
export const WILDCARD = /(?:^|[^\\])\*/;

export async function readShort(question: XmlNode, fields: Fields): Promise<Found> {
  const options: FoundOption[] = [];
  for (const answer of elementsOf(question, "answer")) {
    const text = written(answer, "text");
    const feedback = await wordsIn(find(answer, "feedback"), fields);
    const fraction = fractionOf(answer);
    if (WILDCARD.test(text)) {
      const said = [text, feedback].filter(Boolean).join(" ");
      fields.piece.remarks.add("skipped", "question.pattern_dropped", { words: quoted(said) });
      continue;
    }
    if (fraction > 0 && fraction < 100)
      fields.piece.remarks.tally("changed", "question.weight_dropped");
    options.push({ text: text.replaceAll("\\*", "*"), right: fraction >= 100, feedback });
  }
  return { question: "short", options };
}

const unitOf = (question: XmlNode): string => {
  const units = elementsOf(find(question, "units") ?? question, "unit");
  const one = units.find((unit) => Number(written(unit, "multiplier") || 1) === 1);
  return written(one, "unit_name");
};

export async function readNumber(question: XmlNode, fields: Fields): Promise<Found> {
  const answers = elementsOf(question, "answer");
  const full = answers.find((answer) => fractionOf(answer) >= 100);
  for (let others = answers.length; others > 1; others -= 1)
    fields.piece.remarks.tally("changed", "question.further_answers");
  const value = full && numberIn(written(full, "text"));
  const tolerance = Math.abs(numberIn(written(full, "tolerance") || "0") ?? Number.NaN);
  const isNumber = value !== undefined && Number.isFinite(tolerance);
  const unit = unitOf(question);
  return {
    question: "number",
    options: [],
    number: isNumber ? { value, tolerance, ...(unit && { unit }) } : undefined,
    feedback: await wordsIn(full && find(full, "feedback"), fields),
  };
}
