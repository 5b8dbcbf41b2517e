import { hasContent, countWords, wordsOf } from "../flow/flow.ts";
import type { Bytes } from "../flow/load-pictures.ts";
import { isOutside, nameOf } from "../files/path.ts";
import { pageOf } from "../html/flow.ts";
import { readHtml } from "../html/read-html.ts";
import { attributeOf, findAll, type HtmlNode, treeOf } from "../html/tree.ts";
import type { pacer } from "../pace.ts";
import { quoted } from "../quoted.ts";
import type { FurtherItem, FurtherRemarks } from "../reading.ts";
import { decodeText } from "../text/decode-text.ts";

export type Package = {
  readonly files: Bytes;
  readonly remarks: FurtherRemarks;
  readonly pace: ReturnType<typeof pacer>;
  readonly count: { at: number };
  readonly lists: { count: number };
  /** Pages that have been read: none is read twice. */
  readonly seen: Set<string>;
};

const isPage = (name: string): boolean => /\.(?:x?html?|php|aspx?|jsp)$/i.test(name);
/** Bytes of one page. */
const LONGEST = 4e6;
/** Fewer words beside programs are those of a player: “loading …”. */
const FEW = 15;

type Asked = { readonly title: string; readonly name: string };

/** Pages within a page, of the same package: programs that turn pages have theirs there. */
function framesOf(root: HtmlNode, name: string, { files, seen }: Package): string[] {
  const all = findAll(root, "iframe", "frame").map((frame) =>
    nameOf(attributeOf(frame, "src") ?? "", name),
  );
  return [...new Set(all)].filter(
    (each) => isPage(each) && !seen.has(each) && files.sizeOf(each) !== undefined,
  );
}

async function treeIn(name: string, { files, pace }: Package): Promise<HtmlNode | undefined> {
  if ((files.sizeOf(name) ?? 0) > LONGEST) return undefined;
  const bytes = (await files.read(name)) ?? new Uint8Array();
  if (bytes.length === 0) return undefined;
  try {
    return await treeOf(decodeText(bytes).text, pace);
  } catch (error) {
    // It calls itself a page, and is something else.
    if (error instanceof Error && "code" in error && error.code === "text.binary") return undefined;
    throw error;
  }
}

const wordsAll = (items: readonly FurtherItem[]): number =>
  items.reduce((sum, item) => {
    if (item.kind === "paragraph") return sum + countWords(wordsOf(item.content));
    return sum + (item.kind === "table" ? countWords(item.rows.flat().join(" ")) : FEW);
  }, 0);

type Unread = "page.elsewhere" | "page.missing" | "page.type" | "page.no_text";

/** Why there is no page of that name to read. */
function unreachable(name: string, { files }: Package): Unread | undefined {
  if (isOutside(name)) return "page.elsewhere";
  if (files.sizeOf(name) === undefined) return "page.missing";
  return isPage(name) ? undefined : "page.type";
}

async function readOne(
  { title, name }: Asked,
  all: Package,
): Promise<readonly FurtherItem[] | Unread> {
  const fault = unreachable(name, all);
  if (fault) return fault;
  if (all.seen.has(name)) return [];
  all.seen.add(name);
  const root = await treeIn(name, all);
  if (!root) return "page.type";
  const frames = framesOf(root, name, all);
  const isFollowed = (address: string): boolean => frames.includes(nameOf(address, name));
  const page = pageOf({ ...all, name, isFollowed });
  readHtml(root, page);
  for (const frame of frames) page.items.push(...(await readPage({ title, name: frame }, all)));
  const isPlayer = findAll(root, "script").length > 0 && wordsAll(page.items) < FEW;
  const hasPictures = page.items.some(({ pictures }) => pictures.length > 0);
  const isEmpty = isPlayer && !hasPictures && frames.length === 0;
  if (isEmpty || !hasContent(page.items)) return "page.no_text";
  return page.items;
}

/** Reads a page and those within it; nothing, and a line of the report, when there is nothing to read. */
export async function readPage(asked: Asked, all: Package): Promise<readonly FurtherItem[]> {
  const read = await readOne(asked, all);
  if (typeof read !== "string") return read;
  const title = quoted(asked.title);
  const { name } = asked;
  const detail = read === "page.elsewhere" ? { title, url: quoted(name) } : { title, name };
  all.remarks.add("skipped", read, detail);
  return [];
}
