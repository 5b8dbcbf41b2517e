import { plainTextOf } from "../compose/rich-text.ts";
import { HEAD } from "./csv-columns.ts";
import { harmless } from "./formulas.ts";
import type { WrittenQuestion } from "./write-gift.ts";

const OPTIONS = 8;

function rowOf({ question, prompt, options, number, feedback }: WrittenQuestion): string[] {
  const cells = Array.from({ length: OPTIONS }, (_, at) => options[at]?.text ?? "");
  const whys = Array.from({ length: OPTIONS }, (_, at) => options[at]?.feedback ?? "");
  const right = number ? String(number.value) : rightOf(options);
  return [
    question,
    plainTextOf(prompt),
    right,
    ...cells,
    feedback ?? "",
    ...whys,
    number ? String(number.tolerance) : "",
    number?.unit ?? "",
  ];
}

/**
 * Which answers are right, by letter or number. A cell that is an answer's own words means that answer, so it is written in a way that
 * none of them is: there are nine, and eight answers at most.
 */
function rightOf(options: WrittenQuestion["options"]): string {
  const at = options.flatMap(({ right }, option) => (right ? [option] : []));
  const letters = at.map((option) => String.fromCharCode(97 + option)).join(" ");
  const ways = [letters, letters.toUpperCase(), at.map((option) => option + 1).join(" ")];
  const all = ["", ";", "/"].flatMap((end) => ways.map((way) => way + end));
  return all.find((way) => !options.some(({ text }) => text.trim() === way)) ?? letters;
}

/**
 * As every sheet reads it: what could be taken for the end of a cell stands in quotation marks (RFC 4180). The library that reads
 * tables is a CommonJS module: in a page it would bring one file more to every lesson.
 */
const quoted = (cell: string): string =>
  /[";,\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export type CsvWriting = {
  /** What sheets expect where a comma is the sign of decimals; the reader finds out by itself. */
  readonly separator?: ";" | ",";
};

/**
 * Questions as a table for a sheet, which `readQuestionsCsv` reads back to the same; bold, links and lists in what is asked are plain
 * words there. Nothing in it is a formula.
 */
export const writeQuestionsCsv = (
  questions: readonly WrittenQuestion[],
  { separator = ";" }: CsvWriting = {},
): string => {
  const rows = [HEAD, ...questions.map(rowOf)].map((row) => row.map(harmless));
  const lines = rows.map((row) => row.map(quoted).join(separator));
  // Without the mark of order, sheets take it for Windows' alphabet.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
};
