import { attributeOf, elementsOf, findAll, type HtmlNode } from "../html/tree.ts";
import { oneLine } from "../flow/one-line.ts";
import { numberIn } from "../questions/number.ts";
import { optionName } from "../questions/option-name.ts";
import type { FoundOption } from "../questions/question.ts";
import { quoted } from "../quoted.ts";
import { broken, declarationIn, pairsIn } from "./choices.ts";
import { choiceOf, type Context, type Found } from "./context.ts";
import { type Declaration, isInParts, rightOf } from "./declarations.ts";
import { saidTo } from "./feedback.ts";
import { textIn } from "./tree.ts";

/** What somebody may write, in the order of the file: what is worth most is right. */
function answersOf({
  correct,
  mapping,
}: Declaration): { readonly text: string; readonly worth: number }[] {
  // prettier-ignore
  const named = mapping.map(({ key, worth }) => ({ text: key, worth }));
  const others = correct.filter((text) => !mapping.some(({ key }) => key === text));
  const most = Math.max(1e-9, ...named.map(({ worth }) => worth));
  return [...others.map((text) => ({ text, worth: 1 })), ...named.map(({ text, worth }) => ({ text, worth: worth / most }))]; // prettier-ignore
}

export function readShort(node: HtmlNode, context: Context): Found {
  const said = saidTo(context.item, attributeOf(node, "response-identifier") ?? "", context);
  const options = answersOf(declarationIn(node, context)).map(({ text, worth }): FoundOption => {
    if (worth > 0 && worth < 1) context.remarks.tally("changed", "question.weight_dropped");
    return { text, right: worth >= 1, feedback: said(text) };
  });
  return { question: "short", options };
}

/** How far from the right number an answer may be: `0.5`, or `0.5 0.5` below and above it. */
function toleranceOf({ item }: Context, value: number): number {
  const [equal] = findAll(item, "qti-equal");
  const mode = equal && attributeOf(equal, "tolerance-mode");
  const parts = ((equal && attributeOf(equal, "tolerance")) ?? "").split(/\s+/).filter(Boolean);
  if (mode !== "absolute" && mode !== "relative") return 0;
  const most = Math.max(0, ...parts.map(Number));
  return mode === "absolute" ? most : (Math.abs(value) * most) / 100;
}

export function readNumber(node: HtmlNode, context: Context): Found {
  const { correct, mapping } = declarationIn(node, context);
  const value = numberIn(correct[0] ?? mapping[0]?.key ?? "");
  const tolerance = value === undefined ? Number.NaN : toleranceOf(context, value);
  const isNumber = value !== undefined && Number.isFinite(tolerance);
  const unit = findAll(context.item, "span").flatMap((span) => attributeOf(span, "data-unit") ?? [])[0]; // prettier-ignore
  const number = isNumber ? { value, tolerance, ...(unit !== undefined && { unit }) } : undefined;
  return { question: "number", options: [], number };
}

/** Of one gap, what may be put into it. */
function optionsOf(node: HtmlNode, gap: string, context: Context): FoundOption[] | undefined {
  const declaration = declarationIn(node, context);
  if (node.name === "qti-inline-choice-interaction") {
    const nodes = elementsOf(node, "qti-inline-choice");
    const choices = nodes.map((each) => choiceOf(each, context));
    const right = rightOf(declaration, choices.map(({ identifier }) => identifier)); // prettier-ignore
    return right && choices.map(({ identifier, text, feedback }) => ({ text: oneLine(text), right: right.has(identifier), gap, feedback })); // prettier-ignore
  }
  const said = saidTo(context.item, attributeOf(node, "response-identifier") ?? "", context);
  return answersOf(declaration).flatMap(({ text, worth }): FoundOption[] => {
    if (worth >= 1) return [{ text, right: true, gap, feedback: said(text) }];
    // Whatever is wrong in a gap is there to be chosen; where one writes, it has no place.
    context.remarks.add("skipped", "question.feedback_dropped", { words: quoted(text) });
    return [];
  });
}

/** A text in whose lines one writes or chooses; gaps are called by their places. */
export function readGaps(nodes: readonly HtmlNode[], context: Context): Found | undefined {
  const all = nodes.map((node, at) => optionsOf(node, optionName(at), context));
  if (all.some((options) => options === undefined)) return broken(nodes.map(textIn).join(" "), context); // prettier-ignore
  const isPart =
    nodes.some((node) => isInParts(context.item, declarationIn(node, context))) ||
    findAll(context.item, "qti-sum").length > 0;
  const options = all.flatMap((each) => each ?? []);
  return { question: "cloze", options, credit: isPart ? "part" : undefined };
}

/** Words that are drawn into the gaps of a text: a list to choose from in each. */
export function readGapMatch(node: HtmlNode, context: Context): Found | undefined {
  const texts = findAll(node, "qti-gap-text").map((each) => choiceOf(each, context));
  const pairs = pairsIn(declarationIn(node, context).correct);
  const options = findAll(node, "qti-gap").flatMap((gap, at): FoundOption[] => {
    const id = attributeOf(gap, "identifier") ?? "";
    const right = pairs.flatMap(([one, other]) => other === id ? [one] : one === id ? [other] : []); // prettier-ignore
    return texts.map(({ identifier, text }) => ({
      text: oneLine(text),
      right: right.includes(identifier),
      gap: optionName(at),
    }));
  });
  return { question: "cloze", options, credit: "part" };
}
