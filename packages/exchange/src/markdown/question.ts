import type { Blockquote, List, ListItem, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { insideOf, plainTextOf } from "../compose/rich-text.ts";
import type { FurtherItem } from "../reading.ts";
import { type FoundOption, type FoundQuestion, questionOf } from "../questions/question.ts";
import { attributeOf } from "./attributes.ts";
import { type Blocks, readInside } from "./blocks.ts";

const isOptions = (node: RootContent | undefined): node is List =>
  node?.type === "list" && node.children.some(({ checked }) => typeof checked === "boolean");
const isQuote = (node: RootContent | undefined): node is Blockquote => node?.type === "blockquote";

const plain = (blocks: Blocks, nodes: readonly RootContent[]): string =>
  insideOf(readInside(blocks, nodes), blocks.context.remarks).docs.map(plainTextOf).join("\n\n");

function optionOf(blocks: Blocks, { children, checked }: ListItem): FoundOption {
  const last = children.at(-1);
  const quote = isQuote(last) ? last : undefined;
  return {
    text: plain(blocks, quote ? children.slice(0, -1) : children),
    right: checked === true,
    feedback: quote && plain(blocks, quote.children),
  };
}

const KINDS = ["choice", "multiple", "truefalse", "number"] as const;
const DECIMAL = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function numberOf(node: ContainerDirective): FoundQuestion["number"] {
  const [answer = "", tolerance = "0"] = [attributeOf(node, "answer"), attributeOf(node, "tolerance")]; // prettier-ignore
  if (!DECIMAL.test(answer) || !DECIMAL.test(tolerance)) return undefined;
  const [value, around, unit] = [Number(answer), Number(tolerance), attributeOf(node, "unit")];
  if (!Number.isFinite(value) || !Number.isFinite(around) || around < 0) return undefined;
  return { value, tolerance: around, ...(unit !== undefined && { unit }) };
}

type Directive = { readonly node: ContainerDirective; readonly at: number };

/**
 * A question as our courses are written: `:::question{kind="choice"}`, what is asked, the options as boxes to tick with what is said
 * to each in a quotation beneath it, and at the end a quotation for every answer. Nothing when its kind is none of ours.
 */
export function readQuestion(blocks: Blocks, { node, at }: Directive): FurtherItem[] | undefined {
  const { remarks } = blocks.context;
  const kind = KINDS.find((candidate) => candidate === attributeOf(node, "kind"));
  if (!kind) return undefined;
  const rest: RootContent[] = [...node.children];
  const quote = rest.at(-1);
  const feedback = isQuote(quote) ? plain(blocks, quote.children) : undefined;
  if (isQuote(quote)) rest.pop();
  const list = rest.at(-1);
  const options = isOptions(list) ? list.children.map((item) => optionOf(blocks, item)) : [];
  if (isOptions(list)) rest.pop();
  const { docs, pictures, after } = insideOf(readInside(blocks, rest), remarks);
  remarks.begin(at);
  const [prompt, ...more] = docs;
  const question = questionOf(
    {
      question: kind,
      prompt: more.length > 0 ? undefined : prompt,
      options,
      number: kind === "number" ? numberOf(node) : undefined,
      feedback,
    },
    remarks,
  );
  const words = prompt ? plainTextOf(prompt) : "";
  if (!question) return [...after];
  return [{ kind: "ready", at, block: question, words, pictures }, ...after];
}
