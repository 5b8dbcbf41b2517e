import type { RichInline } from "@twiza/contract";
import type { XmlNode } from "../xml/node.ts";
import type { Drawn } from "./drawing.ts";
import type { FlowPicture } from "./flow.ts";
import type { Mark } from "./marks.ts";

/** What stands in a paragraph: its words, and what hangs on to them. */
export type Inline = {
  readonly texts: RichInline[];
  readonly pictures: FlowPicture[];
  readonly boxes: XmlNode[];
};

/** Adds words to a paragraph; neighbours that look the same are one text. */
export function write(inline: Inline, text: string, marks: readonly Mark[]): void {
  const last = inline.texts.at(-1);
  if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text;
  else inline.texts.push({ type: "text", text, ...(marks.length > 0 && { marks: [...marks] }) });
}

export function hang(inline: Inline, { pictures, boxes }: Drawn): void {
  inline.pictures.push(...pictures);
  inline.boxes.push(...boxes);
}
