import { QUESTION_KINDS } from "@twiza/contract/marking";
import type { Blockquote, List, ListItem, RootContent } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import { insideOf, plainTextOf } from "../compose/rich-text.ts";
import { nameOf } from "../files/path.ts";
import type { FlowPicture } from "../flow/flow.ts";
import { wordsOfOption } from "../questions/option-words.ts";
import { type FoundOption, type FoundQuestion, questionOf } from "../questions/question.ts";
import { shownOf } from "../questions/shown.ts";
import type { FurtherItem } from "../reading.ts";
import { attributeOf } from "./attributes.ts";
import { type Blocks, readInside } from "./blocks.ts";

const isOptions = (node: RootContent | undefined): node is List =>
  node?.type === "list" && node.children.some(({ checked }) => typeof checked === "boolean");
const isQuote = (node: RootContent | undefined): node is Blockquote => node?.type === "blockquote";

type Plain = { readonly text: string; readonly pictures: readonly FlowPicture[] };
function plain(blocks: Blocks, nodes: readonly RootContent[]): Plain {
  const { docs, pictures } = insideOf(readInside(blocks, nodes), blocks.context.remarks);
  return { text: docs.map(plainTextOf).join("\n\n"), pictures };
}

type Read = { readonly option: FoundOption; readonly pictures: readonly FlowPicture[] };
function optionOf(blocks: Blocks, kind: string, { children, checked }: ListItem): Read {
  const last = children.at(-1);
  const quote = isQuote(last) ? last : undefined;
  const { text, pictures } = plain(blocks, quote ? children.slice(0, -1) : children);
  const words = wordsOfOption(kind, text);
  const feedback = quote && plain(blocks, quote.children).text;
  return {
    option: { ...words, right: checked === true, feedback },
    // What an option shows is what it says.
    pictures: pictures.map((picture, at) => (at === 0 ? { ...picture, alt: words.text } : picture)),
  };
}

const DECIMAL = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function numberOf(node: ContainerDirective): FoundQuestion["number"] {
  const [answer = "", tolerance = "0"] = [attributeOf(node, "answer"), attributeOf(node, "tolerance")]; // prettier-ignore
  if (!DECIMAL.test(answer) || !DECIMAL.test(tolerance)) return undefined;
  const [value, around, unit] = [Number(answer), Number(tolerance), attributeOf(node, "unit")];
  if (!Number.isFinite(value) || !Number.isFinite(around) || around < 0) return undefined;
  return { value, tolerance: around, ...(unit !== undefined && { unit }) };
}

type Directive = { readonly node: ContainerDirective; readonly at: number };

function pictureOf({ context }: Blocks, node: ContainerDirective): FlowPicture | undefined {
  const src = attributeOf(node, "picture");
  return src === undefined
    ? undefined
    : { relation: nameOf(src, context.file), alt: attributeOf(node, "alt") ?? "" };
}

/** What its braces say of it, beside its kind. */
const saidOf = (node: ContainerDirective) => ({
  number: attributeOf(node, "kind") === "number" ? numberOf(node) : undefined,
  hint: attributeOf(node, "hint"),
  credit: attributeOf(node, "credit") === "part" ? ("part" as const) : undefined,
});

/**
 * A question as our courses are written: `:::question{kind="choice"}`, what is asked, the options as boxes to tick with what is said
 * to each in a quotation beneath it, and at the end a quotation for every answer. Nothing when its kind is none of ours.
 */
export function readQuestion(blocks: Blocks, { node, at }: Directive): FurtherItem[] | undefined {
  const { remarks } = blocks.context;
  const kind = QUESTION_KINDS.find((candidate) => candidate === attributeOf(node, "kind"));
  if (!kind) return undefined;
  const rest: RootContent[] = [...node.children];
  const quote = rest.at(-1);
  const feedback = isQuote(quote) ? plain(blocks, quote.children).text : undefined;
  if (isQuote(quote)) rest.pop();
  const list = rest.at(-1);
  const read = isOptions(list) ? list.children.map((item) => optionOf(blocks, kind, item)) : [];
  if (isOptions(list)) rest.pop();
  const { docs, pictures, after } = insideOf(readInside(blocks, rest), remarks);
  remarks.begin(at);
  const [prompt, ...more] = docs;
  const picture = pictureOf(blocks, node);
  const question = questionOf(
    {
      ...saidOf(node),
      question: kind,
      prompt: more.length > 0 ? undefined : prompt,
      options: read.map(({ option }) => option),
      feedback,
      isShown: picture !== undefined,
    },
    remarks,
  );
  const words = prompt ? plainTextOf(prompt) : "";
  if (!question) return [...after];
  const shown = shownOf(question, { picture, options: read.map((one) => one.pictures[0]) });
  const others = read.flatMap((one) => one.pictures.slice(1));
  const behind = [...pictures, ...others];
  return [{ kind: "ready", at, block: question, words, pictures: behind, ...shown }, ...after];
}
