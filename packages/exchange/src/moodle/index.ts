export { readMoodle } from "./read-moodle.ts";
export { type MoodleWriting, writeMoodle } from "./write-moodle.ts";
export * from "../common.ts";
