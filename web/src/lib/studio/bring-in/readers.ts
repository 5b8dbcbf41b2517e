import { readDocx } from "@twiza/exchange/docx";
import { readPlain } from "./plain.ts";
import type { Reading, ReadOptions } from "./reading.ts";

/** What is known of a file before it is read. */
type Look = {
  /** Its first kilobyte as Latin-1. */
  readonly head: string;
  /** Its end as Latin-1: an archive names there what is in it. */
  readonly end: string;
  /** In small letters. A name may lie: it decides only among files that look alike. */
  readonly name: string;
};
type Reader = {
  readonly takes: (look: Look) => boolean;
  readonly read: (file: Blob, options: ReadOptions) => Promise<Reading>;
};

/** The list at the end of an archive of some thousand things, in bytes. */
const END = 2 ** 18;

/** What Word writes now or wrote of old, and what the reader of Word knows to name when it is not Word's. */
const WORD =
  /^(?:PK\u0003\u0004|\u00D0\u00CF\u0011\u00E0|(?:\u00EF\u00BB\u00BF)?\s*(?:%PDF-|\{\\rtf|MIME-Version:|(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b))/i;

/** Who reads what: the first that takes a file has it. */
const READERS: readonly Reader[] = [
  { takes: ({ head }) => WORD.test(head), read: readDocx },
  { takes: () => true, read: readPlain },
];

/** @throws ExchangeFault what the reader of that kind of file throws */
export async function readFile(file: File, options: ReadOptions): Promise<Reading> {
  const latin = async (part: Blob): Promise<string> =>
    new TextDecoder("latin1").decode(await part.arrayBuffer());
  const [head, end] = [await latin(file.slice(0, 1024)), await latin(file.slice(-END))];
  const reader = READERS.find(({ takes }) => takes({ head, end, name: file.name.toLowerCase() }));
  if (!reader) throw new Error("The last reader takes every file.");
  return reader.read(file, options);
}
