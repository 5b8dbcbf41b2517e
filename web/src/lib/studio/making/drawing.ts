import { MEDIA_LIMITS } from "@twiza/contract/media-limits";
import { type Parcel, reduced } from "../../media/reduce.ts";

/** Width and height of a drawing: as it says, or else as its view is; nothing for what is no drawing. */
function sidesOf(root: Element): readonly [number, number] | undefined {
  const own = [root.getAttribute("width"), root.getAttribute("height")].map(Number);
  const view = (root.getAttribute("viewBox") ?? "").trim().split(/[\s,]+/);
  const pair = own.every((side) => side > 0) ? own : view.slice(2, 4).map(Number);
  const [width = 0, height = 0] = pair;
  return width > 0 && height > 0 ? [width, height] : undefined;
}

/** The drawing as large as a picture here may be: without sides of its own, browsers differ about how large it is. */
function enlarged(text: string) {
  const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
  const sides = root.localName === "svg" ? sidesOf(root) : undefined;
  if (!sides) return undefined;
  const scale = MEDIA_LIMITS.side / Math.max(...sides);
  const [width, height] = sides.map((side) => Math.max(1, Math.round(side * scale)));
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

/**
 * A drawing (SVG) as a picture that may be sent. It is drawn as pages draw what others made: no program in it runs, and it fetches
 * nothing. Nothing for what this browser cannot draw.
 */
export async function pictureOf(svg: Uint8Array<ArrayBuffer>): Promise<Parcel | undefined> {
  const drawing = enlarged(new TextDecoder().decode(svg));
  if (!drawing) return undefined;
  const { text, width = 1, height = 1 } = drawing;
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return await reduced(await canvas.convertToBlob());
  } catch {
    // It is broken, or holds what no canvas may be read with: the same as what cannot be drawn.
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}
