import { writeHtml, writtenWords } from "../html/write-html.ts";
import { cleanText } from "../flow/texts.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import type { OutPicture } from "../questions/out-picture.ts";
import { tag, xmlText } from "../xml/write-xml.ts";
import type { Saying, Scoring } from "./write-rules.ts";

/** Where a picture of a package lies, as an item names it. */
export type Placed = OutPicture & { readonly href: string };
export type Shelf = (picture: OutPicture) => Placed;

/** A question in the parts that an item is put together from. */
export type Parts = {
  readonly declarations: readonly string[];
  /** What stands in the body, in place of the words that ask, or beneath them. */
  readonly body: string;
  readonly scoring: Scoring;
  readonly sayings: readonly Saying[];
  readonly modals: readonly string[];
};
export type Option = WrittenQuestion["options"][number];

/** HTML closes what is empty, as XML wants it. */
const closed = (html: string): string => cleanText(html).replaceAll("<br>", "<br/>");
export const richHtml = (doc: WrittenQuestion["prompt"]): string => closed(writeHtml(doc));
export const plainHtml = (words: string): string => closed(writtenWords(words));

export const img = ({ href }: Placed, alt: string, size: object = {}): string =>
  tag("img", { src: href, alt, ...size });

const value = (words: string): string => tag("qti-value", {}, xmlText(words));

type Answer = {
  readonly identifier?: string;
  readonly cardinality?: "single" | "multiple" | "ordered";
  readonly type: "identifier" | "directedPair" | "float" | "string";
  readonly correct: readonly string[];
  /** What parts are worth; a sum is never less than nothing. */
  readonly worth?: readonly (readonly [key: string, worth: number])[];
};

/** Keys are compared letter by letter, but for words that somebody writes. */
function mapping({ type, worth = [] }: Answer): string {
  if (worth.length === 0) return "";
  const most = type === "string" ? { "upper-bound": 1 } : {};
  return tag(
    "qti-mapping",
    { "default-value": 0, "lower-bound": 0, ...most },
    ...worth.map(([key, part]) =>
      tag("qti-map-entry", {
        "map-key": key,
        "mapped-value": part,
        "case-sensitive": type === "string" ? "false" : undefined,
      }),
    ),
  );
}

export const declaration = (answer: Answer): string =>
  tag(
    "qti-response-declaration",
    {
      identifier: answer.identifier ?? "RESPONSE",
      cardinality: answer.cardinality ?? "single",
      "base-type": answer.type,
    },
    answer.correct.length > 0 ? tag("qti-correct-response", {}, ...answer.correct.map(value)) : "",
    mapping(answer),
  );

export const outcome = (identifier: string, cardinality: string): string =>
  tag("qti-outcome-declaration", { identifier, cardinality, "base-type": "identifier" });

/** Words for others than who answers. */
export const rubric = (
  attributes: { readonly view: string; readonly use: string },
  words: string,
) =>
  tag("qti-rubric-block", attributes, tag("qti-content-body", {}, tag("p", {}, plainHtml(words))));

export const modal = (identifier: string, name: string, words: string): string =>
  tag(
    "qti-modal-feedback",
    { "outcome-identifier": identifier, identifier: name, "show-hide": "show" },
    tag("qti-content-body", {}, tag("p", {}, plainHtml(words))),
  );

/** What is said to something that was chosen, right behind its words. */
export const inline = (outcomeName: string, name: string, words: string | undefined): string =>
  words === undefined || words === ""
    ? ""
    : tag(
        "qti-feedback-inline",
        { "outcome-identifier": outcomeName, identifier: name, "show-hide": "show" },
        plainHtml(words),
      );
