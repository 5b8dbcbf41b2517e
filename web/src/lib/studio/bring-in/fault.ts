import type { ExchangeCode } from "@twiza/exchange/docx";
import { type MessageKey, t } from "../../i18n.svelte.ts";

export type { ExchangeCode } from "@twiza/exchange/docx";
/** What the sentence for a code is told: names and numbers, in bytes where they are sizes. */
export type Detail = Readonly<Record<string, string | number>>;

/** Why a file cannot be brought in. `lost`: it is not there any more; `broken`: what reads it fell over it. */
export type FileFault = ExchangeCode | "lost" | "broken";

/** A file that was refused whole. */
export class UnreadableFile extends Error {
  readonly code: FileFault;

  constructor(code: FileFault) {
    super(code);
    this.name = "UnreadableFile";
    this.code = code;
  }
}

type Sentence = Extract<MessageKey, `bring.fault.${string}`>;
/** What is not named here is damaged. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  "file.empty": "bring.fault.empty",
  "file.too_large": "bring.fault.large",
  "zip.too_large": "bring.fault.large",
  "zip.too_many": "bring.fault.large",
  "xml.too_large": "bring.fault.large",
  "html.too_large": "bring.fault.large",
  "docx.too_long": "bring.fault.large",
  "markdown.too_long": "bring.fault.large",
  "questions.too_many": "bring.fault.large",
  "zip.encrypted": "bring.fault.locked",
  "docx.encrypted": "bring.fault.locked",
  "zip.names": "bring.fault.unsafe",
  "zip.bomb": "bring.fault.unsafe",
  "xml.doctype": "bring.fault.unsafe",
  "xml.too_deep": "bring.fault.unsafe",
  "markdown.too_deep": "bring.fault.unsafe",
  "docx.old_word": "bring.fault.old",
  "docx.pdf": "bring.fault.pdf",
  "docx.html": "bring.fault.other",
  "docx.rtf": "bring.fault.other",
  "docx.open_document": "bring.fault.other",
  "docx.not_word": "bring.fault.foreign",
  "text.binary": "bring.fault.foreign",
  "docx.no_content": "bring.fault.nothing",
  "markdown.no_content": "bring.fault.nothing",
  "questions.none": "bring.fault.questions",
  "csv.no_columns": "bring.fault.questions",
  "qti.not_qti": "bring.fault.questions",
  "h5p.not_h5p": "bring.fault.package",
  "h5p.no_content": "bring.fault.package",
  "scorm.not_scorm": "bring.fault.package",
  "scorm.no_content": "bring.fault.package",
  lost: "bring.fault.lost",
};

/** Why, and what can be done about it. */
export const refusalOf = (code: FileFault): string => t(SENTENCES[code] ?? "bring.fault.damaged");
