import type { Definition, Root } from "mdast";
import { type Draft, lessonsOf } from "../compose/lessons.ts";
import { ExchangeFault } from "../fault.ts";
import { loadPictures, NO_FILES } from "../files/pictures.ts";
import { withRecordings } from "../files/recordings.ts";
import { hasContent } from "../flow/flow.ts";
import type { Bytes } from "../flow/load-pictures.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import type { ReportCode } from "../codes.ts";
import type { FurtherBlock } from "../imported.ts";
import { pacer } from "../pace.ts";
import { type FurtherItem, type FurtherRemarks, type Reading, readingOf, type ReadingOptions } from "../reading.ts"; // prettier-ignore
import type { Input } from "../source.ts";
import { textOf } from "../text-input.ts";
import { frontMatterOf } from "./front-matter.ts";
import { isHeading, isTitle, leveled } from "./levels.ts";
import { parseTree } from "./parse.ts";
import { readBlock } from "./read-blocks.ts";
import { sectionsOf } from "./sections.ts";

/** Bytes of a text; its characters are counted later. */
const LONGEST = 8e6;

export type MarkdownOptions = ReadingOptions & {
  /** Where pictures and recordings are found by their names, when they lie beside the text. */
  readonly files?: Bytes;
  /** What the text itself is called there: pictures are named from where it lies. */
  readonly name?: string;
};

/**
 * Reads Markdown as lessons that may be taken over: each heading of the first level begins one, or of the second where there is only
 * one of the first. What we wrote ourselves comes back block by block; of other texts, blocks are made that fit a phone.
 * @throws ExchangeFault `file.*`, `text.binary`, `markdown.*`; and what the signal was aborted with
 */
export async function readMarkdown(
  input: string | Input,
  options: MarkdownOptions = {},
): Promise<Reading> {
  const { signal, files = NO_FILES } = options;
  const front = frontMatterOf(await textOf(input, { most: LONGEST, signal }));
  const remarks = newRemarks<ReportCode>();
  if (front.others.length > 0)
    remarks.add("skipped", "front_matter.skipped", {
      names: front.others.join(", ").slice(0, 200),
    });
  const read = await itemsOf(front.text, { remarks, isOurs: front.isOurs, options });
  if (!hasContent(read)) throw new ExchangeFault("markdown.no_content");
  const items = await withRecordings(leveled(read, front.isOurs), files, remarks);
  const pictures = await loadPictures(items, { files, remarks, pace: pacer(signal) });
  const { title, lessons } = lessonsIn(items, front.title, remarks);
  return readingOf({
    title: front.course ?? title,
    lessons,
    remarks,
    pictures,
    isCut: front.isOurs,
  });
}

type Scope = {
  readonly remarks: FurtherRemarks;
  readonly isOurs: boolean;
  readonly options: MarkdownOptions;
};

async function itemsOf(text: string, { remarks, isOurs, options }: Scope): Promise<FurtherItem[]> {
  const pace = pacer(options.signal);
  const items: FurtherItem[] = [];
  const lists = { count: 0 };
  let done = 0;
  for (const section of sectionsOf(text)) {
    const tree = parseTree(section.text);
    const context = { remarks, isOurs, definitions: definitionsOf(tree), file: options.name ?? "" };
    for (const node of tree.children)
      readBlock({ context, items, line: section.line, lists, read: readBlock }, node);
    done += section.text.length;
    options.onProgress?.({ done: Math.min(done, text.length), total: text.length });
    await pace(section.text.length);
  }
  return items;
}

const definitionsOf = ({ children }: Root): ReadonlyMap<string, Definition> =>
  new Map(
    children
      .filter((node): node is Definition => node.type === "definition")
      .map((definition) => [definition.identifier, definition]),
  );

/** What stands above the text names the course, or the lesson where it is one and has no name of its own. */
function lessonsIn(
  items: readonly FurtherItem[],
  name: string | undefined,
  remarks: FurtherRemarks,
): { title: string | undefined; lessons: readonly Draft<FurtherBlock>[] } {
  const ones = items.filter((item) => isHeading(item, 1));
  const titled: FurtherItem[] =
    name !== undefined && ones.length !== 1 && !items.some(isTitle)
      ? [
          {
            kind: "paragraph",
            at: 1,
            role: { type: "title" },
            content: [{ type: "text", text: name }],
            pictures: [],
          },
          ...items,
        ]
      : [...items];
  const { title, lessons } = lessonsOf(titled, remarks);
  return { title: name ?? title, lessons };
}
