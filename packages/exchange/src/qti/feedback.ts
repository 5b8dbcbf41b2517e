import { attributeOf, elementsOf, findAll, type HtmlNode } from "../html/tree.ts";
import { quoted } from "../quoted.ts";
import { type Context, type Found, wordsIn } from "./context.ts";
import { textIn } from "./tree.ts";

type Said = { readonly identifier: string; readonly words: string };

/** What is said after an answer, at the end of an item or in its text. */
const allSaid = (context: Context): Said[] =>
  [
    ...elementsOf(context.item, "qti-modal-feedback"),
    ...findAll(context.item, "qti-feedback-block"),
  ].map((node) => ({
    identifier: attributeOf(node, "identifier") ?? "",
    words: wordsIn(node, context),
  }));

/** By what somebody wrote, what is said to it: rules that compare an answer with words, and then show a feedback. */
export function saidTo(item: HtmlNode, identifier: string, context: Context) {
  const said = new Map(allSaid(context).map((each) => [each.identifier, each.words]));
  const rules = findAll(item, "qti-response-if", "qti-response-else-if").flatMap((rule) => {
    const [compared] = elementsOf(rule, "qti-string-match", "qti-match");
    const [variable] = compared ? findAll(compared, "qti-variable") : [];
    const [words] = compared ? elementsOf(compared, "qti-base-value") : [];
    const [shown] = elementsOf(rule, "qti-set-outcome-value").flatMap((set) => elementsOf(set, "qti-base-value")); // prettier-ignore
    const isOf = variable && attributeOf(variable, "identifier") === identifier;
    return isOf && words && shown ? [{ text: textIn(words), feedback: said.get(textIn(shown)) ?? "" }] : []; // prettier-ignore
  });
  return (text: string): string => rules.find((rule) => rule.text === text)?.feedback ?? "";
}

const RIGHT = /^(?:correct|right|true)$/i;
const WRONG = /^(?:incorrect|wrong|false)$/i;

/** Every identifier that a rule shows for what somebody wrote. */
const shownByWords = ({ item }: Context): ReadonlySet<string> =>
  new Set(
    findAll(item, "qti-response-if", "qti-response-else-if")
      .filter((rule) => elementsOf(rule, "qti-string-match").length > 0)
      .flatMap((rule) => findAll(rule, "qti-base-value").map(textIn)),
  );

const joined = (...words: readonly (string | undefined)[]): string =>
  words.filter(Boolean).join("\n\n");

/**
 * What was found, with what is said: to an answer by its identifier, or because it is right or wrong where one of several is; else
 * once, to any answer. What hangs on more than that is told.
 */
export function withFeedback(found: Found, context: Context): Found {
  const { identifiers = [] } = found;
  const taken = shownByWords(context);
  const all = allSaid(context).filter(({ words, identifier }) => words !== "" && !taken.has(identifier)); // prettier-ignore
  const isOne = found.question === "choice" || found.question === "truefalse";
  const isFor = (identifier: string, right: boolean, own: string): boolean =>
    identifier === own || (isOne && (right ? RIGHT : WRONG).test(identifier));
  const options = found.options.map((option, at) => {
    const own = identifiers[at] ?? "";
    const said = all.filter(({ identifier }) => isFor(identifier, option.right, own));
    return { ...option, feedback: joined(option.feedback, ...said.map(({ words }) => words)) };
  });
  const isUsed = ({ identifier }: Said): boolean =>
    found.options.some(({ right }, at) => isFor(identifier, right, identifiers[at] ?? ""));
  const [general, ...others] = all.filter((each) => !isUsed(each));
  for (const { words } of others)
    context.remarks.add("skipped", "question.feedback_dropped", { words: quoted(words) });
  return { ...found, options, feedback: joined(found.feedback, general?.words) };
}
