import type { RichText } from "@twiza/contract";
import { plainTextOf } from "../compose/rich-text.ts";
import type { FurtherCode } from "../codes.ts";
import type { Telling } from "../flow/remarks.ts";
import { cleanText, shortened } from "../flow/texts.ts";
import type { ImportedQuestion } from "../imported.ts";
import { quoted } from "../quoted.ts";

export type FoundOption = {
  readonly text: string;
  readonly right: boolean;
  readonly feedback?: string | undefined;
};
/** A question as its file has it, before anybody has asked whether it is one. */
export type FoundQuestion = {
  readonly question: ImportedQuestion["question"];
  readonly prompt: RichText | undefined;
  readonly options: readonly FoundOption[];
  readonly number?: ImportedQuestion["number"] | undefined;
  readonly feedback?: string | undefined;
};

/** What the contract lets a question hold: options, and characters of one, of what is said to it, and of a unit. */
const [OPTIONS, TEXT, FEEDBACK, UNIT] = [8, 400, 1000, 20];

/** Why it is none; nothing when it is one. */
function faultOf(
  found: FoundQuestion,
): { code: FurtherCode; detail?: { count: number } } | undefined {
  const { question, options, number, prompt } = found;
  if (!prompt || plainTextOf(prompt) === "") return { code: "question.prompt" };
  if (question === "number") return number ? undefined : { code: "question.no_number" };
  const count = options.length;
  if (count < 2 || count > OPTIONS || options.some(({ text }) => text.trim() === ""))
    return { code: "question.options", detail: { count } };
  const right = options.filter((option) => option.right).length;
  if (right === 0) return { code: "question.no_right" };
  if (right > 1 && question !== "multiple")
    return { code: "question.several_right", detail: { count: right } };
  if (question === "truefalse" && count !== 2)
    return { code: "question.options", detail: { count } };
  return undefined;
}

/** A question as it may be taken over; nothing, and a line of the report, when it is none. */
export function questionOf(
  found: FoundQuestion,
  remarks: Telling<FurtherCode>,
): ImportedQuestion | undefined {
  const { prompt, options, number, feedback } = found;
  const fault = faultOf(found);
  if (fault || !prompt) {
    const words = quoted([prompt ? plainTextOf(prompt) : "", ...options.map(({ text }) => text)].join(" ")); // prettier-ignore
    remarks.add("skipped", fault?.code ?? "question.prompt", { words, ...fault?.detail });
    return undefined;
  }
  const isOne = found.question === "multiple" && options.filter(({ right }) => right).length === 1;
  if (isOne) remarks.add("changed", "question.one_right");
  const question = isOne ? "choice" : found.question;
  const fit = (text: string, most: number): string => {
    const whole = cleanText(text).trim();
    if (whole.length > most) remarks.add("changed", "question.shortened", { words: quoted(whole) });
    return shortened(whole, most);
  };
  const said = (text: string | undefined): { readonly feedback?: string } => {
    const words = fit(text ?? "", FEEDBACK);
    return words === "" ? {} : { feedback: words };
  };
  remarks.add("imported", "question.imported", { question });
  return {
    kind: "question",
    question,
    prompt,
    options:
      question === "number"
        ? []
        : options.map((option, index) => ({
            id: String.fromCharCode(97 + index),
            text: fit(option.text, TEXT),
            right: option.right,
            ...said(option.feedback),
          })),
    ...(question === "number" && number && { number: numberOf(number) }),
    ...said(feedback),
  };
}

const numberOf = ({ value, tolerance, unit = "" }: NonNullable<ImportedQuestion["number"]>) => ({
  value,
  tolerance,
  ...(unit.trim() && { unit: shortened(cleanText(unit).trim(), UNIT) }),
});
