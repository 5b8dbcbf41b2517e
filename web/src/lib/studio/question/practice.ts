import { unanswerable, withSteps } from "@twiza/contract/marking";
import { isUnwritten, type Of } from "../blocks.ts";
import { wordsOf } from "../rich-text.ts";
import { type Asking, type Option, type QuestionFault, tidy } from "./asking.ts";

const unlessEmpty = (words: string | undefined): string | undefined =>
  words === "" ? undefined : words;

/** A question of practice after some of it was written; words that may be left out and are empty go. */
export function withAsked(block: Of<"question">, asking: Asking): Of<"question"> {
  const { question, credit, heard, picture, number } = asking;
  return tidy<Of<"question">>({
    ...block,
    ...{ question, credit, heard, picture, number },
    hint: unlessEmpty(asking.hint),
    options: asking.options.map((option) =>
      tidy<Option>({ ...option, feedback: unlessEmpty(option.feedback) }),
    ),
  });
}

type Code = Exclude<QuestionFault["code"], "option" | "pair">;

/** The first thing that keeps it from being published, as the server will tell it; nothing while nothing is written in it. */
export function missingOf(block: Of<"question">): Code | undefined {
  if (isUnwritten(block)) return undefined;
  const { question, prompt, picture } = block;
  const isNumber = question === "number";
  const written = question === "likert" ? withSteps(block.options) : block.options;
  const options = isNumber ? [] : written;
  const isEmpty = (words: string | undefined): boolean => !words?.trim();
  const said = wordsOf(prompt);
  if (isEmpty(said) || options.some(({ text }) => isEmpty(text))) return "empty";
  if (question === "open" && options.length === 0 && isEmpty(block.feedback)) return "no_answer";
  if (question === "match" && options.some(({ pair }) => isEmpty(pair))) return "no_pair";
  if (picture && isEmpty(picture.alt)) return "no_alt";
  const told = options.map(({ gap, text }) => `${question === "cloze" ? (gap ?? "") : ""} ${text.trim()}`); // prettier-ignore
  if (new Set(told).size < told.length) return "same_options";
  const fault = unanswerable({ ...block, options, prompt: said });
  // Of a question of practice any of several right answers will do.
  return fault === "several_right" ? undefined : fault;
}
