import type { ReportCode } from "../codes.ts";
import { beginning, type FlowItem, namedBy } from "../flow/flow.ts";
import {
  type Bytes,
  type LoadedPicture,
  type MissingPicture,
  pictureLoader,
} from "../flow/load-pictures.ts";
import { pictureType } from "../flow/picture-type.ts";
import type { Telling } from "../flow/remarks.ts";
import type { pacer } from "../pace.ts";
import { quoted } from "../quoted.ts";
import { isOutside } from "./path.ts";

type Loading = {
  readonly files: Bytes;
  readonly remarks: Telling<ReportCode>;
  readonly pace: ReturnType<typeof pacer>;
};

/** Nothing lies beside the text. */
export const NO_FILES: Bytes = { sizeOf: () => undefined, read: async () => undefined };

const DATA = /^data:image\/(?:png|jpe?g|webp);base64,/i;
/** A picture that is written into the text itself, in characters. */
const LONGEST_DATA = 8e6;

function written(address: string): LoadedPicture | MissingPicture<ReportCode> {
  const head = DATA.exec(address)?.[0] ?? "";
  const name = head.slice(11, head.indexOf(";"));
  const broken = { code: "picture.type", detail: { name: quoted(address), type: "data" } } as const;
  if (head === "" || address.length > LONGEST_DATA) return broken;
  try {
    const bytes = Uint8Array.from(atob(address.slice(head.length)), (letter) =>
      letter.charCodeAt(0),
    );
    const kind = pictureType(bytes, name);
    return kind.isKept ? { bytes, type: kind.type, name: `picture.${name}` } : broken;
  } catch {
    return broken;
  }
}

/** The pictures that a text shows, by their names in it; each is loaded once, and what is not there is told where it was wanted. */
export async function loadPictures(
  items: readonly FlowItem<unknown>[],
  { files, remarks, pace }: Loading,
): Promise<ReadonlyMap<string, LoadedPicture>> {
  const loaded = new Map<string, LoadedPicture>();
  const seen = new Set<string>();
  const load = pictureLoader(files, { onBytes: () => undefined, pace });
  for (const item of items) {
    remarks.begin(item.at);
    for (const { relation } of namedBy(item)) {
      if (seen.has(relation)) continue;
      seen.add(relation);
      const picture = await pictureOf(relation, load);
      if ("bytes" in picture) loaded.set(relation, picture);
      else remarks.add("skipped", picture.code, picture.detail);
    }
    remarks.end(beginning(item));
  }
  return loaded;
}

async function pictureOf(
  relation: string,
  load: ReturnType<typeof pictureLoader>,
): Promise<LoadedPicture | MissingPicture<ReportCode>> {
  if (/^data:/i.test(relation)) return written(relation);
  if (isOutside(relation)) return { code: "picture.elsewhere", detail: { url: quoted(relation) } };
  return load(relation);
}
