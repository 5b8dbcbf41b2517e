import { QUESTION_KINDS, type QuestionBlock } from "@twiza/contract";
import type { Blockquote, List, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Attributes } from "./attributes.ts";
import type { Report } from "./fault.ts";
import { plainTextOf, richTextOf } from "./rich-text.ts";

type Option = QuestionBlock["options"][number];
type Kind = QuestionBlock["question"];
/** A question as its file has it; `key` is the author's. */
export type Question = Omit<QuestionBlock, "kind">;

const isOptions = (node: RootContent | undefined): node is List =>
  node?.type === "list" && node.children.some(({ checked }) => typeof checked === "boolean");
const isQuote = (node: RootContent | undefined): node is Blockquote => node?.type === "blockquote";

const plain = (nodes: readonly RootContent[], report: Report): string =>
  plainTextOf(richTextOf(nodes, report));

function optionsOf(list: List, report: Report): Option[] {
  return list.children.map((item, index) => {
    if (typeof item.checked !== "boolean")
      report(item, "an option begins with - [ ] when wrong, - [x] when right");
    const last = item.children.at(-1);
    const quote = isQuote(last) ? last : undefined;
    const words = quote ? item.children.slice(0, -1) : item.children;
    const text = plain(words, report);
    if (!text) report(item, "empty option: write its words after the brackets");
    return {
      id: String.fromCharCode(97 + index),
      text,
      right: item.checked === true,
      ...(quote && { feedback: plain(quote.children, report) }),
    };
  });
}

/** What is asked of the options, by kind; empty when nothing is wrong. */
function optionFault(kind: Kind, options: readonly Option[]): string {
  const right = options.filter((option) => option.right).length;
  if (kind === "number")
    return options.length > 0 ? 'a number has no options: write answer="…" instead' : "";
  if (kind === "truefalse")
    return options.length === 2 && right === 1
      ? ""
      : "truefalse wants two options, one of them [x]";
  if (kind === "choice")
    return options.length >= 2 && right === 1
      ? ""
      : `choice wants two options or more, exactly one [x]; here ${right} of ${options.length}`;
  return options.length >= 3 && right >= 2
    ? ""
    : `multiple wants three options or more, two or more [x]; here ${right} of ${options.length}`;
}

const DECIMAL = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

function numberOf(attributes: Attributes, at: ContainerDirective, report: Report) {
  const read = (name: "answer" | "tolerance", value: string): number => {
    if (DECIMAL.test(value)) return Number(value);
    report(at, `${name}="${value}": write digits with a point for the decimals, like 1200.5`);
    return 0;
  };
  const unit = attributes.text("unit");
  return {
    value: read("answer", attributes.text("answer") ?? ""),
    tolerance: read("tolerance", attributes.text("tolerance") ?? "0"),
    ...(unit && { unit }),
  };
}

/** A question of practice or of the quiz: prompt, then options, then a blockquote shown after any answer. */
export function questionOf(
  node: ContainerDirective,
  attributes: Attributes,
  report: Report,
): Question | undefined {
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
  const options = isOptions(list) ? optionsOf(list, report) : [];
  if (options.length > 0) rest.pop();
  const fault = optionFault(kind, options);
  if (fault) report(node, fault);
  const prompt = richTextOf(rest, report);
  if (plainTextOf(prompt) === "") report(node, "no question: write it before the options");
  return {
    key: attributes.key,
    question: kind,
    prompt,
    options,
    ...(kind === "number" && { number: numberOf(attributes, node, report) }),
    ...(feedback !== undefined && { feedback }),
  };
}
