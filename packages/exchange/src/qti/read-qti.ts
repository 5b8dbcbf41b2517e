import type { ReportCode } from "../codes.ts";
import { ExchangeFault } from "../fault.ts";
import { looseFiles } from "../files/loose.ts";
import { loadPictures, NO_FILES } from "../files/pictures.ts";
import type { Bytes } from "../flow/load-pictures.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import { pacer } from "../pace.ts";
import { quoted } from "../quoted.ts";
import { type FurtherItem, type FurtherRemarks, type Reading, readingOf, type ReadingOptions } from "../reading.ts"; // prettier-ignore
import { type Input, type Source, sourceOf } from "../source.ts";
import { piecesOf } from "../xml/pieces.ts";
import { readWholeXml } from "../xml/read-xml.ts";
import { CAPS } from "../zip/caps.ts";
import { openZip } from "../zip/open-zip.ts";
import { declarationsOf } from "./declarations.ts";
import { readItem } from "./item.ts";
import { itemsOf } from "./package.ts";
import { qtiTree } from "./tree.ts";

type Pieces = AsyncIterable<Uint8Array>;
/** An item by the name of its file. */
type Entry = { readonly name: string; readonly pieces: () => Pieces | undefined };
type Work = { readonly remarks: FurtherRemarks; readonly files: Bytes; readonly signal: AbortSignal | undefined }; // prettier-ignore

async function filesOf(source: Source, signal: AbortSignal | undefined) {
  const head = await source.cut(0, Math.min(4, source.size));
  if (new TextDecoder("latin1").decode(head) !== "PK\u0003\u0004")
    return { files: NO_FILES, entries: [{ name: "", pieces: () => piecesOf(source) }] };
  const zip = await openZip(source);
  const names = await itemsOf(zip, signal);
  const entries = names.map((name): Entry => ({ name, pieces: () => zip.stream(name) }));
  return { files: looseFiles(zip), entries };
}

/** One item; what is wrong with its file costs itself, and what is wrong with the archive everything. */
async function readEntry({ name, pieces }: Entry, at: number, { remarks, files, signal }: Work) {
  const broken = (): { items: FurtherItem[]; words: string } => {
    remarks.add("skipped", "question.broken", { words: quoted(name) });
    return { items: [], words: name };
  };
  const all = pieces();
  if (!all) return broken();
  try {
    const item = qtiTree(await readWholeXml(all, signal));
    if (item.name !== "qti-assessment-item") {
      if (name === "") throw new ExchangeFault("qti.not_qti");
      return broken();
    }
    return await readItem({ item, declared: declarationsOf(item), remarks, at, name, files });
  } catch (error) {
    const isOwn = error instanceof ExchangeFault && /^(?:xml|html)\./.test(error.code);
    if (!isOwn || name === "") throw error;
    return broken();
  }
}

/**
 * Reads questions of QTI 3 (and 2), a package of items with their pictures or one item, as a lesson of questions of practice. What an
 * item asks for that is not ours is told by its title, and the others come in; nothing in it is run.
 * @throws ExchangeFault `file.*`, `zip.*`, `xml.*`, `qti.not_qti`, `questions.*`; and what the signal was aborted with
 */
export async function readQti(input: Input, options: ReadingOptions = {}): Promise<Reading> {
  const { signal, onProgress } = options;
  const source = await sourceOf(input, { most: CAPS.file, signal });
  const { files, entries } = await filesOf(source, signal);
  const remarks = newRemarks<ReportCode>();
  const pace = pacer(signal);
  const items: FurtherItem[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = index + 1;
    remarks.begin(at);
    const read = await readEntry(entry, at, { remarks, files, signal });
    remarks.end(read.words);
    items.push(...read.items);
    await pace(1000);
    onProgress?.({ done: at, total: entries.length });
  }
  const pictures = await loadPictures(items, { files, remarks, pace });
  const lessons = items.length > 0 ? [{ title: "", at: 1, items }] : [];
  if (lessons.length === 0 && remarks.all().length === 0) throw new ExchangeFault("questions.none");
  return readingOf({ title: undefined, lessons, remarks, pictures });
}
