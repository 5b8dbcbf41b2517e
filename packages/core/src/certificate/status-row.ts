import { PLACES_A_ROW, type StatusRow } from "@twiza/contract";
import { base64Of } from "../media/base64.ts";

const EMPTY = base64Of(new Uint8Array(PLACES_A_ROW / 8));

const bytesOf = (bits: string): Uint8Array =>
  Uint8Array.from(atob(bits), (sign) => sign.charCodeAt(0));

/** The places of a list that a row says are set, rising. */
export function placesOfRow({ row, bits }: Pick<StatusRow, "row" | "bits">): readonly number[] {
  const places: number[] = [];
  bytesOf(bits).forEach((byte, at) => {
    for (let bit = 0; byte !== 0 && bit < 8; bit += 1)
      if (byte & (0x80 >> bit)) places.push(row * PLACES_A_ROW + at * 8 + bit);
  });
  return places;
}

/** The bits of a row with these places of its list set or not; the same text when they are so already. */
export function bitsWith(bits = EMPTY, places: Iterable<number>, isSet: boolean): string {
  const bytes = bytesOf(bits);
  for (const place of places) {
    const at = (place % PLACES_A_ROW) >> 3;
    const bit = 0x80 >> (place & 7);
    bytes[at] = isSet ? (bytes[at] ?? 0) | bit : (bytes[at] ?? 0) & ~bit;
  }
  return base64Of(bytes);
}

/** In which row of its list a place lies. */
export const rowOf = (place: number): number => Math.floor(place / PLACES_A_ROW);
