import { readDocx } from "@twiza/exchange/docx";
import { readH5p } from "@twiza/exchange/h5p";
import { type FileKind, fileKind } from "@twiza/exchange/kind";
import { readMarkdownFile } from "@twiza/exchange/markdown";
import { readMoodle } from "@twiza/exchange/moodle";
import { readQti } from "@twiza/exchange/qti";
import { readAiken, readGift, readQuestionsCsv } from "@twiza/exchange/questions";
import { readScorm } from "@twiza/exchange/scorm";
import { readPlain } from "./plain.ts";
import type { Reading, ReadOptions } from "./reading.ts";

type Reader = (file: Blob, options: ReadOptions) => Promise<Reading>;

/** Who reads what. A whole course of ours is no document: the reader of Word says so. */
const READERS: Readonly<Record<FileKind, Reader>> = {
  document: readDocx,
  course: readDocx,
  markdown: readMarkdownFile,
  gift: readGift,
  aiken: readAiken,
  csv: readQuestionsCsv,
  moodle: readMoodle,
  qti: readQti,
  h5p: readH5p,
  scorm: readScorm,
  text: readPlain,
};

/** What Word wrote of old, and what the reader of Word knows to name when it is not Word's. */
const WORD =
  /^(?:\u00D0\u00CF\u0011\u00E0|(?:\u00EF\u00BB\u00BF)?\s*(?:%PDF-|\{\\rtf|MIME-Version:|(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b))/i;

/**
 * By what is in it; a name may lie, and decides only among texts that look alike.
 * @throws ExchangeFault what the reader of that kind of file throws
 */
export async function readFile(file: File, options: ReadOptions): Promise<Reading> {
  const head = new TextDecoder("latin1").decode(await file.slice(0, 1024).arrayBuffer());
  if (WORD.test(head)) return readDocx(file, options);
  const kind = await fileKind(file, { name: file.name });
  // What calls itself Word's and does not begin as an archive is a text with a wrong name.
  const isText = kind === undefined || (kind === "document" && !head.startsWith("PK"));
  return READERS[isText ? "text" : kind](file, options);
}
