import { wordsOf } from "../flow/flow.ts";
import type { FurtherItem } from "../reading.ts";
import { attributeOf, elementsOf, findAll, type HtmlNode } from "./tree.ts";
import { flush, nextPlace, type Page } from "./flow.ts";

/** Reads what stands in an element, as it would stand anywhere. */
export type ReadInside = (node: HtmlNode, page: Page) => readonly FurtherItem[];

/** As many as Word allows; a row may not reach over more than a long page. */
const [MOST_COLUMNS, MOST_ROWS] = [63, 1000];

const rowsOf = (table: HtmlNode): HtmlNode[] =>
  elementsOf(table, "tr", "thead", "tbody", "tfoot").flatMap((part) =>
    part.name === "tr" ? [part] : elementsOf(part, "tr"),
  );
const cellsOf = (row: HtmlNode): HtmlNode[] => elementsOf(row, "td", "th");

/** Whether it only puts things side by side: a frame, not rows of figures. */
export function isFrame(table: HtmlNode): boolean {
  const role = attributeOf(table, "role") ?? "";
  const rows = rowsOf(table).map((row) => cellsOf(row).length);
  return (
    role === "presentation" ||
    role === "none" ||
    Math.max(...rows.slice(0, MOST_ROWS), 0) <= 1 ||
    findAll(table, "table", "h1", "h2", "h3", "h4", "h5", "h6").length > 0
  );
}

/** The cells of a table that is only a frame, one after the other. */
export const framed = (table: HtmlNode): HtmlNode[] => rowsOf(table).flatMap(cellsOf);

const spanOf = (cell: HtmlNode, name: string, most: number): number => {
  const span = Number.parseInt(attributeOf(cell, name) ?? "1", 10);
  return Number.isNaN(span) ? 1 : Math.max(1, Math.min(span, most));
};

const signOf = ({ role }: Extract<FurtherItem, { kind: "paragraph" }>): string => {
  if (role.type !== "item" || role.goesOn) return "";
  return role.number === undefined ? "– " : `${role.number}. `;
};

type Reading = { readonly page: Page; readonly readInside: ReadInside };

/** A cell as plain words, its paragraphs on lines of their own. */
function cellText(cell: HtmlNode, { page, readInside }: Reading): string {
  const lines = readInside(cell, page).flatMap((item) => {
    page.pictures.push(...item.pictures);
    if (item.kind === "ready") return [item.words];
    if (item.kind !== "paragraph") return [];
    const isRich = item.role.type === "item" || item.content.some(({ marks }) => marks);
    if (isRich) page.remarks.tally("changed", "table.plain");
    return [signOf(item) + wordsOf(item.content)];
  });
  return lines.filter((line) => line.trim() !== "").join("\n");
}

/** Rows with as many cells each; what reaches over others leaves these empty. */
function gridOf(rows: readonly HtmlNode[], reading: Reading): string[][] {
  /** For each column, how many rows from here on are taken from above. */
  const taken: number[] = [];
  return rows.slice(0, MOST_ROWS).map((row) => {
    const cells: string[] = [];
    const passTaken = (): void => {
      for (let left = taken[cells.length] ?? 0; left > 0; left = taken[cells.length] ?? 0) {
        taken[cells.length] = left - 1;
        cells.push("");
      }
    };
    for (const cell of cellsOf(row)) {
      passTaken();
      const width = spanOf(cell, "colspan", MOST_COLUMNS);
      const height = spanOf(cell, "rowspan", MOST_ROWS);
      if (width > 1 || height > 1) reading.page.remarks.tally("changed", "table.merged");
      const text = cellText(cell, reading);
      for (let at = 0; at < width && cells.length < MOST_COLUMNS; at += 1) {
        taken[cells.length] = height - 1;
        cells.push(at === 0 ? text : "");
      }
    }
    passTaken();
    return cells;
  });
}

/** Reads a table into the page. */
export function readTable(table: HtmlNode, page: Page, readInside: ReadInside): void {
  flush(page);
  const reading: Reading = { page, readInside };
  const rows = rowsOf(table);
  const grid = gridOf(rows, reading).filter((row) => row.some((cell) => cell !== ""));
  const pictures = page.pictures;
  page.pictures = [];
  const width = Math.max(...grid.map(({ length }) => length), 0);
  const caption = elementsOf(table, "caption")[0];
  const called = caption ? cellText(caption, reading).replaceAll(/\s+/g, " ") : "";
  if (width === 0) {
    page.pictures = pictures;
    flush(page);
    return;
  }
  const first = rows[0];
  const isMarked = first !== undefined && cellsOf(first).every(({ name }) => name === "th");
  const hasHead = isMarked || grid.length > 1;
  if (!isMarked && hasHead) page.remarks.add("changed", "table.head_assumed");
  page.items.push({
    kind: "table",
    at: page.count.at,
    rows: grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "")),
    hasHead,
    pictures,
    ...(called !== "" && called.length <= 400 && { caption: called }),
  });
  page.remarks.end(grid.flat().find(Boolean) ?? "");
  nextPlace(page);
}
