import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { type Picture, png } from "@twiza/credential/png";
import type { Plugin } from "vite";

/**
 * The icons of the installed app, drawn from the mark: four lozenges of the weave about a grain of saffron. A phone wants them as PNG.
 */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];
type Icon = {
  readonly name: string;
  readonly side: number;
  /** How much of the side the mark takes; a mask may cut off a fifth at each edge. */
  readonly mark: number;
  readonly ground: "round" | "full" | "none";
};

const NILA: Colour = [0x1b, 0x4b, 0x8a, 255];
const ZAAFRAN: Colour = [0xf0, 0xa5, 0x00, 255];
const WHITE: Colour = [255, 255, 255, 255];
const NOTHING: Colour = [0, 0, 0, 0];

const ICONS: readonly Icon[] = [
  { name: "192", side: 192, mark: 0.82, ground: "round" },
  { name: "512", side: 512, mark: 0.82, ground: "round" },
  { name: "maskable", side: 512, mark: 0.6, ground: "full" },
  // Android paints it in the colour of the theme: only where it is counts.
  { name: "monochrome", side: 512, mark: 0.6, ground: "none" },
  { name: "apple", side: 180, mark: 0.7, ground: "full" },
];

/** Samples a pixel's side: sixteen looks a pixel make smooth edges. */
const LOOKS = 4;
/** Of the side: how round the corners are. */
const CORNER = 0.22;

/** The colour of a point; the icon reaches from -0.5 to 0.5 both ways. */
function colourAt(x: number, y: number, { mark, ground }: Icon): Colour {
  const [u, v] = [Math.abs(x) / mark, Math.abs(y) / mark];
  // In one colour the grain stands apart from the lozenges.
  if (u + v <= (ground === "none" ? 0.09 : 0.13)) return ground === "none" ? WHITE : ZAAFRAN;
  // Each lozenge lies 0.31 from the middle, along one axis.
  if (Math.min(Math.abs(u - 0.31) + v, u + Math.abs(v - 0.31)) <= 0.19) return WHITE;
  if (ground === "none") return NOTHING;
  if (ground === "full") return NILA;
  const [dx, dy] = [Math.abs(x) - 0.5 + CORNER, Math.abs(y) - 0.5 + CORNER];
  return dx > 0 && dy > 0 && Math.hypot(dx, dy) > CORNER ? NOTHING : NILA;
}

function drawn(icon: Icon): Picture {
  const { side } = icon;
  const rgba = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) rgba.set(pixelAt(x, y, icon), (y * side + x) * 4);
  return { width: side, height: side, rgba };
}

/** The mean of what the looks saw, a clear one counting for nothing but its clearness. */
function pixelAt(x: number, y: number, icon: Icon): readonly number[] {
  const sum = [0, 0, 0, 0];
  for (let look = 0; look < LOOKS * LOOKS; look += 1) {
    const [dx, dy] = [(look % LOOKS) + 0.5, Math.floor(look / LOOKS) + 0.5];
    const at = (value: number, offset: number) => (value + offset / LOOKS) / icon.side - 0.5;
    const [red, green, blue, alpha] = colourAt(at(x, dx), at(y, dy), icon);
    [red, green, blue].forEach((part, index) => (sum[index] = (sum[index] ?? 0) + part * alpha));
    sum[3] = (sum[3] ?? 0) + alpha;
  }
  const [, , , alpha = 0] = sum;
  const seen = sum.slice(0, 3).map((part) => (alpha === 0 ? 0 : Math.round(part / alpha)));
  return [...seen, Math.round(alpha / (LOOKS * LOOKS))];
}

const folder = new URL("../static/icons/", import.meta.url);

/** When it was last written how they are drawn: what was drawn before is drawn anew. */
const drawnAt = statSync(new URL(import.meta.url)).mtimeMs;

/** Draws the icons that are not there yet: Kit reads the site's settings in several processes, one after another. */
function drawIcons(): void {
  mkdirSync(folder, { recursive: true });
  const squeeze = { deflate: (bytes: Uint8Array) => deflateSync(bytes, { level: 9 }), crc32 };
  for (const icon of ICONS) {
    const target = new URL(`${icon.name}.png`, folder);
    if (existsSync(target) && statSync(target).mtimeMs > drawnAt) continue;
    writeFileSync(target, png(drawn(icon), squeeze));
  }
}

/** Draws the icons before anything asks for them. */
export const icons = (): Plugin => ({ name: "twiza-icons", configResolved: drawIcons });
