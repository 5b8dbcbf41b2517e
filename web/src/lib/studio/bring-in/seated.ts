import type { Media } from "@twiza/contract";
import type { PlannedBlock } from "./plan.ts";
import type { Seat } from "./reading.ts";

type Block = PlannedBlock["block"];

/** A block with a medium in its place. */
export function seated(block: Block, media: Media, seat: Seat): Block {
  if (block.kind === "picture" || block.kind === "audio") return { ...block, media };
  if (block.kind !== "question") return block;
  if (seat.is === "question") return { ...block, picture: { media, alt: seat.alt } };
  return {
    ...block,
    options: block.options.map((option) =>
      seat.is === "option" && option.id === seat.id ? { ...option, picture: media } : option,
    ),
  };
}
