import { ExchangeFault } from "../fault.ts";
import type { ImportedLesson } from "../imported.ts";
import { type Input, sourceOf } from "../source.ts";
import { readWholeXml } from "../xml/read-xml.ts";
import { CAPS } from "../zip/caps.ts";
import { openZip, type Zip } from "../zip/open-zip.ts";
import { lessonsOf } from "../compose/lessons.ts";
import { compose, type ReportLineOf } from "../compose/place.ts";
import type { RemarkCode } from "./codes.ts";
import type { Context } from "./context.ts";
import { loadPictures } from "./load-pictures.ts";
import { readNotes } from "./notes.ts";
import { numberingOf } from "./numbering.ts";
import { hasContent } from "../flow/flow.ts";
import { readFlow } from "./read-flow.ts";
import { readRelations, relatedPart } from "./relations.ts";
import { remarks } from "../flow/remarks.ts";
import { checkKind } from "./sniff.ts";
import { stylesOf } from "./styles.ts";

/** How far the reading is, in unpacked bytes: first the text, then the pictures. */
export type DocxProgress = {
  readonly part: "text" | "pictures";
  readonly done: number;
  readonly total: number;
};
export type DocxOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: DocxProgress) => void;
};
export type ReportLine = ReportLineOf<RemarkCode>;
export type DocxReading = {
  /** What the document calls itself; for a course of several lessons. */
  readonly title: string | undefined;
  readonly lessons: readonly ImportedLesson[];
  readonly report: readonly ReportLine[];
};

/**
 * Reads a Word document as lessons that may be taken over: nothing is written anywhere. What could not be kept is named in the
 * report. Pauses every quarter of a megabyte, so that a page stays alive and an abort is heard.
 * @throws ExchangeFault `file.*`, `zip.*`, `xml.*`, `docx.*`; and what the signal was aborted with
 */
export async function readDocx(input: Input, options: DocxOptions = {}): Promise<DocxReading> {
  const { signal } = options;
  const source = await sourceOf(input, { most: CAPS.file, signal });
  await checkKind(source);
  const zip = await openZip(source);
  const part = await documentPart(zip, signal);
  const context = await contextOf(zip, part, signal);
  const tell = teller(zip, part, options);
  const pieces = zip.stream(part);
  if (!pieces) throw new ExchangeFault("docx.not_word");
  const items = await readFlow(pieces, context, { onBytes: tell("text"), signal });
  if (!hasContent(items)) throw new ExchangeFault("docx.no_content");
  const pictures = await loadPictures(items, { zip, context, onBytes: tell("pictures"), signal });
  // Pictures that nobody sees are not read.
  tell("pictures")(Infinity);
  const { title, lessons } = lessonsOf<never>(items, context.remarks);
  signal?.throwIfAborted();
  const { relations, remarks: told } = context;
  const pictureOf = (id: string) => pictures.get(relations.get(id)?.target ?? "");
  return { title, ...compose(lessons, { pictureOf, remarks: told }) };
}

/** Documents and templates of Word, with macros or without; no macro is looked at. */
const MAIN =
  /(?:wordprocessingml|ms-word)\.(?:document|template)(?:\.macroEnabled(?:Template)?)?\.main\+xml$/i;

/** @throws ExchangeFault `docx.open_document`, or `docx.not_word` when it is another kind of archive */
async function documentPart(zip: Zip, signal: AbortSignal | undefined): Promise<string> {
  const types = zip.stream("[Content_Types].xml");
  if (!types)
    throw new ExchangeFault(
      zip.names.includes("mimetype") ? "docx.open_document" : "docx.not_word",
    );
  const part = relatedPart(await readRelations(zip, "", signal), "officeDocument");
  const said = (await readWholeXml(types, signal)).children.flatMap((node) =>
    typeof node !== "string" && node.attributes.get("PartName") === `/${part ?? ""}`
      ? [node.attributes.get("ContentType") ?? ""]
      : [],
  );
  const isWord =
    said.length === 0 ? part?.startsWith("word/") : said.some((type) => MAIN.test(type));
  if (part === undefined || !isWord || zip.sizeOf(part) === undefined)
    throw new ExchangeFault("docx.not_word");
  return part;
}

async function contextOf(
  zip: Zip,
  part: string,
  signal: AbortSignal | undefined,
): Promise<Context> {
  const relations = await readRelations(zip, part, signal);
  const read = async (type: string) => {
    const pieces = zip.stream(relatedPart(relations, type) ?? "");
    return pieces && readWholeXml(pieces, signal);
  };
  const styles = stylesOf(await read("styles"));
  const numbering = numberingOf(await read("numbering"), styles);
  const notes = await readNotes(
    zip,
    {
      footnote: relatedPart(relations, "footnotes"),
      endnote: relatedPart(relations, "endnotes"),
      comment: relatedPart(relations, "comments"),
    },
    signal,
  );
  return { styles, numbering, relations, notes, remarks: remarks(), fields: [] };
}

/** Tells of bytes as they are read; of pictures, those that the archive holds. */
function teller(zip: Zip, part: string, { onProgress }: DocxOptions) {
  const media = zip.names.filter((name) => name.includes("/media/"));
  const totals = {
    text: zip.sizeOf(part) ?? 0,
    pictures: media.reduce((sum, name) => sum + (zip.sizeOf(name) ?? 0), 0),
  };
  return (of: DocxProgress["part"]) => {
    let done = 0;
    return (bytes: number): void => {
      done = Math.min(done + bytes, totals[of]);
      if (totals[of] > 0) onProgress?.({ part: of, done, total: totals[of] });
    };
  };
}
