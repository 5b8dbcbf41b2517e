import type { RichInline } from "@twiza/contract";
import { type FlowPicture, type Role, wordsOf } from "../flow/flow.ts";
import { cleanText, type Mark, trimmed, write } from "../flow/texts.ts";
import type { FurtherItem, FurtherRemarks } from "../reading.ts";

const BODY: Role = { type: "body" };

/** A page as it is read: what is finished, and the paragraph that is still growing. */
export type Page = {
  readonly remarks: FurtherRemarks;
  /** Its name in the package, from which others are named. */
  readonly name: string;
  readonly items: FurtherItem[];
  /** Counts paragraphs and tables from 1, through everything that is read together. */
  readonly count: { at: number };
  readonly lists: { count: number };
  texts: RichInline[];
  pictures: FlowPicture[];
  /** Whether a page within this one is read by itself, by its address here. */
  readonly isFollowed?: ((address: string) => boolean) | undefined;
};

export const pageOf = (
  page: Pick<Page, "remarks" | "name" | "count" | "lists" | "isFollowed">,
): Page => ({
  isFollowed: page.isFollowed,
  remarks: page.remarks,
  name: page.name,
  count: page.count,
  lists: page.lists,
  items: [],
  texts: [],
  pictures: [],
});

/** Adds words to the paragraph that grows. Outside of `pre`, any white space is one space, and none begins a line. */
export function put(page: Page, text: string, marks: readonly Mark[], isKept = false): void {
  const clean = cleanText(text);
  const before = page.texts.at(-1)?.text ?? "";
  const folded = isKept ? clean : clean.replaceAll(/[ \t\n\r\f]+/g, " ");
  const isBegun = before !== "" && !/[ \n]$/.test(before);
  const words = isBegun || isKept ? folded : folded.replace(/^ /, "");
  if (words !== "") write(page.texts, words, marks);
}

/** Ends the paragraph that grows, if there is one; answers whether there was. */
export function flush(page: Page, role: Role = BODY): boolean {
  const content = trimmed(page.texts);
  const { pictures, remarks, count } = page;
  page.texts = [];
  page.pictures = [];
  if (content.length === 0 && pictures.length === 0) return false;
  page.items.push({ kind: "paragraph", at: count.at, role, content, pictures });
  remarks.end(wordsOf(content));
  nextPlace(page);
  return true;
}

/** What is read from here on stands at the next place. */
export function nextPlace({ count, remarks }: Page): void {
  count.at += 1;
  remarks.begin(count.at);
}
