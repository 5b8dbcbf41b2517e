import type { Detail } from "../fault.ts";
import type { ImportedPicture } from "../imported.ts";
import type { pacer } from "../pace.ts";
import type { FlowCode } from "./codes.ts";
import { pictureType } from "./picture-type.ts";

/** A picture whose bytes are here; where it stands is not yet known. */
export type LoadedPicture = Pick<ImportedPicture, "bytes" | "type" | "name">;
export type MissingPicture<Code extends string = FlowCode> = {
  readonly code: Extract<Code, `picture.${string}`>;
  readonly detail: Detail;
};

/** The largest picture, and all of one file together, in bytes: they are held in memory until somebody has decided. */
const LARGEST = 20e6;
const MOST_TOGETHER = 64e6;

/** Where bytes are found by their name; their size is asked for before they are unpacked. */
export type Bytes = {
  readonly sizeOf: (name: string) => number | undefined;
  readonly read: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
};

/** Loads pictures one after the other, until there are too many bytes of them. */
export function pictureLoader(
  { sizeOf, read }: Bytes,
  { onBytes, pace }: { onBytes: (bytes: number) => void; pace: ReturnType<typeof pacer> },
) {
  let together = 0;
  return async (part: string): Promise<LoadedPicture | MissingPicture> => {
    const name = part.split("/").at(-1) ?? part;
    const size = sizeOf(part);
    if (size === undefined) return { code: "picture.missing", detail: { name } };
    if (size > LARGEST || together + size > MOST_TOGETHER)
      return { code: "picture.too_large", detail: { name, bytes: size } };
    const bytes = (await read(part)) ?? new Uint8Array();
    onBytes(size);
    await pace(size);
    const kind = pictureType(bytes, name);
    if (!kind.isKept) return { code: "picture.type", detail: { name, type: kind.type } };
    together += size;
    return { bytes, type: kind.type, name };
  };
}
