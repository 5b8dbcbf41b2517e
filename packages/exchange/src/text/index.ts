export { type DecodedText, decodeText, type TextEncodingName } from "./decode-text.ts";
export { type ExchangeCode, ExchangeFault } from "../fault.ts";
