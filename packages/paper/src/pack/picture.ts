import { createHash } from "node:crypto";
import { deflateSync, inflateSync } from "node:zlib";
import type { Written } from "./objects.ts";

type Size = { readonly width: number; readonly height: number };

/**
 * A picture in as few bits a point as its colours need: the compiler writes eight for each of grey, or of red, green and blue, also where
 * there are two colours in all. Not a point becomes another.
 */
export function leaner({ number, text, stream }: Written): Written {
  const said = (name: string): string | undefined =>
    new RegExp(`/${name} ([^/\\n>]+)`).exec(text)?.[1]?.trim();
  const size = { width: Number(said("Width")), height: Number(said("Height")) };
  const space = SPACE.exec(text)?.[1];
  if (!stream || space === undefined || said("BitsPerComponent") !== "8")
    return { number, text, ...(stream ? { stream } : {}) };
  const few = fewIn(stream, size);
  if (!few) return { number, text, stream };
  const { bits, count, palette, packed } = few;
  const shown =
    palette === undefined ? "$&" : `/ColorSpace [/Indexed ${space} ${count - 1} <${palette}>]`;
  return {
    number,
    stream: packed,
    text: text
      .replace(/\/BitsPerComponent 8/, `/BitsPerComponent ${bits}`)
      .replace(/\/Length \d+/, `/Length ${packed.length}`)
      .replace(SPACE, shown),
  };
}
const SPACE = /\/ColorSpace (\/\w+|\d+ 0 R)/;

type Packed = Omit<Few, "places"> & { readonly bits: number; readonly packed: Uint8Array };

/** Logos and signatures are the same on each paper of a course: what was found of the last of them, by what they are. */
const KNOWN = new Map<string, Packed | undefined>();
const MOST_KNOWN = 64;

function fewIn(stream: Uint8Array, size: Size): Packed | undefined {
  const hash = createHash("sha256").update(stream).digest("base64");
  const name = `${hash} ${size.width} ${size.height}`;
  if (KNOWN.has(name)) return KNOWN.get(name);
  const found = packedIn(stream, size);
  const [oldest] = KNOWN.keys();
  if (oldest !== undefined && KNOWN.size >= MOST_KNOWN) KNOWN.delete(oldest);
  KNOWN.set(name, found);
  return found;
}

function packedIn(stream: Uint8Array, { width, height }: Size): Packed | undefined {
  const points = inflateSync(stream);
  const samples = points.length / (width * height);
  const few = samples === 1 ? greys(points) : samples === 3 ? colours(points) : undefined;
  if (!few) return undefined;
  const { places, ...rest } = few;
  const bits = [1, 2, 4, 8].find((each) => 2 ** each >= few.count) ?? 8;
  const packed = deflateSync(inBits(places, { width, height }, bits), { level: 9 });
  const isSmaller = packed.length + (few.palette?.length ?? 0) < stream.length;
  return isSmaller ? { ...rest, bits, packed } : undefined;
}

type Few = {
  /** Which colour each point has, by its place among them. */
  readonly places: Uint8Array;
  readonly count: number;
  /** Their values, as hexadecimal; none where the place says the grey. */
  readonly palette?: string;
};

/** Black and white alone, or sixteen steps of grey: each is its own place. */
function greys(points: Uint8Array): Few | undefined {
  for (const [step, count] of [
    [255, 2],
    [17, 16],
  ] as const)
    // prettier-ignore
    if (areSteps(points, step)) return { places: inSteps(points, step), count };
  return undefined;
}

// A code has two hundred thousand points: loops, since calling something for each takes milliseconds.
function areSteps(points: Uint8Array, step: number): boolean {
  for (const grey of points) if (grey % step !== 0) return false;
  return true;
}
function inSteps(points: Uint8Array, step: number): Uint8Array {
  const places = new Uint8Array(points.length);
  for (let at = 0; at < points.length; at += 1) places[at] = (points[at] ?? 0) / step;
  return places;
}

function colours(points: Uint8Array): Few | undefined {
  const known = new Map<number, number>();
  const places = new Uint8Array(points.length / 3);
  for (let at = 0; at < places.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = points.subarray(at * 3, at * 3 + 3);
    const colour = (red << 16) | (green << 8) | blue;
    const place = known.get(colour) ?? known.size;
    if (place > 255) return undefined;
    known.set(colour, place);
    places[at] = place;
  }
  const palette = [...known.keys()].map((each) => each.toString(16).padStart(6, "0")).join("");
  return { places, count: known.size, palette };
}

/** Row by row, the first point in the highest bits, each row from a byte of its own. */
function inBits(places: Uint8Array, { width, height }: Size, bits: number): Uint8Array {
  const row = Math.ceil((width * bits) / 8);
  const packed = new Uint8Array(row * height);
  const each = 8 / bits;
  for (let y = 0; y < height; y += 1)
    for (let x = 0, at = y * row; x < width; x += each, at += 1) {
      let byte = 0;
      for (let place = x; place < x + each; place += 1)
        byte = (byte << bits) | (place < width ? (places[y * width + place] ?? 0) : 0);
      packed[at] = byte;
    }
  return packed;
}
