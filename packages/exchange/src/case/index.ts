export { CASE_CODES, type CaseCode, type CaseLine } from "./codes.ts";
export { type CaseReading, readCase } from "./read-case.ts";
export { writeCase } from "./write-case.ts";
export { type ExchangeCode, ExchangeFault } from "../fault.ts";
