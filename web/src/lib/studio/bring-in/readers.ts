import { readDocx } from "@twiza/exchange/docx";
import { readPlain } from "./plain.ts";
import type { Reading, ReadOptions } from "./reading.ts";

type Reader = {
  /** Whether this is one of its files, by the first kilobyte as Latin-1 and by what the file is called, in small letters. */
  readonly takes: (head: string, name: string) => boolean;
  readonly read: (file: Blob, options: ReadOptions) => Promise<Reading>;
};

/** What Word writes now or wrote of old, and what the reader of Word knows to name when it is not Word's. */
const WORD =
  /^(?:PK\u0003\u0004|\u00D0\u00CF\u0011\u00E0|(?:\u00EF\u00BB\u00BF)?\s*(?:%PDF-|\{\\rtf|MIME-Version:|(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b))/i;

/** Who reads what: the first that takes a file has it. A name may lie, so that it decides only among files that look alike. */
const READERS: readonly Reader[] = [
  { takes: (head) => WORD.test(head), read: readDocx },
  { takes: () => true, read: readPlain },
];

/** @throws ExchangeFault what the reader of that kind of file throws */
export async function readFile(file: File, options: ReadOptions): Promise<Reading> {
  const head = new TextDecoder("latin1").decode(await file.slice(0, 1024).arrayBuffer());
  const name = file.name.toLowerCase();
  const reader = READERS.find(({ takes }) => takes(head, name));
  if (!reader) throw new Error("The last reader takes every file.");
  return reader.read(file, options);
}
