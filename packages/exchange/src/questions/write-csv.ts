import { plainTextOf } from "../compose/rich-text.ts";
import { headFor, LEAST_OPTIONS } from "./csv-columns.ts";
import { harmless } from "./formulas.ts";
import { isHeld } from "./held.ts";
import { writtenOption } from "./option-words.ts";
import type { WrittenQuestion } from "./written-question.ts";

/** All are right of these, or none is, so that nobody is asked which. */
const ALL_ALIKE: ReadonlySet<WrittenQuestion["question"]> = new Set([
  "match",
  "order",
  "open",
  "likert",
]);

function rowOf(written: WrittenQuestion, width: number): string[] {
  const { question, prompt, options, number, feedback, hint, credit } = written;
  const own = options.map((option) => writtenOption(question, option));
  const cells = Array.from({ length: width }, (_, at) => own[at] ?? "");
  const whys = Array.from({ length: width }, (_, at) => options[at]?.feedback ?? "");
  const right = number ? String(number.value) : rightOf(options, own);
  return [
    question,
    plainTextOf(prompt),
    ALL_ALIKE.has(question) ? "" : right,
    ...cells,
    feedback ?? "",
    ...whys,
    hint ?? "",
    credit ?? "",
    number ? String(number.tolerance) : "",
    number?.unit ?? "",
  ];
}

/**
 * Which answers are right, by letter or number. A cell that is an answer's own words means that answer, so it is written in a way that
 * none of them is: there are more ways than answers.
 */
function rightOf(options: WrittenQuestion["options"], cells: readonly string[]): string {
  const at = options.flatMap(({ right }, option) => (right ? [option] : []));
  const letters = at.map((option) => String.fromCharCode(97 + option)).join(" ");
  const numbers = at.map((option) => option + 1).join(" ");
  const named = options.length > LEAST_OPTIONS ? [] : [letters, letters.toUpperCase()];
  const taken = new Set(cells.map((cell) => cell.trim()));
  const ends = Array.from({ length: cells.length + 1 }, (_, count) => ";".repeat(count));
  const all = ends.flatMap((end) => [...named, numbers].map((way) => way + end));
  return all.find((way) => !taken.has(way)) ?? numbers;
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
 * words there, and pictures stay, with the questions that are answered on one. Nothing in it is a formula.
 */
export const writeQuestionsCsv = (
  questions: readonly WrittenQuestion[],
  { separator = ";" }: CsvWriting = {},
): string => {
  const held = questions.filter((question) => isHeld("csv", question));
  const width = Math.max(LEAST_OPTIONS, ...held.map(({ options }) => options.length));
  const rows = [headFor(width), ...held.map((question) => rowOf(question, width))];
  const lines = rows.map((row) => row.map(harmless).map(quoted).join(separator));
  // Without the mark of order, sheets take it for Windows' alphabet.
  return `\uFEFF${lines.join("\r\n")}\r\n`;
};
