import type { RichText } from "@twiza/contract";
import { plainTextOf } from "../compose/rich-text.ts";
import type { FlowPicture } from "../flow/flow.ts";
import { nameOf } from "../files/path.ts";
import { pageOf } from "../html/flow.ts";
import { insideHtml } from "../html/inside.ts";
import { readHtml } from "../html/read-html.ts";
import { treeOf } from "../html/tree.ts";
import type { pacer } from "../pace.ts";
import type { FurtherItem, FurtherRemarks } from "../reading.ts";
import { textAt } from "./json.ts";

/** Where files of the content are named from. */
export const CONTENT = "content/content.json";

/** What it takes to read a package, and where the reading is. */
export type Content = {
  readonly remarks: FurtherRemarks;
  readonly pace: ReturnType<typeof pacer>;
  readonly count: { at: number };
  readonly lists: { count: number };
  /** How many parts may still be read. */
  readonly left: { count: number };
};

/** A text of H5P, which is HTML, as it would stand anywhere. Its headings stand within a lesson. */
export async function itemsOf(html: string, content: Content): Promise<FurtherItem[]> {
  const page = pageOf({ ...content, name: CONTENT });
  readHtml(await treeOf(html, content.pace), page);
  return page.items.map((item): FurtherItem => {
    if (item.kind !== "paragraph" || item.role.type !== "heading") return item;
    return { ...item, role: { type: "heading", level: Math.max(2, Math.min(3, item.role.level)) } };
  });
}

type Inside = {
  readonly doc: RichText | undefined;
  readonly pictures: readonly FlowPicture[];
  readonly after: readonly FurtherItem[];
};

/** A text of H5P inside a block. */
export async function docOf(html: string, content: Content): Promise<Inside> {
  const { remarks, pace, count } = content;
  const inside = await insideHtml(html, { remarks, pace, at: count.at, name: CONTENT });
  const { docs, pictures, after } = inside;
  return { doc: docs.length === 1 ? docs[0] : undefined, pictures, after };
}

/** The same without marks. */
export async function wordsOf(html: string, content: Content): Promise<string> {
  if (html === "") return "";
  const { doc, pictures } = await docOf(html, content);
  for (const { relation } of pictures)
    content.remarks.add("skipped", "picture.missing", { name: relation });
  return doc ? plainTextOf(doc) : "";
}

/** Begins the next place of the package. */
export function begin({ count, remarks }: Content): number {
  count.at += 1;
  remarks.begin(count.at);
  return count.at;
}

export function heading(words: string, level: 2 | 3, content: Content): FurtherItem[] {
  if (words.trim() === "") return [];
  const at = begin(content);
  content.remarks.end(words);
  return [
    {
      kind: "paragraph",
      at,
      role: { type: "heading", level },
      content: [{ type: "text", text: words.trim() }],
      pictures: [],
    },
  ];
}

/** A picture by itself, as H5P keeps it: `file.path` lies in the folder of the content. */
export function pictureOf(params: unknown, content: Content): FurtherItem[] {
  const path = textAt(params, "file", "path").replace(/#tmp$/, "");
  if (path === "") return [];
  const at = begin(content);
  const picture = { relation: nameOf(path, CONTENT), alt: textAt(params, "alt") };
  const role = { type: "body" } as const;
  return [{ kind: "paragraph", at, role, content: [], pictures: [picture] }];
}
