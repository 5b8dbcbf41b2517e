import type { ReportCode } from "../codes.ts";
import { ExchangeFault } from "../fault.ts";
import { loadPictures } from "../files/pictures.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import { cleanText, shortened } from "../flow/texts.ts";
import { pacer } from "../pace.ts";
import { type FurtherDraft, type FurtherItem, type Reading, readingOf, type ReadingOptions } from "../reading.ts"; // prettier-ignore
import { type Input, sourceOf } from "../source.ts";
import { CAPS } from "../zip/caps.ts";
import { openZip, type Zip } from "../zip/open-zip.ts";
import { begin, type Content, itemsOf, wordsOf } from "./content.ts";
import { isRecord, type Json, listAt, textAt } from "./json.ts";
import { kindOf, type Part, partOf, readPart } from "./libraries.ts";

/** Bytes of one JSON file, and how many parts a package may have. */
const [LONGEST, MOST] = [16e6, 5000];

/** @throws ExchangeFault `h5p.not_h5p` when it is not there, `h5p.broken` when it is none */
async function jsonOf(zip: Zip, name: string): Promise<Json> {
  const size = zip.sizeOf(name);
  if (size === undefined) throw new ExchangeFault("h5p.not_h5p");
  if (size > LONGEST) throw new ExchangeFault("h5p.broken", { name, most: LONGEST });
  const bytes = (await zip.read(name)) ?? new Uint8Array();
  try {
    const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isRecord(json)) return json;
  } catch (cause) {
    throw new ExchangeFault("h5p.broken", { name }, { cause });
  }
  throw new ExchangeFault("h5p.broken", { name });
}

type Chapter = { readonly title: string; readonly read: () => Promise<FurtherItem[]> };

/** The lessons of a package: the chapters of a book, or all of it. */
function chaptersOf(main: Part, content: Content): Chapter[] {
  if (kindOf(main.library) !== "InteractiveBook")
    return [{ title: main.title, read: () => readPart(main, content) }];
  const cover = textAt(main.params, "bookCover", "coverDescription");
  const before: Chapter[] =
    cover === "" ? [] : [{ title: main.title, read: () => itemsOf(cover, content) }];
  const chapters = listAt(main.params, "chapters").map((value) => {
    const part = partOf(value);
    return { title: part.title, read: () => readPart(part, content) };
  });
  return [...before, ...chapters];
}

/**
 * Reads a package of H5P as lessons of our own blocks: texts, pictures, tables, and questions with one, several or two answers, alone or
 * in sets, columns, accordions, presentations and books. Everything else in it is named in the report, part by part; nothing is run.
 * @throws ExchangeFault `file.*`, `zip.*`, `h5p.*`, `html.too_large`; and what the signal was aborted with
 */
export async function readH5p(input: Input, options: ReadingOptions = {}): Promise<Reading> {
  const { signal, onProgress } = options;
  const zip = await openZip(await sourceOf(input, { most: CAPS.file, signal }));
  const about = await jsonOf(zip, "h5p.json");
  const library = textAt(about, "mainLibrary");
  if (library === "") throw new ExchangeFault("h5p.not_h5p");
  const params = await jsonOf(zip, "content/content.json");
  const remarks = newRemarks<ReportCode>();
  const pace = pacer(signal);
  const content: Content = { remarks, pace, count: { at: 1 }, lists: { count: 0 }, left: { count: MOST } }; // prettier-ignore
  const name = cleanText(await wordsOf(textAt(about, "title"), content));
  const main: Part = { library, params, title: shortened(name, 200) };
  const lessons: FurtherDraft[] = [];
  const chapters = chaptersOf(main, content);
  for (const [index, { title, read }] of chapters.entries()) {
    const at = begin(content);
    const items = await read();
    const own = cleanText(await wordsOf(title, content)).replaceAll(/\s+/g, " ");
    if (items.length > 0) lessons.push({ title: shortened(own, 200), at, items });
    onProgress?.({ done: index + 1, total: chapters.length });
  }
  if (lessons.length === 0) throw new ExchangeFault("h5p.no_content", { library: kindOf(library) });
  const everything = lessons.flatMap(({ items }) => items);
  const pictures = await loadPictures(everything, { files: zip, remarks, pace });
  return readingOf({ title: main.title || undefined, lessons, remarks, pictures });
}
