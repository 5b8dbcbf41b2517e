import { ExchangeFault } from "../fault.ts";
import { type Input, type Source, sourceOf } from "../source.ts";
import { CAPS } from "../zip/caps.ts";
import { openZip } from "../zip/open-zip.ts";

/** What a file is, by which its reader is chosen. `document` is whatever else `readDocx` says better what is wrong with. */
export type FileKind =
  "document" | "markdown" | "gift" | "csv" | "h5p" | "scorm" | "course" | "text";

const has = (names: readonly string[], pattern: RegExp): boolean =>
  names.some((name) => pattern.test(name));

/** Of an archive, by what lies in it: a name may say anything. */
async function archiveKind(source: Source): Promise<FileKind> {
  const { names } = await openZip(source);
  if (names.includes("[Content_Types].xml") || names.includes("mimetype")) return "document";
  if (names.includes("h5p.json")) return "h5p";
  if (has(names, /(?:^|\/)imsmanifest\.xml$/)) return "scorm";
  if (names.includes("manifest.json")) return "course";
  return has(names, /\.(?:md|markdown)$/i) ? "markdown" : "document";
}

const ENDINGS: Readonly<Record<string, FileKind>> = {
  md: "markdown",
  markdown: "markdown",
  gift: "gift",
  csv: "csv",
  tsv: "csv",
  txt: "text",
  docx: "document",
  docm: "document",
  doc: "document",
  odt: "document",
  rtf: "document",
  pdf: "document",
};

/** Answers in braces, or a title in colons, as only a bank of questions has them. */
const GIFT = /^\s*::[^:\n]+::|\{\s*(?:[=~#]|T\s*[}#]|F\s*[}#]|TRUE|FALSE)[^{}]*\}/m;

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
  return kind === "text" && GIFT.test(new TextDecoder().decode(head)) ? "gift" : kind;
}
