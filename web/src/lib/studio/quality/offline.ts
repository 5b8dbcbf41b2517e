import type { Block } from "@twiza/contract";
import { textsOf } from "@twiza/contract/quality";

/** A lesson as it lies on a phone without network. Without its sound no recording is there, and its words are shown instead. */
export function offlineLook(
  blocks: readonly Block[],
  isSilent: boolean,
): { readonly blocks: readonly Block[]; readonly links: number } {
  const links = blocks
    .flatMap(textsOf)
    .flatMap((text) => JSON.stringify(text).match(/"https:/gi) ?? []);
  return { blocks: isSilent ? blocks.map(withoutSound) : blocks, links: links.length };
}

function withoutSound(block: Block): Block {
  if (block.kind === "video") {
    const { sound: _, ...rest } = block;
    return rest;
  }
  if (block.kind !== "audio") return block;
  const { media: _, ...words } = block;
  return words;
}
