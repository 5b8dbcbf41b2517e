import { type Papers, Refused, type PaperOrder, type Undisplayable } from "@twiza/core";
import type { Engine } from "./engine.ts";
import { hiddenSign } from "./hidden.ts";
import { sheetOf } from "./sheet.ts";

/** What a paper weighs at most: beyond it, pictures are as small as they may become. */
const MOST_BYTES = 100_000;
/** So many may wait for the compiler at once: some tenths of a second of it. Who comes then comes back. */
const MOST_WAITING = 40;

/**
 * Papers over an engine that is opened when the first is wanted.
 * @param onMissing told once when there is no engine for this computer: everything else goes on
 */
export function openPapers(
  open: () => Promise<Engine>,
  onMissing: (error: unknown) => void,
): Papers {
  let opened: Promise<Engine | undefined> | undefined;
  let waiting = 0;
  const engine = async (): Promise<Engine> => {
    const there = await (opened ??= open().catch((error: unknown) => {
      onMissing(error);
      return undefined;
    }));
    if (!there) throw new Refused("paper.unavailable");
    return there;
  };
  const made = async <T>(
    order: PaperOrder,
    make: (engine: Engine) => T | Promise<T>,
  ): Promise<T | Undisplayable> => {
    const sign = hiddenSign(order);
    if (sign !== undefined) return { undisplayable: sign };
    if (waiting >= MOST_WAITING) throw new Refused("busy");
    waiting += 1;
    try {
      return await make(await engine());
    } finally {
      waiting -= 1;
    }
  };
  return {
    pdf: (order) =>
      made(order, ({ pdf }) => {
        const good = pdf(sheetOf(order));
        const isHeavy = good instanceof Uint8Array && good.length > MOST_BYTES;
        return isHeavy ? pdf(sheetOf(order, "small"), true) : good;
      }),
    drawing: (order) =>
      made(order, ({ svg }) => {
        const drawn = svg(sheetOf(order), "certificate.typ");
        return typeof drawn === "string" ? drawn.replace(/>\s+</g, "><") : drawn;
      }),
    shareImage: (order) =>
      made(order, async ({ svg, png }) => {
        const drawn = svg(sheetOf({ ...order, credential: undefined }), "share.typ");
        return typeof drawn === "string" ? png(drawn) : drawn;
      }),
  };
}
