/*
 * The Standard Compression Scheme for Unicode (Unicode Technical Standard #6), so that a letter of Arabic or Tifinagh takes one byte
 * on paper instead of two or three. Only its single-byte mode is written; what else it allows is refused when read.
 *
 * Source: https://www.unicode.org/reports/tr6/
 */
const DYNAMIC = [0x80, 0xc0, 0x400, 0x600, 0x900, 0x3040, 0x30a0, 0xff00] as const;
const STATIC = [0, 0x80, 0x100, 0x300, 0x2000, 0x2080, 0x2100, 0x3000] as const;
const [QUOTE, DEFINE_FAR, QUOTE_UNIT, CHANGE, DEFINE] = [0x01, 0x0b, 0x0e, 0x10, 0x18];
const WINDOW = 0x80;
/** Windows for other scripts are taken in turn; Latin, Cyrillic and Arabic stay where they are. */
const FREE = [4, 5, 6, 7] as const;

const isPlain = (point: number): boolean =>
  (point >= 0x20 && point < WINDOW) || [0, 9, 10, 13].includes(point);
const isIn = (start: number, point: number): boolean => point >= start && point < start + WINDOW;

/** A text in the one spelling that this scheme has here. */
export function compress(text: string): Uint8Array {
  const points = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const windows: number[] = [...DYNAMIC];
  const bytes: number[] = [];
  let [active, free] = [0, 0];
  points.forEach((point, index) => {
    if (isPlain(point)) return bytes.push(point);
    if (isIn(windows[active] ?? 0, point))
      return bytes.push(WINDOW + point - (windows[active] ?? 0));
    const known = windows.findIndex((start) => isIn(start, point));
    const next = points.slice(index + 1).find((each) => !isPlain(each));
    if (known >= 0) {
      const start = windows[known] ?? 0;
      const stays = next !== undefined && isIn(start, next);
      if (stays) active = known;
      return bytes.push((stays ? CHANGE : QUOTE) + known, WINDOW + point - start);
    }
    const quoted = STATIC.findIndex((start) => isIn(start, point));
    const isAlone = next === undefined || !isIn(point - (point % WINDOW), next);
    if (quoted === 0 || (quoted > 0 && isAlone))
      return bytes.push(QUOTE + quoted, point - (STATIC[quoted] ?? 0));
    const name = nameOf(point);
    if (name === undefined) return bytes.push(QUOTE_UNIT, point >> 8, point & 0xff);
    const slot = FREE[free % FREE.length] ?? 0;
    [active, free] = [slot, free + 1];
    windows[slot] = point - (point % WINDOW);
    return bytes.push(...name(slot), WINDOW + (point % WINDOW));
  });
  return Uint8Array.from(bytes);
}

/** How the window about a letter is defined; nothing for ideographs and the like, of which there are too many for a window. */
function nameOf(point: number): ((slot: number) => readonly number[]) | undefined {
  const page = point >> 7;
  if (point > 0xffff) {
    const far = page - 0x200;
    return (slot) => [DEFINE_FAR, (slot << 5) | (far >> 8), far & 0xff];
  }
  if (point < 0x3400) return (slot) => [DEFINE + slot, page];
  return point >= 0xe000 ? (slot) => [DEFINE + slot, page - 0x158] : undefined;
}

/** The text of such bytes; nothing when they are not the one way in which it is written. */
export function expand(bytes: Uint8Array): string | undefined {
  const text = read(bytes);
  if (text?.isWellFormed() !== true) return undefined;
  const again = compress(text);
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at])
    ? text
    : undefined;
}

function read(bytes: Uint8Array): string | undefined {
  const windows: number[] = [...DYNAMIC];
  let [active, at, text] = [0, 0, ""];
  const take = (): number => bytes[at++] ?? 0;
  const inWindow = (start: number, byte: number): string =>
    String.fromCodePoint(start + byte - WINDOW);
  while (at < bytes.length) {
    const byte = take();
    const slot = byte & 7;
    if (byte >= WINDOW) text += inWindow(windows[active] ?? 0, byte);
    else if (isPlain(byte)) text += String.fromCodePoint(byte);
    else if (byte >= QUOTE && byte < QUOTE + 8) {
      const [window, letter] = [byte - QUOTE, take()];
      text +=
        letter < WINDOW
          ? String.fromCodePoint((STATIC[window] ?? 0) + letter)
          : inWindow(windows[window] ?? 0, letter);
    } else if (byte === QUOTE_UNIT) text += String.fromCharCode((take() << 8) | take());
    else if (byte >= CHANGE && byte < DEFINE) active = slot;
    else if (byte >= DEFINE) {
      const page = take();
      if (page === 0 || page > 0xa7) return undefined;
      windows[slot] = page * WINDOW + (page < 0x68 ? 0 : 0xac00);
      active = slot;
    } else if (byte === DEFINE_FAR) {
      const [high, low] = [take(), take()];
      active = high >> 5;
      windows[active] = 0x10000 + (((high & 31) << 8) | low) * WINDOW;
    } else return undefined;
  }
  return at > bytes.length ? undefined : text;
}
