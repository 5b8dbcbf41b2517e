import type { Detail } from "../fault.ts";
import type { ImportedPicture } from "../imported.ts";
import { pacer } from "../pace.ts";
import type { Zip } from "../zip/open-zip.ts";
import type { RemarkCode } from "./codes.ts";
import type { Context } from "./context.ts";
import { beginning, type FlowItem } from "./flow.ts";
import { pictureType } from "./picture-type.ts";
import type { Relation } from "./relations.ts";
import { quoted } from "../quoted.ts";

/** A picture whose bytes are here; where it stands is not yet known. */
export type LoadedPicture = Pick<ImportedPicture, "bytes" | "type" | "name">;
type Missing = { readonly code: Extract<RemarkCode, `picture.${string}`>; readonly detail: Detail };

/** The largest picture, and all of one document together, in bytes: they are held in memory until somebody has decided. */
const LARGEST = 20e6;
const MOST_TOGETHER = 64e6;

type Loading = {
  readonly zip: Zip;
  readonly context: Context;
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
};

/** The pictures that the text shows, by the part of the archive they lie in; each once, however often it is shown. */
export async function loadPictures(
  items: readonly FlowItem[],
  loading: Loading,
): Promise<ReadonlyMap<string, LoadedPicture>> {
  const { remarks, relations } = loading.context;
  const loaded = new Map<string, LoadedPicture>();
  const seen = new Set<string>();
  const load = loader(loading);
  for (const item of items) {
    remarks.begin(item.at);
    for (const { relation } of item.pictures) {
      if (seen.has(relation)) continue;
      seen.add(relation);
      const target = relations.get(relation);
      const part = target?.target ?? "";
      if (loaded.has(part)) continue;
      const picture = unreachable(relation, target) ?? (await load(part));
      if ("bytes" in picture) loaded.set(part, picture);
      else remarks.add("skipped", picture.code, picture.detail);
    }
    remarks.end(beginning(item));
  }
  return loaded;
}

function unreachable(id: string, relation: Relation | undefined): Missing | undefined {
  if (!relation) return { code: "picture.missing", detail: { name: id } };
  if (relation.isOutside)
    return { code: "picture.elsewhere", detail: { url: quoted(relation.target) } };
  return undefined;
}

function loader({ zip, onBytes, signal }: Loading) {
  const pace = pacer(signal);
  let together = 0;
  return async (part: string): Promise<LoadedPicture | Missing> => {
    const name = part.split("/").at(-1) ?? part;
    const size = zip.sizeOf(part);
    if (size === undefined) return { code: "picture.missing", detail: { name } };
    if (size > LARGEST || together + size > MOST_TOGETHER)
      return { code: "picture.too_large", detail: { name, bytes: size } };
    const bytes = (await zip.read(part)) ?? new Uint8Array();
    onBytes(size);
    await pace(size);
    const kind = pictureType(bytes, name);
    if (!kind.isKept) return { code: "picture.type", detail: { name, type: kind.type } };
    together += size;
    return { bytes, type: kind.type, name };
  };
}
