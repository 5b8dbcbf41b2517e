import { ExchangeFault } from "../fault.ts";
import type { Directory, Entry } from "./directory.ts";

/** How much an archive may claim, before any of it is unpacked. Bytes; `ratio` is unpacked to packed. */
export type Caps = {
  readonly file: number;
  readonly entries: number;
  readonly total: number;
  readonly ratio: number;
};

/** Things so small may be packed as tightly as they like: a page of empty table cells shrinks to a five-hundredth. */
const SMALL = 4 * 2 ** 20;

/** Room for a document of hundreds of pages with a hundred photographs as a phone takes them. */
export const CAPS: Caps = { file: 200e6, entries: 4000, total: 400e6, ratio: 200 };

const isSafeName = (name: string): boolean =>
  name !== "" &&
  !/^[/\\]|^[a-z]:|[\0\uFFFD]/i.test(name) &&
  !name.split(/[/\\]/).some((part) => part === ".." || part === ".");

/** @throws ExchangeFault `zip.too_many`, `zip.too_large`, `zip.bomb`, `zip.names`, `zip.damaged` */
export function checkCaps({ entries, start }: Directory, caps: Caps): ReadonlyMap<string, Entry> {
  if (entries.length > caps.entries)
    throw new ExchangeFault("zip.too_many", { most: caps.entries });
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > caps.total) throw new ExchangeFault("zip.too_large", { most: caps.total });
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const { name, size, packed } = entry;
    if (!isSafeName(name) || byName.has(name)) throw new ExchangeFault("zip.names", { name });
    if (size > SMALL && size > packed * caps.ratio) throw new ExchangeFault("zip.bomb", { name });
    byName.set(name, entry);
  }
  refuseOverlaps(entries, start);
  return byName;
}

/** Things that share their bytes unpack to far more than the file holds. */
function refuseOverlaps(entries: readonly Entry[], start: number): void {
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  inOrder.forEach(({ at, packed }, index) => {
    const next = inOrder[index + 1]?.at ?? start;
    if (at + packed > next) throw new ExchangeFault("zip.damaged");
  });
}
