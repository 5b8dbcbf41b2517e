import type { Block, DraftBlock, DraftText } from "@twiza/contract";

/** Whether a block has nothing to read and nothing to translate: pictures that only decorate. */
export function isWordless(block: DraftBlock | Omit<Block, "key">): boolean {
  if ("pictures" in block)
    return block.pictures.length > 0 && block.pictures.every(({ decorative }) => decorative);
  return "decorative" in block && block.decorative === true;
}

/** What is seen and heard of a video is the source's in every language; the words are its own. */
export function withSharedVideo(source: DraftText | undefined, own: DraftText): DraftText {
  const [original, { block }] = [source?.block, own];
  if (original?.kind !== "video" || block.kind !== "video") return own;
  const { media, sound, poster, seconds } = original;
  const { title, transcript, captions } = block;
  const film = { kind: block.kind, media, sound, poster, seconds };
  return { ...own, block: { ...film, title, transcript, captions } };
}

/**
 * What another language shows where the source has no words: a picture of its own, if somebody chose one for it, and else that of
 * the source.
 */
export function withoutWords(source: DraftText, own: DraftText | undefined): DraftText {
  const [{ block }, mine] = [source, own?.block];
  if (block.kind !== "picture" || mine?.kind !== "picture" || !mine.media) return source;
  return { ...source, block: { ...block, media: mine.media } };
}
