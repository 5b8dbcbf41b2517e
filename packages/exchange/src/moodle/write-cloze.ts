import { gapsIn, gapsOf, isChosen, withGaps } from "@twiza/contract/marking";
import { plainTextOf } from "../compose/rich-text.ts";
import { writeHtml, writtenWords } from "../html/write-html.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";

/** Signs that would mean something between the braces of a gap are written by their numbers. */
const hidden = (html: string, signs: RegExp): string =>
  html.replaceAll(signs, (sign) => `&#${sign.charCodeAt(0)};`);
const inGap = (text: string): string => hidden(writtenWords(text), /[~#}{=\\%/]/g);

function gapOf(options: WrittenQuestion["options"], gap: string): string {
  const chosen = isChosen(options, gap);
  const alternatives = options
    .filter((option) => option.gap === gap)
    .map(({ text, right, feedback }) => {
      // Where one writes, a star stands for any words.
      const said = chosen ? text : text.replaceAll("*", "\\*");
      return `${right ? "=" : ""}${inGap(said)}${feedback ? `#${inGap(feedback)}` : ""}`;
    });
  return `{1:${chosen ? "MULTICHOICE" : "SHORTANSWER"}:${alternatives.join("~")}}`;
}

/** What is asked as HTML with Moodle's embedded answers in its gaps; marks are left out where a gap stands half in one. */
export function clozeHtml({ prompt, options }: WrittenQuestion): string {
  const rich = writeHtml(prompt);
  const isWhole = gapsIn(rich).length === gapsOf(options).length;
  const html = isWhole ? rich : `<p>${writtenWords(plainTextOf(prompt))}</p>`;
  const seen = new Set<string>();
  return withGaps(hidden(html, /\{/g), (gap) => {
    const isAgain = seen.has(gap);
    seen.add(gap);
    return isAgain ? "…" : gapOf(options, gap);
  });
}
