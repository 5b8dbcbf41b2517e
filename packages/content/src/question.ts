import { type Media, QUESTION_KINDS, type QuestionBlock } from "@twiza/contract";
import { PARTIAL_KINDS } from "@twiza/contract/marking";
import type { RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Attributes } from "./attributes.ts";
import type { Report } from "./fault.ts";
import { faultOf, isOptions, isQuote, optionsOf, plain } from "./option.ts";
import { plainTextOf, richTextOf } from "./rich-text.ts";

/** A question as its file has it; `key` is the author's. */
export type Question = Omit<QuestionBlock, "kind">;
type Reading = {
  readonly node: ContainerDirective;
  readonly attributes: Attributes;
  /** Where its picture is found, by the name that its author wrote. */
  readonly media: (src: string) => Media | undefined;
  readonly report: Report;
};

const DECIMAL = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function numberOf({ node, attributes, report }: Reading) {
  const read = (name: "answer" | "tolerance", value: string): number => {
    const number = Number(value);
    if (DECIMAL.test(value) && Number.isFinite(number)) return number;
    report(node, `${name}="${value}": write digits with a point for the decimals, like 1200.5`);
    return 0;
  };
  const unit = attributes.text("unit");
  return {
    value: read("answer", attributes.text("answer") ?? ""),
    tolerance: read("tolerance", attributes.text("tolerance") ?? "0"),
    ...(unit && { unit }),
  };
}

function pictureOf({ node, attributes, media, report }: Reading) {
  const [src, alt] = [attributes.text("picture"), attributes.text("alt")];
  if (src === undefined) return undefined;
  const found = media(src);
  if (!found) report(node, `no file “${src}”: put it into the course's folder media/, svg or webp`);
  if (alt === undefined) report(node, 'picture: write alt="what one sees", for those who cannot');
  return found && alt !== undefined ? { media: found, alt } : undefined;
}

function creditOf(kind: Question["question"], { node, attributes, report }: Reading) {
  const credit = attributes.text("credit");
  if (credit === undefined) return {};
  if (credit !== "part" || !PARTIAL_KINDS.includes(kind))
    report(node, `credit="${credit}": only credit="part", of ${PARTIAL_KINDS.join(", ")}`);
  return { credit: "part" as const };
}

/** A question of practice or of the quiz: prompt, then options, then a blockquote shown after any answer. */
export function questionOf(reading: Reading): Question | undefined {
  const { node, attributes, report } = reading;
  const named = attributes.text("kind");
  const kind = QUESTION_KINDS.find((candidate) => candidate === named);
  if (!kind) {
    report(node, `kind="${named ?? ""}": write one of ${QUESTION_KINDS.join(", ")}`);
    return undefined;
  }
  const rest: RootContent[] = [...node.children];
  const quote = rest.at(-1);
  const feedback = isQuote(quote) ? plain(quote.children, report) : undefined;
  if (feedback !== undefined) rest.pop();
  const list = rest.at(-1);
  const options = isOptions(list) ? optionsOf(list, kind, report) : [];
  if (options.length > 0) rest.pop();
  const prompt = richTextOf(rest, report);
  if (plainTextOf(prompt) === "") report(node, "no question: write it before the options");
  const hint = attributes.text("hint");
  const picture = pictureOf(reading);
  const number = kind === "number" ? numberOf(reading) : undefined;
  const fault = faultOf({ question: kind, options, number, picture, prompt: plainTextOf(prompt) });
  if (fault) report(node, fault);
  return {
    key: attributes.key,
    question: kind,
    prompt,
    options,
    ...(number && { number }),
    ...(feedback !== undefined && { feedback }),
    ...(hint && { hint }),
    ...creditOf(kind, reading),
    ...(picture && { picture }),
  };
}
