import { SCALE_STEPS } from "@twiza/contract/marking";
import { attributeOf, findAll, type HtmlNode } from "../html/tree.ts";
import type { FoundOption } from "../questions/question.ts";
import { quoted } from "../quoted.ts";
import { type Choice, choiceOf, type Context, type Found } from "./context.ts";
import { isInParts, rightOf } from "./declarations.ts";

/** Reads one interaction; nothing, and a line of the report, when it is none of ours. */
export type ReadInteraction = (node: HtmlNode, context: Context) => Promise<Found | undefined>;

const choicesIn = (node: HtmlNode, name: string, context: Context): Choice[] =>
  findAll(node, name).map((each) => choiceOf(each, context));

export function broken(words: string, { remarks }: Context): Found | undefined {
  remarks.add("skipped", "question.broken", { words: quoted(words) });
  return undefined;
}

export const declarationIn = (node: HtmlNode, { declared }: Context) =>
  declared(attributeOf(node, "response-identifier") ?? "");

/** Whether what is right in part counts. */
export const partOf = (node: HtmlNode, context: Context) =>
  attributeOf(node, "data-credit") === "part" || isInParts(context.item, declarationIn(node, context)) // prettier-ignore
    ? ("part" as const)
    : undefined;

const withoutIds = (all: readonly Choice[], option: (choice: Choice) => Partial<FoundOption>) => ({
  identifiers: all.map(({ identifier }) => identifier),
  pictures: all.map(({ picture }) => picture),
  options: all.map((choice): FoundOption => {
    const { text, feedback } = choice;
    return { text, right: true, feedback, ...option(choice) };
  }),
});

export const readChoice: ReadInteraction = async (node, context) => {
  const choices = choicesIn(node, "qti-simple-choice", context);
  const declaration = declarationIn(node, context);
  const right = rightOf(declaration, choices.map(({ identifier }) => identifier)); // prettier-ignore
  if (!right) return broken(choices.map(({ text }) => text).join(" "), context);
  const isTruefalse = attributeOf(node, "data-kind") === "truefalse";
  const isMultiple = declaration.cardinality === "multiple";
  // Whoever says nothing of what is right asks how it is for somebody, where there is a middle.
  if (right.size === 0 && !isMultiple && SCALE_STEPS.includes(choices.length))
    return { question: "likert", ...withoutIds(choices, () => ({ right: false })) };
  return {
    question: isMultiple ? "multiple" : isTruefalse ? "truefalse" : "choice",
    ...withoutIds(choices, ({ identifier }) => ({ right: right.has(identifier) })),
    credit: isMultiple ? partOf(node, context) : undefined,
  };
};

export const readOrder: ReadInteraction = async (node, context) => {
  const choices = choicesIn(node, "qti-simple-choice", context);
  const { correct } = declarationIn(node, context);
  const inOrder = correct.flatMap((each) => choices.filter(({ identifier }) => identifier === each)); // prettier-ignore
  const isWhole = inOrder.length === choices.length && new Set(inOrder).size === choices.length;
  if (!isWhole) return broken(choices.map(({ text }) => text).join(" "), context);
  return { question: "order", ...withoutIds(inOrder, () => ({})), credit: partOf(node, context) };
};

/** Two that belong together, by their identifiers. */
export const pairsIn = (values: readonly string[]): (readonly [string, string])[] =>
  values.map((value) => {
    const [one = "", other = ""] = value.split(/\s+/);
    return [one, other] as const;
  });

export const readMatch: ReadInteraction = async (node, context) => {
  const { remarks } = context;
  const [first, second] = findAll(node, "qti-simple-match-set").map((set) => choicesIn(set, "qti-simple-associable-choice", context)); // prettier-ignore
  const all = first ?? choicesIn(node, "qti-simple-associable-choice", context);
  const pairs = pairsIn(declarationIn(node, context).correct);
  const named = new Map([...(second ?? []), ...all].map((each) => [each.identifier, each]));
  // What belongs together may be told from either side; of a set without sides the first of each pair is asked.
  const isAsked = (id: string): boolean => pairs.some(([one]) => one === id);
  const asked = second ? all : all.filter(({ identifier }) => isAsked(identifier));
  const ofAsked = asked.map((choice) => ({
    choice,
    own: pairs.flatMap(([one, other]) => one === choice.identifier ? [other] : other === choice.identifier ? [one] : []), // prettier-ignore
  }));
  const words = all.map(({ text }) => text).join(" ");
  const isAstray = ofAsked.some(({ own }) => own.some((id) => !named.has(id)));
  if (isAstray || named.size < all.length + (second?.length ?? 0)) return broken(words, context);
  if (ofAsked.some(({ own }) => own.length > 1)) {
    remarks.add("skipped", "question.kind", { kind: "match to several", words: quoted(words) });
    return undefined;
  }
  const kept = ofAsked.filter(({ own }) => own.length === 1);
  const used = new Set(kept.flatMap(({ choice, own }) => [choice.identifier, ...own]));
  for (const [id, { text }] of named)
    if (!used.has(id)) remarks.add("skipped", "question.pair_dropped", { words: quoted(text) });
  const pairOf = new Map(kept.map(({ choice, own }) => [choice, named.get(own[0] ?? "")?.text]));
  const choices = kept.map(({ choice }) => choice);
  return {
    question: "match",
    ...withoutIds(choices, (choice) => ({ pair: pairOf.get(choice) })),
    credit: partOf(node, context),
  };
};
