import { ExchangeFault } from "../fault.ts";
import type { Source } from "../source.ts";

const ascii = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** So much of an old container is searched for the name of its stream. */
const WINDOW = 2 ** 20;

/**
 * Lets pass what begins as an archive does; says of everything else what it is, whatever its name says.
 * @throws ExchangeFault `docx.old_word`, `docx.encrypted`, `docx.pdf`, `docx.rtf`, `docx.html`, `docx.not_word`
 */
export async function checkKind(source: Source): Promise<void> {
  const bytes = await source.cut(0, Math.min(1024, source.size));
  const head = ascii(bytes);
  if (head.startsWith("PK\u0003\u0004")) return;
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0"))
    throw new ExchangeFault((await isEncrypted(source)) ? "docx.encrypted" : "docx.old_word");
  const text = head.replace(/^\u00EF\u00BB\u00BF/, "").trimStart();
  if (text.startsWith("%PDF-")) throw new ExchangeFault("docx.pdf");
  if (text.startsWith("{\\rtf")) throw new ExchangeFault("docx.rtf");
  // Word also writes pages for the web, alone or as a letter with all their parts.
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text))
    throw new ExchangeFault("docx.html");
  if (/^MIME-Version:/i.test(text)) throw new ExchangeFault("docx.html");
  throw new ExchangeFault("docx.not_word");
}

/** Word puts an encrypted document into the container of its old ones, under this name in UTF-16. */
async function isEncrypted(source: Source): Promise<boolean> {
  const name = Array.from("EncryptedPackage", (letter) => `${letter}\0`).join("");
  for (let from = 0; from < source.size; from += WINDOW) {
    const bytes = await source.cut(from, Math.min(source.size, from + WINDOW + name.length));
    if (ascii(bytes).includes(name)) return true;
  }
  return false;
}
