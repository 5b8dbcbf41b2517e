export { readScorm } from "./read-scorm.ts";
export * from "../common.ts";
