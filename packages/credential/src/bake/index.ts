import type { Baked } from "./baked.ts";
import { isPng, unbakePng } from "./png.ts";

export { BAKE_FAULTS, type Baked, type BakeFault } from "./baked.ts";
export { bakeOwn } from "./own.ts";
export { bakePng } from "./png.ts";

/** Larger than any badge: beyond it nothing is even read. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The credential in a PNG or an SVG. Who signed it is another question. */
export async function unbake(file: Uint8Array): Promise<Baked> {
  if (file.length > MOST_BYTES) return { state: "refused", code: "too_large" };
  if (isPng(file)) return unbakePng(file);
  try {
    const drawing = new TextDecoder("utf-8", { fatal: true }).decode(file);
    if (!drawing.trimStart().startsWith("<")) return { state: "refused", code: "not_a_picture" };
    // What reads XML is fetched by who has some.
    const { unbakeSvg } = await import("./svg.ts");
    return unbakeSvg(drawing);
  } catch {
    return { state: "refused", code: "not_a_picture" };
  }
}

/** An SVG with a credential in it, as a JWT or as JSON. @throws Error when it is no SVG, or holds one already */
export async function bakeSvg(drawing: string, credential: string): Promise<string> {
  const svg = await import("./svg.ts");
  return svg.bakeSvg(drawing, credential);
}
