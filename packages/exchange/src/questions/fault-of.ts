import { OPTION_LIMITS, unanswerable, type Unanswerable } from "@twiza/contract/marking";
import { plainTextOf } from "../compose/rich-text.ts";
import type { FurtherCode } from "../codes.ts";
import { optionName } from "./option-name.ts";
import type { FoundQuestion } from "./question.ts";

type Fault = { readonly code: FurtherCode; readonly detail?: { readonly count: number } };

const CODES: Readonly<Record<Unanswerable, FurtherCode>> = {
  no_number: "question.no_number",
  few_options: "question.options",
  many_options: "question.options",
  same_options: "question.options",
  none_right: "question.no_right",
  several_right: "question.several_right",
  no_pair: "question.no_pair",
  gap_astray: "question.gaps",
  no_picture: "question.no_picture",
  no_spot: "question.no_spot",
  odd_steps: "question.options",
};

const isSpot = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
  [x, y].every((part) => Number.isInteger(part) && part >= 0 && part <= 1000);

/** Why something is no question: because nobody could answer it rightly, or it asks nothing; nothing when it is one. */
export function faultOf(found: FoundQuestion): Fault | undefined {
  const { question, prompt, options, number, isShown } = found;
  const asked = prompt ? plainTextOf(prompt) : "";
  if (asked === "") return { code: "question.prompt" };
  // A number has no answers to choose, whatever else its file says.
  if (question === "number") return number ? undefined : { code: "question.no_number" };
  const count = options.length;
  if (options.some(({ text }) => text.trim() === ""))
    return { code: "question.options", detail: { count } };
  const named = options.map(({ text, right, pair, gap, spot }, at) => ({
    ...{ id: optionName(at), text, right, gap },
    pair: pair?.trim() === "" ? undefined : pair,
    spot: spot && isSpot(spot) ? spot : undefined,
  }));
  const picture = isShown ? {} : undefined;
  const fault = unanswerable({ question, options: named, prompt: asked, picture });
  if (question === "truefalse" && count !== OPTION_LIMITS.truefalse)
    return { code: "question.options", detail: { count } };
  if (!fault) return undefined;
  const right = options.filter((option) => option.right).length;
  const code = CODES[fault];
  if (code === "question.options") return { code, detail: { count } };
  return { code, ...(code === "question.several_right" && { detail: { count: right } }) };
}
