import type { RichText } from "@twiza/contract";
import { isMarked, PARTIAL_KINDS, withSteps } from "@twiza/contract/marking";
import { plainTextOf } from "../compose/rich-text.ts";
import type { FurtherCode } from "../codes.ts";
import type { Telling } from "../flow/remarks.ts";
import { cleanText, shortened } from "../flow/texts.ts";
import type { ImportedOption, ImportedQuestion } from "../imported.ts";
import { quoted } from "../quoted.ts";
import { faultOf } from "./fault-of.ts";
import { optionName } from "./option-name.ts";

export type FoundOption = {
  readonly text: string;
  readonly right: boolean;
  readonly feedback?: string | undefined;
  /** What belongs to it, in a match. */
  readonly pair?: string | undefined;
  /** The gap that it goes into, as the file names it. */
  readonly gap?: string | undefined;
  readonly spot?: ImportedOption["spot"] | undefined;
};
/** A question as its file has it, before anybody has asked whether it is one. */
export type FoundQuestion = {
  readonly question: ImportedQuestion["question"];
  readonly prompt: RichText | undefined;
  readonly options: readonly FoundOption[];
  readonly number?: ImportedQuestion["number"] | undefined;
  readonly feedback?: string | undefined;
  readonly hint?: string | undefined;
  readonly credit?: "part" | undefined;
  /** It names a picture of its own, which comes later. */
  readonly isShown?: boolean;
};

/** What the contract lets a question hold, in characters: an option, what is said to it, a hint, and a unit. */
const [TEXT, FEEDBACK, HINT, UNIT] = [400, 1000, 400, 20];

type Remarks = Telling<FurtherCode>;

/** Words as they may stand, and told when they had to be cut. */
function fit(text: string | undefined, most: number, remarks: Remarks): string {
  const whole = cleanText(text ?? "").trim();
  if (whole.length > most) remarks.add("changed", "question.shortened", { words: quoted(whole) });
  return shortened(whole, most);
}

/** Words beside, under their name; nothing where there are none. */
const beside = <Name extends string>(name: Name, words: string): Partial<Record<Name, string>> =>
  (words === "" ? {} : { [name]: words }) as Partial<Record<Name, string>>;

function optionOf(
  { text, right, feedback, pair, gap, spot }: FoundOption,
  at: number,
  remarks: Remarks,
): ImportedOption {
  return {
    id: optionName(at),
    text: fit(text, TEXT, remarks),
    right,
    ...(gap !== undefined && { gap }),
    ...(spot && { spot }),
    ...beside("pair", fit(pair, TEXT, remarks)),
    ...beside("feedback", fit(feedback, FEEDBACK, remarks)),
  };
}

/** A question as it may be taken over; nothing, and a line of the report, when it is none. */
export function questionOf(read: FoundQuestion, remarks: Remarks): ImportedQuestion | undefined {
  const found = isMarked(read.question) ? read : withoutKey(read);
  const { prompt, options, number, feedback, hint, credit } = found;
  const fault = faultOf(found);
  if (fault || !prompt) {
    const words = quoted([prompt ? plainTextOf(prompt) : "", ...options.map(({ text }) => text)].join(" ")); // prettier-ignore
    remarks.add("skipped", fault?.code ?? "question.prompt", { words, ...fault?.detail });
    return undefined;
  }
  const isOne = found.question === "multiple" && options.filter(({ right }) => right).length === 1;
  if (isOne) remarks.add("changed", "question.one_right");
  const question = isOne ? "choice" : found.question;
  const isPart = credit === "part" && PARTIAL_KINDS.includes(question);
  remarks.add("imported", "question.imported", { question });
  return {
    kind: "question",
    question,
    prompt,
    options:
      question === "number" ? [] : options.map((option, at) => optionOf(option, at, remarks)),
    ...(question === "number" && number && { number: numberOf(number) }),
    ...(isPart && { credit }),
    ...beside("feedback", fit(feedback, FEEDBACK, remarks)),
    ...beside("hint", fit(hint, HINT, remarks)),
  };
}

/** What nothing marks has no right answers, whatever its file says, and nothing that is said to one. */
function withoutKey(found: FoundQuestion): FoundQuestion {
  const { question, options } = found;
  const steps = question === "likert" ? withSteps(options) : options;
  return { ...found, options: steps.map(({ text }) => ({ text, right: false })) };
}

const numberOf = ({ value, tolerance, unit = "" }: NonNullable<ImportedQuestion["number"]>) => ({
  value,
  tolerance,
  ...(unit.trim() && { unit: shortened(cleanText(unit).trim(), UNIT) }),
});
