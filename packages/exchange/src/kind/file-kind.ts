import { ExchangeFault } from "../fault.ts";
import { type Input, type Source, sourceOf } from "../source.ts";
import { CAPS } from "../zip/caps.ts";
import { manifestIn } from "../files/manifest-in.ts";
import { openZip, type Zip } from "../zip/open-zip.ts";

/** What a file is, by which its reader is chosen. `document` is whatever else `readDocx` says better what is wrong with. */
export type FileKind =
  | "document"
  | "markdown"
  | "gift"
  | "aiken"
  | "csv"
  | "moodle"
  | "qti"
  | "h5p"
  | "scorm"
  | "course"
  | "text";

const has = (names: readonly string[], pattern: RegExp): boolean =>
  names.some((name) => pattern.test(name));

/** So much of a list is looked at, in bytes: what it is of stands in its first resources. */
const LOOKED_AT = 2 ** 20;

/** Whether a list of a package names questions; pages have lists of the same name. */
async function namesItems(zip: Zip, list: string): Promise<boolean> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of zip.stream(list) ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LOOKED_AT) break;
  }
  return /type\s*=\s*["']imsqti_/.test(text);
}

/** Of an archive, by what lies in it: a name may say anything. */
async function archiveKind(source: Source): Promise<FileKind> {
  const zip = await openZip(source);
  const { names } = zip;
  if (names.includes("[Content_Types].xml") || names.includes("mimetype")) return "document";
  if (names.includes("h5p.json")) return "h5p";
  const list = manifestIn(names);
  if (list !== undefined) return (await namesItems(zip, list)) ? "qti" : "scorm";
  if (names.includes("manifest.json")) return "course";
  return has(names, /\.(?:md|markdown)$/i) ? "markdown" : "document";
}

const ENDINGS: Readonly<Record<string, FileKind>> = {
  md: "markdown",
  markdown: "markdown",
  gift: "gift",
  aiken: "aiken",
  csv: "csv",
  tsv: "csv",
  txt: "text",
  docx: "document",
  docm: "document",
  doc: "document",
  odt: "document",
  rtf: "document",
  pdf: "document",
  xml: "text",
};

/** What the first element of a file is, by which banks of questions are known. */
const XML =
  /^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--[^]*?-->\s*)*<(quiz|qti-assessment-item|assessmentItem)[\s>/]/;
const XML_KINDS: Readonly<Record<string, FileKind>> = { quiz: "moodle" };

/** Answers in braces, or a title in colons, as only a bank of questions has them. */
const GIFT = /^\s*::[^:\n]+::|\{\s*(?:[=~#]|T\s*[}#]|F\s*[}#]|TRUE|FALSE)[^{}]*\}/m;

/** A line for the second option, and one that says which is right. */
const AIKEN = [/^B[.)][ \t]*\S/m, /^ANSWER:[ \t]*[A-Z][ \t\r]*$/m] as const;

/** What a text holds that does not say so by its name. */
function textKind(text: string): FileKind {
  const root = XML.exec(text)?.[1];
  if (root !== undefined) return XML_KINDS[root] ?? "qti";
  if (GIFT.test(text)) return "gift";
  return AIKEN.every((line) => line.test(text)) ? "aiken" : "text";
}

/**
 * Which reader a file is for: archives by what they hold, texts by the ending of their name, those that end in `.txt` by what is in
 * them. Nothing when it is none of ours.
 * @throws ExchangeFault `file.*`, and `zip.*` when it is an archive that cannot be opened
 */
export async function fileKind(
  input: Input,
  { name, signal }: { readonly name: string; readonly signal?: AbortSignal | undefined },
): Promise<FileKind | undefined> {
  const source = await sourceOf(input, { most: CAPS.file, signal });
  const head = await source.cut(0, Math.min(2 ** 16, source.size));
  if (new TextDecoder("latin1").decode(head.subarray(0, 4)) === "PK\u0003\u0004")
    return archiveKind(source);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (["zip", "h5p"].includes(ending)) throw new ExchangeFault("zip.damaged");
  const kind = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  return kind === "text" ? textKind(new TextDecoder().decode(head)) : kind;
}
