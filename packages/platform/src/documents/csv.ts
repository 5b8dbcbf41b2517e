import { isWritten } from "@twiza/contract";
import type { Looked } from "@twiza/core";

/** By it Excel knows that a table is UTF-8, and we that it is a table. */
const MARK = "\uFEFF";
/** A cell that some programs take for something to do. */
const FORMULA = /(?:^|[,;\t\r\n])[ "']*(?:[=@]|[+-](?=[a-z(=@]))/i;
/** Cells stand between these. */
const SEPARATED = /[,;\t]/;

/** A table as plain text in UTF-8, whose cells are words and figures and no formulas; it is kept with a mark at its beginning. */
export function lookAtCsv(bytes: Uint8Array): Looked {
  const text = textOf(bytes);
  if (text === undefined || !isWritten(text) || !SEPARATED.test(text)) return "unreadable";
  if (/^\s*[<{]/.test(text)) return "unreadable";
  if (FORMULA.test(text)) return "active";
  return { type: "text/csv", bytes: new TextEncoder().encode(MARK + text) };
}

/** Without the mark; nothing for what is not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
