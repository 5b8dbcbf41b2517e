export { readDocx } from "./read-docx.ts";
export type { DocxOptions, DocxProgress, DocxReading } from "./read-docx.ts";
export type { Place, ReportLine } from "./compose/place.ts";
export { REMARK_CODES, type RemarkCode } from "./codes.ts";
export type { What } from "./remarks.ts";
export { type ExchangeCode, ExchangeFault } from "../fault.ts";
export type { ImportedBlock, ImportedLesson, ImportedPicture } from "../imported.ts";
export type { Input } from "../source.ts";
