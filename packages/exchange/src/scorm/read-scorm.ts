import type { ReportCode } from "../codes.ts";
import { ExchangeFault } from "../fault.ts";
import { looseFiles } from "../files/loose.ts";
import { manifestIn } from "../files/manifest-in.ts";
import { loadPictures } from "../files/pictures.ts";
import { wordsOf } from "../flow/flow.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import { shortened } from "../flow/texts.ts";
import { pacer } from "../pace.ts";
import { type FurtherDraft, type FurtherItem, type Reading, readingOf, type ReadingOptions } from "../reading.ts"; // prettier-ignore
import { type Input, sourceOf } from "../source.ts";
import { CAPS } from "../zip/caps.ts";
import { openZip } from "../zip/open-zip.ts";
import { readManifest, type ScormItem } from "./manifest.ts";
import { type Package, readPage } from "./read-page.ts";

/** Bytes of it: it names every file of the package. */
const LONGEST = 8e6;

/** Parts that are only a frame around the others are none. */
function rootsOf(items: readonly ScormItem[]): readonly ScormItem[] {
  const [only] = items;
  if (!only || items.length > 1 || only.page !== undefined) return items;
  return only.items.length > 0 ? rootsOf(only.items) : items;
}

const sameWords = (a: string, b: string): boolean =>
  a.replaceAll(/\s+/g, " ").trim().toLowerCase() === b.replaceAll(/\s+/g, " ").trim().toLowerCase();

const isHeading = (item: FurtherItem | undefined) =>
  item?.kind === "paragraph" && item.role.type === "heading" ? item : undefined;

/** Headings of a page as those of a part of a lesson; one that only repeats the title is left out. */
function placed(items: readonly FurtherItem[], title: string, level: 2 | 3): FurtherItem[] {
  const levels = items.flatMap((item) => {
    const heading = isHeading(item);
    return heading?.role.type === "heading" ? [heading.role.level] : [];
  });
  const top = Math.min(...levels);
  return items.flatMap((item, index): FurtherItem[] => {
    const heading = isHeading(item);
    if (heading?.role.type !== "heading") return [item];
    if (index < 2 && sameWords(wordsOf(heading.content), title) && item.pictures.length === 0)
      return [];
    return [{ ...heading, role: { type: "heading", level: Math.min(3, level + heading.role.level - top) } }]; // prettier-ignore
  });
}

/** The pages of a part, those of its own parts below headings of their own. */
async function itemsOf(item: ScormItem, all: Package, isTop: boolean): Promise<FurtherItem[]> {
  const { remarks, count } = all;
  count.at += 1;
  remarks.begin(count.at);
  if (!item.isVisible) {
    remarks.add("skipped", "item.skipped", { kind: "isvisible", title: item.title });
    return [];
  }
  const { title, page } = item;
  const own = page === undefined ? [] : await readPage({ title, name: page }, all);
  const items = placed(own, title, isTop ? 2 : 3);
  for (const inner of item.items) {
    const at = all.count.at;
    const below = await itemsOf(inner, all, false);
    if (below.length === 0) continue;
    if (inner.title !== "")
      items.push({
        kind: "paragraph",
        at,
        role: { type: "heading", level: 2 },
        content: [{ type: "text", text: inner.title }],
        pictures: [],
      });
    items.push(...below);
  }
  return items;
}

/**
 * Reads a package of SCORM 1.2 or 2004 as lessons: each part at the top of its tree is one, made of the text, tables, lists and
 * pictures of its pages. Programs in it are never run; what only they show is named in the report.
 * @throws ExchangeFault `file.*`, `zip.*`, `xml.*`, `scorm.*`, `html.too_large`; and what the signal was aborted with
 */
export async function readScorm(input: Input, options: ReadingOptions = {}): Promise<Reading> {
  const { signal, onProgress } = options;
  const zip = await openZip(await sourceOf(input, { most: CAPS.file, signal }));
  const name = manifestIn(zip.names);
  if (name === undefined) throw new ExchangeFault("scorm.not_scorm");
  if ((zip.sizeOf(name) ?? 0) > LONGEST) throw new ExchangeFault("scorm.broken", { most: LONGEST });
  const manifest = await readManifest((await zip.read(name)) ?? new Uint8Array(), name, signal);
  const remarks = newRemarks<ReportCode>();
  const pace = pacer(signal);
  const files = looseFiles(zip);
  const all: Package = { files, remarks, pace, count: { at: 1 }, lists: { count: 0 }, seen: new Set() }; // prettier-ignore
  if (manifest.isTracked) remarks.add("skipped", "tracking.dropped");
  const lessons: FurtherDraft[] = [];
  const roots = rootsOf(manifest.items);
  for (const [index, item] of roots.entries()) {
    const at = all.count.at + 1;
    const items = await itemsOf(item, all, true);
    remarks.end(item.title);
    if (items.length > 0) lessons.push({ title: shortened(item.title, 200), at, items });
    onProgress?.({ done: index + 1, total: roots.length });
  }
  if (lessons.length === 0) throw new ExchangeFault("scorm.no_content", { pages: all.seen.size });
  const everything = lessons.flatMap(({ items }) => items);
  const pictures = await loadPictures(everything, { files, remarks, pace });
  return readingOf({ title: manifest.title, lessons, remarks, pictures });
}
