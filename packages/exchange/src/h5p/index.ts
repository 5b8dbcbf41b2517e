export { readH5p } from "./read-h5p.ts";
export * from "../common.ts";
