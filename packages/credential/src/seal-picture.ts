import type { Picture } from "./png.ts";
import { lozenges, SEAL_COLOURS, SEAL_SIZE } from "./seal.ts";

/** What messengers show beside a link: wide enough for all of them, with room about the cloth. */
const WIDTH = 1200;
const HEIGHT = 630;
/** Points a unit of the seal's drawing. */
const SCALE = 7;
const PAPER = "#FAF6EF";

/** The seal on paper, 1200 × 630. It holds no name: whoever only sees the picture learns nothing of its holder. */
export function sealPicture(text: string): Picture {
  const rgba = new Uint8Array(WIDTH * HEIGHT * 4);
  const paper = channels(PAPER);
  for (let at = 0; at < rgba.length; at += 4) rgba.set(paper, at);
  const [left, top] = [(WIDTH - SEAL_SIZE * SCALE) / 2, (HEIGHT - SEAL_SIZE * SCALE) / 2];
  for (const { x, y, colour } of lozenges(text))
    fill(rgba, { x: left + x * SCALE, y: top + y * SCALE }, channels(SEAL_COLOURS[colour]));
  return { width: WIDTH, height: HEIGHT, rgba };
}

/** A lozenge about a point, four units to every side, its edge blended with what lies beneath. */
function fill(rgba: Uint8Array, middle: { x: number; y: number }, colour: readonly number[]): void {
  const reach = 4 * SCALE;
  for (let y = Math.floor(middle.y - reach); y < middle.y + reach; y += 1)
    for (let x = Math.floor(middle.x - reach); x < middle.x + reach; x += 1) {
      const distance = Math.abs(x + 0.5 - middle.x) + Math.abs(y + 0.5 - middle.y);
      const cover = Math.min(1, Math.max(0, reach - distance + 0.5));
      const at = (y * WIDTH + x) * 4;
      for (let channel = 0; channel < 3; channel += 1)
        rgba[at + channel] = Math.round(
          (rgba[at + channel] ?? 0) * (1 - cover) + (colour[channel] ?? 0) * cover,
        );
    }
}

const channels = (hex: string): readonly [number, number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
  255,
];
