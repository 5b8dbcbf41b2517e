export { writeArchive } from "./write-archive.ts";
export { readArchive } from "./read-archive.ts";
export { plainName } from "../files/plain-name.ts";
export { writtenWords, type WrittenWords } from "./words.ts";
export type { ArchivedCourse, ArchivedLesson, ArchivedMedia } from "./course.ts";
export { type ExchangeCode, ExchangeFault } from "../fault.ts";
