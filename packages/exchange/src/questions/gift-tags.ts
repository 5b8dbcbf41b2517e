import { gapsOf } from "@twiza/contract/marking";
import type { WrittenQuestion } from "./written-question.ts";

/**
 * What GIFT has no place for, as we write it into comments. A short word is a tag, which other programs keep as a tag; words of an
 * author are between other brackets, so that nobody finds a sentence among the tags.
 */
const [TAG, OWN] = ["tag", "twiza"];

/** A tag ends at its bracket, and at the end of its line. */
const tagged = (text: string): string =>
  text.replaceAll(/[%[\]\r\n]/g, (sign) => encodeURIComponent(sign));
const untagged = (text: string): string =>
  text.replaceAll(/%(?:25|5B|5D|0D|0A)/gi, (code) => decodeURIComponent(code));

const comment = (kind: string, words: string): string => `// [${kind}:${tagged(words)}]`;

/** Other platforms always count what is right in part; of these we say so when we do not. */
const IN_PARTS = new Set(["multiple", "match", "order"]);

/** The comments above a question. */
export function tagsOf({ question, number, options, credit, hint }: WrittenQuestion): string[] {
  const { unit = "" } = number ?? {};
  const [gap = ""] = gapsOf(options);
  const whys = ["match", "order"].includes(question)
    ? options.map(({ feedback = "" }, at) => ({ at, feedback }))
    : [];
  const points = question === "open" ? options : [];
  return [
    ...points.map(({ text }, at) => comment(OWN, `point ${at + 1}=${text}`)),
    ...(question === "truefalse" || question === "order" ? [comment(TAG, question)] : []),
    ...(question === "cloze" ? [comment(TAG, `cloze=${gap}`)] : []),
    ...(question === "cloze" && credit ? [comment(TAG, "parts")] : []),
    ...(IN_PARTS.has(question) && !credit ? [comment(TAG, "whole")] : []),
    ...(unit === "" ? [] : [comment(TAG, `unit=${unit}`)]),
    ...(hint ? [comment(OWN, `hint=${hint}`)] : []),
    ...whys.flatMap(({ at, feedback }) =>
      feedback === "" ? [] : [comment(OWN, `why ${at + 1}=${feedback}`)],
    ),
  ];
}

const FOUND = new RegExp(`\\[(?:${TAG}|${OWN}):([^\\]]+)\\]`, "g");

/** What comments say: words by their name, which are empty where the name says it all. */
export type GiftTags = ReadonlyMap<string, string>;

/** The tags in the comments of a question. */
export const tagsIn = (comments: readonly string[]): GiftTags =>
  new Map(
    comments
      .flatMap((line) => [...line.matchAll(FOUND)])
      .map(([, tag = ""]) => {
        const [name = "", ...words] = tag.split("=");
        return [untagged(name.trim()), untagged(words.join("=")).trim()] as const;
      }),
  );
