/**
 * Why a file could not be read at all. `file.*`: before anything was looked into. `zip.*`: the archive. `xml.*`: one of its parts.
 * All others, by what was to be read: it is sound, and not what was wanted. Codes are for sentences elsewhere: added, never renamed.
 */
export type ExchangeCode =
  | "file.empty"
  | "file.too_large"
  | "zip.truncated"
  | "zip.damaged"
  | "zip.encrypted"
  | "zip.names"
  | "zip.too_many"
  | "zip.too_large"
  | "zip.bomb"
  | "zip.unsupported"
  | "xml.malformed"
  | "xml.doctype"
  | "xml.encoding"
  | "xml.too_deep"
  | "xml.too_large"
  | "text.binary"
  | "docx.old_word"
  | "docx.encrypted"
  | "docx.pdf"
  | "docx.html"
  | "docx.rtf"
  | "docx.open_document"
  | "docx.not_word"
  | "docx.no_content"
  | "docx.too_long"
  | "xliff.not_xliff"
  | "xliff.version"
  | "xliff.languages"
  | "xliff.lesson"
  | "markdown.no_content"
  | "markdown.too_long"
  | "markdown.too_deep"
  | "questions.none"
  | "questions.too_many"
  | "csv.no_columns"
  | "case.not_case"
  | "case.broken"
  | "case.none"
  | "case.too_many"
  | "qti.not_qti"
  | "h5p.not_h5p"
  | "h5p.broken"
  | "h5p.no_content"
  | "scorm.not_scorm"
  | "scorm.broken"
  | "scorm.no_content"
  | "html.too_large"
  | "archive.foreign"
  | "archive.newer"
  | "archive.language"
  | "archive.broken";

/** What the sentence for a code is told: names and numbers, in bytes where they are sizes. */
export type Detail = Readonly<Record<string, string | number>>;

/** A file that is refused whole; what can be kept of a file that is read stands in its report instead. */
export class ExchangeFault extends Error {
  readonly code: ExchangeCode;
  readonly detail: Detail;

  constructor(code: ExchangeCode, detail: Detail = {}, options: { cause?: unknown } = {}) {
    super(code, options);
    this.name = "ExchangeFault";
    this.code = code;
    this.detail = detail;
  }
}
