import { ExchangeFault } from "../fault.ts";

/** The label of the encoding that the first bytes show; UTF-8 where they show none. */
function labelOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}

/** Bytes of an XML file as characters, piece by piece; no piece ends it. */
export function xmlDecoder(): (piece?: Uint8Array) => string {
  let decoder: TextDecoder | undefined;
  return (piece) => {
    decoder ??= new TextDecoder(piece ? labelOf(piece) : "utf-8", { fatal: true });
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new ExchangeFault("xml.encoding", {}, { cause });
    }
  };
}

/** @throws ExchangeFault `xml.encoding` when a file says of itself that it is written otherwise */
export function checkEncoding(said: string | undefined): void {
  if (said !== undefined && !/^utf-?(8|16)$/i.test(said))
    throw new ExchangeFault("xml.encoding", { encoding: said });
}
