export { writeXliff, type NoteOf } from "./write-xliff.ts";
export { readXliff } from "./read-xliff.ts";
export type { TranslatedField, XliffLine, XliffReading } from "./read-xliff.ts";
export { withUnits } from "./with-units.ts";
export type { Keyed, Standing, TranslatedLesson } from "./lesson.ts";
export type { WrittenBlock } from "./fields.ts";
export { UNIT_CODES, type UnitCode } from "./codes.ts";
export { type ExchangeCode, ExchangeFault } from "../fault.ts";
