import type { RichInline } from "@twiza/contract";
import type { XmlNode } from "../xml/node.ts";
import type { Drawn } from "./drawing.ts";
import type { FlowPicture } from "../flow/flow.ts";

/** What stands in a paragraph: its words, and what hangs on to them. */
export type Inline = {
  readonly texts: RichInline[];
  readonly pictures: FlowPicture[];
  readonly boxes: XmlNode[];
};

export function hang(inline: Inline, { pictures, boxes }: Drawn): void {
  inline.pictures.push(...pictures);
  inline.boxes.push(...boxes);
}
