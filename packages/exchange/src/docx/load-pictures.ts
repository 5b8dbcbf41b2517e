import { beginning, type FlowText } from "../flow/flow.ts";
import { type LoadedPicture, type MissingPicture, pictureLoader } from "../flow/load-pictures.ts";
import { pacer } from "../pace.ts";
import { quoted } from "../quoted.ts";
import type { Zip } from "../zip/open-zip.ts";
import type { RemarkCode } from "./codes.ts";
import type { Context } from "./context.ts";
import type { Relation } from "./relations.ts";

type Loading = {
  readonly zip: Zip;
  readonly context: Context;
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
};

/** The pictures that the text shows, by the part of the archive they lie in; each once, however often it is shown. */
export async function loadPictures(
  items: readonly FlowText[],
  { zip, context, onBytes, signal }: Loading,
): Promise<ReadonlyMap<string, LoadedPicture>> {
  const { remarks, relations } = context;
  const loaded = new Map<string, LoadedPicture>();
  const seen = new Set<string>();
  const load = pictureLoader(zip, { onBytes, pace: pacer(signal) });
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

function unreachable(
  id: string,
  relation: Relation | undefined,
): MissingPicture<RemarkCode> | undefined {
  if (!relation) return { code: "picture.missing", detail: { name: id } };
  if (relation.isOutside)
    return { code: "picture.elsewhere", detail: { url: quoted(relation.target) } };
  return undefined;
}
