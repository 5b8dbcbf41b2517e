import type { Block, Media } from "./block.ts";
import type { Item } from "./course.ts";
import type { DraftBlock } from "./draft-block.ts";

/** Pictures of a graded item, its own and those of its options. */
export const picturesOfItem = ({
  picture,
  options,
}: Pick<Item, "picture" | "options">): readonly Media[] =>
  [picture?.media, ...options.map((option) => option.picture)].flatMap((media) => media ?? []);

/** Every file that a block shows, plays or hands out, in the order of the page; of a draft those that are chosen already. */
export function mediaOf(block: DraftBlock | Omit<Block, "key">): readonly Media[] {
  if ("pictures" in block) return block.pictures.flatMap(({ media }) => media ?? []);
  if ("captions" in block)
    return [block.media, block.sound, block.poster].flatMap((media) => media ?? []);
  if ("question" in block)
    return [block.picture?.media, ...block.options.map(({ picture }) => picture)].flatMap(
      (media) => media ?? [],
    );
  return "media" in block && block.media ? [block.media] : [];
}
