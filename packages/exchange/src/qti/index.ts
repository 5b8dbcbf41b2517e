export { plainName } from "../files/plain-name.ts";
export { readQti } from "./read-qti.ts";
export { type QtiWriting, writeQti } from "./write-qti.ts";
export * from "../common.ts";
