/** A box of ISO/IEC 14496-12 in a file: where it begins, where what is in it begins, and where it ends. */
export type Box = {
  readonly type: string;
  readonly from: number;
  readonly at: number;
  readonly end: number;
};

/** More side by side than any video of ours has. */
const MOST = 200;

/** The boxes that lie one after the other between two places; nothing when any byte there belongs to none. */
export function boxesIn(view: DataView, from: number, end: number): Box[] | undefined {
  const boxes: Box[] = [];
  for (let next = from; next < end;) {
    const box = boxAt(view, next, end);
    if (!box || boxes.length === MOST) return undefined;
    boxes.push(box);
    next = box.end;
  }
  return boxes;
}

/** One that says that it goes on to the end of the file is not taken: no writer of whole files leaves that open. */
function boxAt(view: DataView, from: number, most: number): Box | undefined {
  if (from + 8 > most) return undefined;
  const short = view.getUint32(from);
  const at = from + (short === 1 ? 16 : 8);
  if (at > most) return undefined;
  const size = short === 1 ? Number(view.getBigUint64(from + 8)) : short;
  const end = from + size;
  return end >= at && end <= most ? { type: letters(view, from + 4), from, at, end } : undefined;
}

/** The four letters at a place. */
export const letters = (view: DataView, at: number): string =>
  String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));

/** Leaves room where a box was, so that nothing behind it moves: players pass over it. */
export function emptied(view: DataView, { from, at, end }: Box): void {
  for (const [index, letter] of Array.from("free").entries())
    view.setUint8(from + 4 + index, letter.charCodeAt(0));
  blanked(view, at, end);
}

/** Noughts from one place to another. */
export function blanked(view: DataView, from: number, end: number): void {
  new Uint8Array(view.buffer, view.byteOffset + from, end - from).fill(0);
}
