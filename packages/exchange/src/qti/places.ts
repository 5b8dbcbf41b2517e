import { SPOT_SCALE } from "@twiza/contract/marking";
import { nameOf } from "../files/path.ts";
import { pictureSize } from "../files/picture-size.ts";
import { attributeOf, findAll, type HtmlNode } from "../html/tree.ts";
import type { Context } from "./context.ts";

type Size = { readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

/** How large a picture is shown, or how large it is. */
export async function sizeOf(img: HtmlNode, { files, name }: Context): Promise<Size | undefined> {
  const [width = 0, height = 0] = ["width", "height"].map((side) => Number.parseFloat(attributeOf(img, side) ?? "")); // prettier-ignore
  if (width > 0 && height > 0) return { width, height };
  const bytes = await files.read(nameOf(attributeOf(img, "src") ?? "", name));
  return bytes && pictureSize(bytes);
}

/** The middle of an area, in points of the picture. */
function middleOf(shape: string, coords: readonly number[], size: Size): Point | undefined {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = coords;
  if (shape === "default") return { x: size.width / 2, y: size.height / 2 };
  if (shape === "circle" || shape === "ellipse") return { x: a, y: b };
  if (shape === "rect") return { x: (a + c) / 2, y: (b + d) / 2 };
  if (shape !== "poly" || coords.length < 6) return undefined;
  const corners = coords.length >> 1;
  const sum = (from: number): number =>
    coords.filter((_, at) => at % 2 === from && at < corners * 2).reduce((all, each) => all + each, 0); // prettier-ignore
  return { x: sum(0) / corners, y: sum(1) / corners };
}

const thousandths = (part: number, whole: number): number =>
  Math.round((part * SPOT_SCALE) / whole);

/** Where a place lies, in thousandths of its picture; exactly as we wrote it, unless somebody has moved it since. */
export function spotOf(node: HtmlNode, size: Size): Point | undefined {
  const numbers = (name: string): number[] =>
    (attributeOf(node, name) ?? "")
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
  const middle = middleOf(attributeOf(node, "shape") ?? "", numbers("coords"), size);
  if (!middle) return undefined;
  const spot = { x: thousandths(middle.x, size.width), y: thousandths(middle.y, size.height) };
  if (![spot.x, spot.y].every((part) => part >= 0 && part <= SPOT_SCALE)) return undefined;
  const [x = -1, y = -1] = numbers("data-spot");
  const isSame = pointsOf({ x, y }, size).every((point, at) => point === Math.round([middle.x, middle.y][at] ?? -1)); // prettier-ignore
  return isSame ? { x, y } : spot;
}

/** A place in points of its picture. */
export const pointsOf = ({ x, y }: Point, { width, height }: Size): readonly number[] =>
  [x * width, y * height].map((part) => Math.round(part / SPOT_SCALE));

/** Whether it is a place that somebody drew, of which only the middle is kept. */
export const isArea = (node: HtmlNode): boolean => attributeOf(node, "data-spot") === undefined;

export const pictureIn = (interaction: HtmlNode): HtmlNode | undefined =>
  findAll(interaction, "img")[0];
