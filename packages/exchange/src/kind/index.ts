export { type FileKind, fileKind } from "./file-kind.ts";
export { type ExchangeCode, ExchangeFault } from "../fault.ts";
