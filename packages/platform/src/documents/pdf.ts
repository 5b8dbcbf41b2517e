import type { Looked } from "@twiza/core";
import { constants, inflateSync } from "node:zlib";

/** What all streams together may unfold to, in bytes: some pages that were scanned without being made smaller. */
const MOST_UNFOLDED = 64_000_000;
/** What acts by itself, sends what is filled in, or carries a file, by the names of ISO 32000. */
const ACTIVE =
  /\/(?:JavaScript|Launch|SubmitForm|ImportData|RichMedia|Rendition|EmbeddedFiles?|GoToE|XFA)(?![\w#])/;
const LOCKED = /\/Encrypt(?!\w)/;
/** Objects that lie folded in a stream, where no look at the file finds them. */
const FOLDED = /\/ObjStm(?!\w)/g;
/** Streams that begin as zlib's and break off: nobody tries a thousand of them, each of which may be long. */
const MOST_BROKEN = 8;
/** How far before its bytes the description of a stream may begin. */
const NEAR = 800;

/** Names may be written in other ways: `/J#61vaScript`. */
const plain = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/**
 * A PDF with a beginning and an end, that nobody locked and that does nothing but show pages. Looked at are all of its bytes and
 * all that its streams unfold to. Not looked at are pictures and letters themselves, where a link leads, and what lies in a
 * stream that is folded in another way than zlib's, unless it says that it holds objects.
 */
export function lookAtPdf(bytes: Uint8Array): Looked {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = plain(file.toString("latin1"));
  if (!/^%PDF-[12]\.\d/.test(text) || !/%%EOF\s*$/.test(text.slice(-1024))) return "unreadable";
  if (LOCKED.test(text)) return "locked";
  if (ACTIVE.test(text)) return "active";
  let unfolded = 0;
  let holders = 0;
  let broken = 0;
  for (const { about, data } of streamsIn(file)) {
    const content = unfoldedOf(data, MOST_UNFOLDED - unfolded);
    if (content === "too_large") return content;
    if (content === "broken") {
      broken += 1;
      if (broken > MOST_BROKEN) return "unreadable";
    }
    if (typeof content !== "object") continue;
    unfolded += content.length;
    if (ACTIVE.test(plain(content.toString("latin1")))) return "active";
    const isHolder = plain(about).search(FOLDED) >= 0;
    // Such a stream is written as differences, in which no name can be read.
    if (isHolder && /\/Predictor\s+(?:[2-9]|1\d)/.test(about)) return "unreadable";
    if (isHolder) holders += 1;
  }
  return holders < (text.match(FOLDED)?.length ?? 0)
    ? "unreadable"
    : { type: "application/pdf", bytes };
}

/** Whatever may be a stream: its bytes up to the end of the file, and what is said of them before. */
function* streamsIn(file: Buffer) {
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 1)) {
    const before = file.toString("latin1", Math.max(0, at - NEAR), at);
    if (before.endsWith("end")) continue;
    const [first, second] = file.subarray(at + 6);
    const line = first === 13 && second === 10 ? 2 : first === 10 || first === 13 ? 1 : 0;
    if (line === 0) continue;
    const about = before.slice(before.lastIndexOf("endobj") + 1);
    yield { about, data: file.subarray(at + 6 + line) };
  }
}

/** What zlib makes of it, whatever follows; nothing for what is not zlib's. */
function unfoldedOf(data: Buffer, most: number): Buffer | "too_large" | "broken" | undefined {
  const [method = 0, check = 0] = data;
  if ((method & 15) !== 8 || (method * 256 + check) % 31 !== 0) return undefined;
  try {
    return inflateSync(data, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: Math.max(1, most),
    });
  } catch (error) {
    return error instanceof RangeError ? "too_large" : "broken";
  }
}
