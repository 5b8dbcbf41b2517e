import type { DraftBlock } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import type { PlannedBlock, PlannedLesson } from "./plan.ts";

/** What one request writes into a lesson. */
export type Save = {
  readonly language: ContentLanguage;
  readonly commands: readonly {
    readonly do: "add";
    readonly key: string;
    readonly kind: PlannedBlock["block"]["kind"];
    readonly after: string;
  }[];
  readonly texts: readonly { readonly key: string; readonly base: 0; readonly block: DraftBlock }[];
};

/** A block that has no words yet; `isPlaced`: its place is there. */
export type Missing = PlannedBlock & { readonly isPlaced: boolean };

/** Most of one save: blocks, files that are sent before it, and bytes of JSON. One block alone is never more. */
const MOST = { blocks: 50, files: 4, bytes: 48 * 1024 } as const;

const encoder = new TextEncoder();
const bytesOf = ({ key, block }: PlannedBlock): number =>
  encoder.encode(JSON.stringify({ key, block })).length;

/** Blocks in so many saves that the server takes each, and that little is sent again when the network goes. */
export function portionsOf(blocks: readonly Missing[]): Missing[][] {
  const portions: Missing[][] = [];
  let [size, files] = [0, 0];
  for (const block of blocks) {
    const [bytes, file] = [bytesOf(block), block.brings?.length ?? 0];
    const last = portions.at(-1);
    const isFull =
      !last || last.length >= MOST.blocks || files + file > MOST.files || size + bytes > MOST.bytes;
    if (isFull) portions.push([block]);
    else last.push(block);
    [size, files] = isFull ? [bytes, file] : [size + bytes, files + file];
  }
  return portions;
}

/** Each behind the block that is before it in the document. */
export const placesOf = (
  { blocks }: PlannedLesson,
  portion: readonly Missing[],
): Save["commands"] =>
  portion
    .filter(({ isPlaced }) => !isPlaced)
    .map(({ key, block }) => {
      const at = blocks.findIndex((each) => each.key === key);
      return { do: "add", key, kind: block.kind, after: blocks[at - 1]?.key ?? "" };
    });
