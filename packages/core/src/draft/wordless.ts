import type { Block, DraftBlock, DraftText } from "@twiza/contract";

/** Whether a block has nothing to read and nothing to translate: pictures that only decorate. */
export function isWordless(block: DraftBlock | Omit<Block, "key">): boolean {
  if ("pictures" in block)
    return block.pictures.length > 0 && block.pictures.every(({ decorative }) => decorative);
  return "decorative" in block && block.decorative === true;
}

/**
 * What is seen and heard is the source's in every language: of a video, and of a question its pictures, where on them its options
 * lie, and whether these are heard. The words are its own.
 */
export function withShared(source: DraftText | undefined, own: DraftText): DraftText {
  const [original, { block }] = [source?.block, own];
  if (original?.kind === "question" && block.kind === "question")
    return { ...own, block: withSharedPictures(original, block) };
  if (original?.kind !== "video" || block.kind !== "video") return own;
  const { media, sound, poster, seconds } = original;
  const { title, transcript, captions } = block;
  const film = { kind: block.kind, media, sound, poster, seconds };
  return { ...own, block: { ...film, title, transcript, captions } };
}

type Question = Extract<DraftBlock, { kind: "question" }>;
function withSharedPictures({ picture, options, heard }: Question, own: Question): Question {
  const { picture: mine, heard: _h, ...words } = own;
  return {
    ...words,
    ...(heard ? { heard } : {}),
    ...(picture ? { picture: { ...picture, alt: mine?.alt ?? "" } } : {}),
    options: own.options.map(({ spot: _s, picture: _p, ...option }) => {
      const { spot, picture: shows } = options.find(({ id }) => id === option.id) ?? {};
      return { ...option, ...(spot ? { spot } : {}), ...(shows ? { picture: shows } : {}) };
    }),
  };
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
