import type { QuestionBlock, QuestionKind } from "@twiza/contract";
import { isMarked, type Unanswerable, unanswerable } from "@twiza/contract/marking";
import type { Blockquote, List, RootContent } from "mdast";
import type { Report } from "./fault.ts";
import { plainTextOf, richTextOf } from "./rich-text.ts";

type Option = QuestionBlock["options"][number];

export const isOptions = (node: RootContent | undefined): node is List =>
  node?.type === "list" && node.children.some(({ checked }) => typeof checked === "boolean");
export const isQuote = (node: RootContent | undefined): node is Blockquote =>
  node?.type === "blockquote";
export const plain = (nodes: readonly RootContent[], report: Report): string =>
  plainTextOf(richTextOf(nodes, report));

/** `a`, `b` … `z`, and from then on by number. */
const idAt = (index: number): string =>
  index < 26 ? String.fromCharCode(97 + index) : `o${index + 1}`;

type Parts = Pick<Option, "text" | "pair" | "gap" | "spot">;

/** What the words of an option say beside themselves, by the kind of its question; nothing when it lacks that. */
function partsOf(kind: QuestionKind, words: string): Parts | undefined {
  if (kind === "match") {
    const [text = "", ...pair] = words.split(" -> ");
    return pair.length > 0 ? { text: text.trim(), pair: pair.join(" -> ").trim() } : undefined;
  }
  if (kind === "cloze") {
    const [, gap, text] = /^([a-z]):\s*([^]+)$/.exec(words) ?? [];
    return gap && text ? { gap, text } : undefined;
  }
  if (kind === "hotspot") {
    const [, x, y, text] = /^(\d{1,4})\s*,\s*(\d{1,4}):\s*([^]+)$/.exec(words) ?? [];
    return text ? { spot: { x: Number(x), y: Number(y) }, text } : undefined;
  }
  return { text: words };
}

const FORMS: Partial<Record<QuestionKind, string>> = {
  match: "- [x] what is asked -> what belongs to it",
  cloze: "- [x] a: the word of the gap [[a]]",
  hotspot: "- [x] 250,400: where it is",
};

/** The options of a question, each with what its kind wants of it. */
export function optionsOf(list: List, kind: QuestionKind, report: Report): Option[] {
  return list.children.map((item, index) => {
    if (typeof item.checked !== "boolean")
      report(item, "an option begins with - [ ] when wrong, - [x] when right");
    const last = item.children.at(-1);
    const quote = isQuote(last) ? last : undefined;
    const words = plain(quote ? item.children.slice(0, -1) : item.children, report);
    const parts = partsOf(kind, words);
    if (!words) report(item, "empty option: write its words after the brackets");
    else if (!parts) report(item, `an option of ${kind} is written ${FORMS[kind] ?? ""}`);
    return {
      id: idAt(index),
      text: words,
      ...parts,
      right: item.checked === true,
      ...(quote && { feedback: plain(quote.children, report) }),
    };
  });
}

const WANTED: Record<Unanswerable, string> = {
  no_number: 'it wants answer="…"',
  few_options: "it wants more options",
  many_options: "it has too many options",
  same_options: "two options are the same",
  none_right: "it wants an [x]",
  several_right: "it wants exactly one [x]",
  no_pair: "each option wants its pair behind ->",
  gap_astray: "each gap [[a]] of the text wants an option - [x] a: …, and each option a gap",
  no_picture: 'it wants picture="file.svg" and alt="what one sees"',
  no_spot: "each option wants a place on the picture: 250,400: …",
  odd_steps: "it wants 3, 5 or 7 steps, each - [ ]",
};

/** What a kind asks of its options, where it can be said in one sentence. */
const RULES: Partial<Record<QuestionKind, string>> = {
  number: 'has no options: write answer="…" instead',
  truefalse: "wants two options, one of them [x]",
  choice: "wants two options or more, exactly one [x]",
  multiple: "wants three options or more, two or more [x]",
  match: "wants two options or more, every one [x] and with its pair behind ->",
  order: "wants two options or more, every one [x]",
  open: "wants eight points to look for or fewer, none of them [x]",
  likert: "wants 3, 5 or 7 steps that differ, none of them [x]",
};

/** What is wrong with a question, in words for its author; empty when nothing is. */
export function faultOf(question: Parameters<typeof unanswerable>[0]): string {
  const { question: kind, options } = question;
  const right = options.filter((option) => option.right).length;
  const fault = unanswerable(question);
  const isAmiss =
    fault !== undefined ||
    (kind === "truefalse" && options.length !== 2) ||
    (kind === "multiple" && (options.length < 3 || right < 2)) ||
    ((kind === "match" || kind === "order") && right < options.length) ||
    (!isMarked(kind) && right > 0);
  if (!isAmiss) return "";
  const rule = kind === "number" && fault === "no_number" ? undefined : RULES[kind];
  return `${kind} ${rule ?? (fault && WANTED[fault]) ?? ""}; here ${right} of ${options.length}`;
}
