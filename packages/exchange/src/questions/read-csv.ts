import Papa from "papaparse";
import type { ReportCode } from "../codes.ts";
import { ExchangeFault } from "../fault.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import { pacer } from "../pace.ts";
import { quoted } from "../quoted.ts";
import { type FurtherItem, type FurtherRemarks, type Reading, readingOf } from "../reading.ts";
import type { Input } from "../source.ts";
import { textOf } from "../text-input.ts";
import { type Column, columnOf } from "./csv-columns.ts";
import { foundInRow } from "./csv-question.ts";
import { meant } from "./formulas.ts";
import { questionOf } from "./question.ts";
import { type QuestionOptions, SIGNS } from "./read-gift.ts";

/** Bytes of a table, how many questions it may have, and how many columns. */
const [LONGEST, MOST, MOST_COLUMNS] = [4e6, 5000, 100];

type Row = { readonly at: number; readonly cells: readonly string[] };

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 1);

/** The sign that parts the columns: the one by which most of their names are understood. */
function separatorOf(text: string): string {
  const understood = (delimiter: string): number => {
    const [head = []] = Papa.parse<string[]>(text.slice(0, 10_000), { delimiter, preview: 1 }).data;
    return head.slice(0, MOST_COLUMNS).filter((name) => columnOf(name) !== undefined).length;
  };
  const counted = [";", ",", "\t", "|"].map((sign) => ({ sign, count: understood(sign) }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** Rows with something in them, and the line at which each begins. */
function rowsOf(text: string): { rows: Row[]; isBroken: boolean } {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    newline: "\n",
  });
  const rows: Row[] = [];
  let at = 1;
  for (const cells of data) {
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ at, cells });
    at += linesIn(cells);
  }
  return { rows, isBroken: errors.some(({ type }) => type === "Quotes") };
}

function columnsOf({ cells }: Row, remarks: FurtherRemarks): readonly (Column | undefined)[] {
  const columns = cells.slice(0, MOST_COLUMNS).map(columnOf);
  if (!columns.some((column) => column?.is === "prompt")) throw new ExchangeFault("csv.no_columns");
  cells.forEach((name, index) => {
    if (name.trim() !== "" && !columns[index]) remarks.add("skipped", "column.unknown", { name: quoted(name) }); // prettier-ignore
  });
  return columns;
}

/**
 * Reads questions from a table as sheets write them: one in each row, below a row that says in one of our languages what the columns
 * are (`question`, `right`, `a` … `h`, and if need be `kind`, `feedback`, `feedback a` …, `hint`, `credit`, `tolerance`, `unit`, and
 * `option 9` …). Separators and alphabets are found out.
 * @throws ExchangeFault `file.*`, `text.binary`, `csv.no_columns`, `questions.none`, `questions.too_many`; and what the signal was
 * aborted with
 */
export async function readQuestionsCsv(
  input: string | Input,
  options: QuestionOptions = {},
): Promise<Reading> {
  const { signal, onProgress, words = SIGNS } = options;
  const text = await textOf(input, { most: LONGEST, signal });
  const { rows, isBroken } = rowsOf(text);
  const [head, ...body] = rows;
  if (!head) throw new ExchangeFault("questions.none");
  if (body.length > MOST) throw new ExchangeFault("questions.too_many", { most: MOST });
  const remarks = newRemarks<ReportCode>();
  const columns = columnsOf(head, remarks);
  if (body.length === 0) throw new ExchangeFault("questions.none");
  const pace = pacer(signal);
  const items: FurtherItem[] = [];
  for (const [index, { at, cells }] of body.entries()) {
    remarks.begin(at);
    const isLast = index === body.length - 1;
    if (isBroken && isLast) {
      // A quotation mark that never closes has swallowed the rest.
      remarks.add("skipped", "question.broken", { words: quoted(cells.join(" ")), line: at });
      break;
    }
    const { question, asked } = foundInRow(columns, cells.map(meant), { remarks, words });
    const block = question && questionOf(question, remarks);
    remarks.end(asked);
    if (block) items.push({ kind: "ready", at, block, words: asked, pictures: [] });
    await pace(cells.join("").length + 1);
    onProgress?.({ done: index + 1, total: body.length });
  }
  const lessons = items.length > 0 ? [{ title: "", at: 1, items }] : [];
  return readingOf({ title: undefined, lessons, remarks, pictures: new Map() });
}
