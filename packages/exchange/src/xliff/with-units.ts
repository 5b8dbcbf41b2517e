import type { RichText } from "@twiza/contract";
import { fieldsOf, mapFields, type WrittenBlock } from "./fields.ts";
import type { Keyed, TranslatedLesson } from "./lesson.ts";
import type { TranslatedField } from "./read-xliff.ts";

const EMPTY: RichText = { type: "doc", content: [{ type: "paragraph" }] };

/** A recording is of its language; a picture, a document or an address is the original's until somebody chooses another. */
function withOwnMedia(block: WrittenBlock, target: WrittenBlock | undefined): WrittenBlock {
  if (block.kind === "picture" && target?.kind === "picture")
    return { ...block, media: target.media };
  if (block.kind === "file" && target?.kind === "file") return { ...block, media: target.media };
  if (block.kind === "link" && target?.kind === "link") return { ...block, href: target.href };
  if (block.kind === "gallery" && target?.kind === "gallery") return withPictures(block, target);
  if (block.kind === "video" && target?.kind === "video") return withFilm(block, target);
  if (block.kind !== "audio") return block;
  const { media, seconds } = target?.kind === "audio" ? target : { media: undefined, seconds: 0 };
  return { ...block, media, seconds };
}

type Gallery = Extract<WrittenBlock, { kind: "gallery" }>;
/** Each picture by its name; one that the other language does not have yet is the original's. */
const withPictures = (block: Gallery, target: Gallery): Gallery => ({
  ...block,
  pictures: block.pictures.map((picture) => ({
    ...picture,
    media: (target.pictures.find(({ id }) => id === picture.id) ?? picture).media,
  })),
});

type Film = Extract<WrittenBlock, { kind: "video" }>;
/** What is seen and heard is the same in all languages, and the original's where none is known here yet. */
const withFilm = (block: Film, { media, sound, poster, seconds }: Film): Film =>
  media ? { ...block, media, sound, poster, seconds } : block;

/**
 * A block in the other language: new words where there are, its own where there are none, and else nothing yet. It keeps its
 * frame if all words have a place there, and takes that of the original if not.
 */
function translated(
  source: WrittenBlock,
  target: WrittenBlock | undefined,
  units: readonly TranslatedField[],
): WrittenBlock {
  const own = new Map(target ? fieldsOf(target).map(({ name, value }) => [name, value]) : []);
  const frame = target && units.every(({ field }) => own.has(field)) ? target : source;
  for (const { field, value } of units) own.set(field, value);
  const plain = (name: string): string => {
    const value = own.get(name);
    return typeof value === "string" ? value : "";
  };
  const rich = (name: string): RichText => {
    const value = own.get(name);
    return typeof value === "object" ? value : EMPTY;
  };
  return withOwnMedia(mapFields(frame, { plain, rich }), target);
}

/** The blocks of the other language that `units` change, as they would be; the lesson itself stays as it is. */
export function withUnits(lesson: TranslatedLesson, units: readonly TranslatedField[]): Keyed[] {
  return lesson.source.flatMap(({ key, block }) => {
    const own = units.filter((unit) => unit.key === key);
    const target = lesson.target.find((each) => each.key === key)?.block;
    const isSameKind = target?.kind === block.kind;
    return own.length > 0
      ? [{ key, block: translated(block, isSameKind ? target : undefined, own) }]
      : [];
  });
}
