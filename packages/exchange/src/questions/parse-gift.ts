import { unwrapped, withSigns, withStandIns } from "./gift-escape.ts";
import { type GiftTags, tagsIn } from "./gift-tags.ts";

const FORMATS = ["html", "markdown", "plain", "moodle"] as const;
export type GiftFormat = (typeof FORMATS)[number];
export type GiftText = { readonly text: string; readonly format: GiftFormat };
/** An option or an answer: `weight` is its part of the mark in percent, where it is written. */
export type GiftAnswer = {
  readonly isRight: boolean;
  readonly weight: number | undefined;
  readonly text: GiftText;
  readonly feedback: GiftText | undefined;
};
/** What is asked, and what belongs to it, which is plain. */
export type GiftPair = { readonly text: GiftText; readonly pair: string | undefined };
export type GiftAnswers =
  | { readonly kind: "none" | "essay" }
  | { readonly kind: "options" | "number" | "short"; readonly answers: readonly GiftAnswer[] }
  | { readonly kind: "matching"; readonly pairs: readonly GiftPair[] }
  | {
      readonly kind: "truefalse";
      readonly isTrue: boolean;
      readonly wrong: GiftText | undefined;
      readonly right: GiftText | undefined;
    };
export type GiftQuestion = {
  readonly tags: GiftTags;
  readonly title: string | undefined;
  readonly prompt: GiftText;
  readonly answers: GiftAnswers;
  readonly feedback: GiftText | undefined;
};

const FORMAT = /^\s*\[(html|markdown|plain|moodle)\]/;

/** A text with its format, or with that of the question it belongs to. */
function textOf(written: string, format: GiftFormat): GiftText {
  const named = FORMAT.exec(written);
  const own = FORMATS.find((each) => each === named?.[1]) ?? format;
  const text = written.slice(named?.[0].length ?? 0);
  // Only there do lines mean something.
  return { text: withSigns(own === "markdown" ? text : unwrapped(text)), format: own };
}
const maybeText = (written: string | undefined, format: GiftFormat): GiftText | undefined =>
  written === undefined || written.trim() === "" ? undefined : textOf(written, format);

const WEIGHT = /^\s*%\s*([+-]?\d+(?:[.,]\d+)?)\s*%/;

function answerOf(written: string, format: GiftFormat): GiftAnswer {
  const rest = written.slice(1);
  const weight = WEIGHT.exec(rest);
  const [text = "", ...feedback] = rest.slice(weight?.[0].length ?? 0).split("#");
  return {
    isRight: written.startsWith("="),
    weight: weight ? Number(weight[1]?.replace(",", ".")) : undefined,
    text: textOf(text, format),
    feedback: maybeText(feedback.join("#"), format),
  };
}

const answersIn = (written: string, format: GiftFormat): GiftAnswer[] =>
  (written.match(/[=~][^=~]*/g) ?? []).map((answer) => answerOf(answer, format));

function truefalseOf(written: string, format: GiftFormat): GiftAnswers | undefined {
  const [said = "", wrong, right] = written.split("#");
  const isTrue = /^\s*t(?:rue)?\s*$/i.test(said);
  if (!isTrue && !/^\s*f(?:alse)?\s*$/i.test(said)) return undefined;
  return {
    kind: "truefalse",
    isTrue,
    wrong: maybeText(wrong, format),
    right: maybeText(right, format),
  };
}

function pairOf(written: string, format: GiftFormat): GiftPair {
  const [asked = "", ...rest] = written.slice(1).split("->");
  const pair = rest.length > 0 ? withSigns(unwrapped(rest.join("->"))) : undefined;
  return { text: textOf(asked, format), pair };
}

function numberOf(written: string, format: GiftFormat): GiftAnswers {
  const isSeveral = /^\s*[=~]/.test(written);
  return { kind: "number", answers: answersIn(isSeveral ? written : `=${written}`, format) };
}

/** What stands in the braces, in the order in which Moodle asks. */
function answersOf(written: string, format: GiftFormat): GiftAnswers {
  const answer = written.trim();
  if (answer === "") return { kind: "essay" };
  if (answer.startsWith("#")) return numberOf(answer.slice(1), format);
  if (answer.includes("~")) return { kind: "options", answers: answersIn(answer, format) };
  if (answer.includes("=") && answer.includes("->")) {
    const pairs = answer.match(/=[^=]*/g) ?? [];
    return { kind: "matching", pairs: pairs.map((pair) => pairOf(pair, format)) };
  }
  const wanted = answer.startsWith("=") ? answer : `=${answer}`;
  return truefalseOf(answer, format) ?? { kind: "short", answers: answersIn(wanted, format) };
}

/**
 * Reads one question as Moodle does: a title, what is asked with the answers in braces at its end or within it, and what is said to
 * every answer. Nothing when its braces do not match.
 */
export function parseGift(lines: readonly string[]): GiftQuestion | undefined {
  const comments = lines.filter((line) => line.trimStart().startsWith("//"));
  const text = withStandIns(lines.filter((line) => !comments.includes(line)).join("\n")).trim();
  const titled = /^::(?!:)([^]*?)::/.exec(text);
  const body = text.slice(titled?.[0].length ?? 0);
  const [from, to] = [body.indexOf("{"), body.lastIndexOf("}")];
  const isOpen = from < 0 && to < 0;
  if (!isOpen && (from < 0 || to < from || /[{}]/.test(body.slice(from + 1, to)))) return undefined;
  const [before, after] = isOpen ? [body, ""] : [body.slice(0, from), body.slice(to + 1).trim()];
  const gap = before.trim() === "" || !/[\p{L}\p{N}]/u.test(after) ? "" : " _____ ";
  const prompt = textOf(`${before.trimEnd()}${gap}${after}`, "moodle");
  const [said = "", ...general] = isOpen ? [] : body.slice(from + 1, to).split("####");
  return {
    tags: tagsIn(comments),
    title: titled ? withSigns(unwrapped(titled[1] ?? "")) : undefined,
    prompt,
    answers: isOpen ? { kind: "none" } : answersOf(said, prompt.format),
    feedback: maybeText(general[0], prompt.format),
  };
}
