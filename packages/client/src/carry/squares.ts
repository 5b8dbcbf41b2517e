import { digestOf } from "./digest.ts";

/** Characters in one square, which then has 85 modules a side: as many as a cheap phone's camera reads from a small screen. */
const SIZE = 560;
/** More than that nobody holds a phone still for: a file is the better way. */
export const MOST_SQUARES = 15;
const SQUARE = /^TWIZA:([\w-]{8}):(\d{1,2}):(\d{1,2}):([\w.\n-]+)$/;

/** A text as a row of squares, each with the name of the whole, its own number from 1 and how many there are. */
export async function squaresOf(text: string): Promise<readonly string[]> {
  const name = await digestOf(text);
  const total = Math.ceil(text.length / SIZE);
  return Array.from({ length: total }, (_, at) => {
    const part = text.slice(at * SIZE, (at + 1) * SIZE);
    return `TWIZA:${name}:${at + 1}:${total}:${part}`;
  });
}

/** `more`: so many are seen. `other`: a square of another row, or none of ours. `broken`: all are seen, and do not fit together. */
export type Seen =
  | { readonly state: "more"; readonly seen: number; readonly total: number }
  | { readonly state: "whole"; readonly text: string }
  | { readonly state: "other" | "foreign" | "broken" };

/** Puts squares together, in whatever order and as often as they are seen. The first one says of which row. */
export function openCollector() {
  let row: { name: string; total: number } | undefined;
  const parts = new Map<number, string>();

  return {
    async see(square: string): Promise<Seen> {
      const [, name = "", at = "", of = "", part = ""] = SQUARE.exec(square) ?? [];
      const [number, total] = [Number(at), Number(of)];
      if (name === "" || total > MOST_SQUARES || number < 1 || number > total)
        return { state: "foreign" };
      row ??= { name, total };
      if (row.name !== name || row.total !== total) return { state: "other" };
      parts.set(number, part);
      if (parts.size < total) return { state: "more", seen: parts.size, total };
      const text = Array.from({ length: total }, (_, index) => parts.get(index + 1) ?? "").join("");
      if ((await digestOf(text)) === name) return { state: "whole", text };
      this.again();
      return { state: "broken" };
    },
    /** Forgets what was seen. */
    again(): void {
      row = undefined;
      parts.clear();
    },
  };
}
