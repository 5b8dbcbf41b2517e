import { find, findAll, type XmlNode } from "../xml/node.ts";
import type { Context } from "./context.ts";
import type { FlowPicture } from "../flow/flow.ts";
import { quoted } from "../quoted.ts";
import { wordsIn } from "./words-in.ts";

export type Drawn = { readonly pictures: FlowPicture[]; readonly boxes: XmlNode[] };

const NOTHING: Drawn = { pictures: [], boxes: [] };

/** Pictures and text boxes of a drawing, in the way of today (DrawingML). */
export function readDrawing(drawing: XmlNode, { remarks }: Context): Drawn {
  const boxes = findAll(drawing, "w:txbxContent");
  const properties = findAll(drawing, "wp:docPr")[0]?.attributes;
  const alt = (properties?.get("descr") ?? "").trim() || (properties?.get("title") ?? "").trim();
  const pictures = findAll(drawing, "a:blip").flatMap(({ attributes }): FlowPicture[] => {
    const relation = attributes.get("r:embed") ?? attributes.get("r:link");
    return relation === undefined ? [] : [{ relation, alt }];
  });
  if (boxes.length === 0 && pictures.length === 0) {
    const words = quoted([alt, wordsIn(drawing)].filter(Boolean).join(" "));
    remarks.add("skipped", "drawing.skipped", { words });
  }
  return { pictures, boxes };
}

/** The same in the way of old (VML), in which some programs still write. A line across the page is neither. */
export function readOldPicture(picture: XmlNode, { remarks }: Context): Drawn {
  const shapes = ["v:shape", "v:rect", "v:roundrect"].flatMap((name) => findAll(picture, name));
  const alt = (shapes[0]?.attributes.get("alt") ?? "").trim();
  const pictures = findAll(picture, "v:imagedata").flatMap(({ attributes }): FlowPicture[] => {
    const relation = attributes.get("r:id");
    return relation === undefined ? [] : [{ relation, alt }];
  });
  const boxes = findAll(picture, "w:txbxContent");
  const isRule = shapes.some(({ attributes }) => attributes.get("o:hr") === "t");
  if (boxes.length === 0 && pictures.length === 0 && !isRule)
    remarks.add("skipped", "drawing.skipped", { words: quoted(alt) });
  return { pictures, boxes };
}

/** Of two ways to say the same, the one of today; the other one repeats it. */
export const choiceOf = (alternatives: XmlNode): XmlNode | undefined =>
  find(alternatives, "mc:Choice") ?? find(alternatives, "mc:Fallback");

/** A sheet, a formula of old, a recording: what it shows of itself is only a picture of its frame. */
export function skipObject(object: XmlNode, { remarks }: Context): Drawn {
  const program = findAll(object, "o:OLEObject")[0]?.attributes.get("ProgID") ?? "";
  remarks.add("skipped", "object.skipped", { program });
  return NOTHING;
}
