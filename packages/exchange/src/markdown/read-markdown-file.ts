import { ExchangeFault } from "../fault.ts";
import { looseFiles } from "../files/loose.ts";
import type { Reading, ReadingOptions } from "../reading.ts";
import { type Input, sourceOf } from "../source.ts";
import { CAPS } from "../zip/caps.ts";
import { openZip } from "../zip/open-zip.ts";
import { CHECKLISTS } from "./pack-markdown.ts";
import { readMarkdown } from "./read-markdown.ts";

const isText = (name: string): boolean =>
  /\.(?:md|markdown)$/i.test(name) &&
  !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name) &&
  !name.startsWith(CHECKLISTS);

/** Texts in the order in which a person numbers them: 2 before 10. */
const inOrder = (names: readonly string[]): string[] =>
  names.toSorted(new Intl.Collator("en", { numeric: true }).compare);

/**
 * Reads a Markdown file, or an archive of some with their pictures beside them, in the order of their names.
 * @throws ExchangeFault `file.*`, `zip.*`, `text.binary`, `markdown.*`; and what the signal was aborted with
 */
export async function readMarkdownFile(
  input: Input,
  options: ReadingOptions = {},
): Promise<Reading> {
  const source = await sourceOf(input, { most: CAPS.file, signal: options.signal });
  const head = await source.cut(0, Math.min(4, source.size));
  const isArchive = new TextDecoder("latin1").decode(head) === "PK\u0003\u0004";
  if (!isArchive) return readMarkdown(await source.cut(0, source.size), options);
  const zip = await openZip(source);
  const names = inOrder(zip.names.filter(isText));
  if (names.length === 0) throw new ExchangeFault("markdown.no_content");
  const files = looseFiles(zip);
  const readings: Reading[] = [];
  for (const name of names) {
    const bytes = (await zip.read(name)) ?? new Uint8Array();
    const reading = await readMarkdown(bytes, { ...options, files, name }).catch(unlessEmpty);
    if (reading) readings.push(reading);
  }
  if (readings.length === 0) throw new ExchangeFault("markdown.no_content");
  return joined(readings);
}

/** Among others a text may be empty: a lesson that somebody has only begun. */
function unlessEmpty(fault: unknown): undefined {
  if (fault instanceof ExchangeFault && ["markdown.no_content", "file.empty"].includes(fault.code))
    return undefined;
  throw fault;
}

/** Several texts as one, called as all of them are: places tell the lesson that they are in now. */
function joined(readings: readonly Reading[]): Reading {
  const [first] = readings;
  if (first && readings.length === 1) return first;
  let before = 0;
  const report = readings.flatMap(({ lessons, report: lines }) => {
    const from = before;
    before += lessons.length;
    return lines.map((line) => ({
      ...line,
      where: { ...line.where, lesson: line.where.lesson + from },
    }));
  });
  const [title, ...others] = new Set(readings.map((reading) => reading.title));
  return {
    title: others.length === 0 ? title : undefined,
    lessons: readings.flatMap(({ lessons }) => lessons),
    report,
  };
}
