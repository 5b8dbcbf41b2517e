export { readDocx } from "./read-docx.ts";
export type { DocxOptions, DocxProgress, DocxReading, ReportLine } from "./read-docx.ts";
export type { Place } from "../compose/place.ts";
export { REMARK_CODES, type RemarkCode } from "./codes.ts";
export type { What } from "../flow/remarks.ts";
export { type ExchangeCode, ExchangeFault } from "../fault.ts";
export type { ImportedBlock, ImportedLesson, ImportedPicture } from "../imported.ts";
export type { Input } from "../source.ts";
