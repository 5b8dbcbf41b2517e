import type { DraftBlock } from "@twiza/contract";
import { readXliff, type TranslatedField, type TranslatedLesson, type WrittenBlock, withUnits, type XliffLine } from "@twiza/exchange/xliff"; // prettier-ignore
import { isEqual } from "../equal.ts";

/** What a file would do to a lesson, before anything is done. */
export type Proposal = {
  /** Texts that may be taken as they are. */
  readonly fresh: readonly TranslatedField[];
  /** Texts of blocks that would count as done though some of their words are of an older original. */
  readonly held: readonly TranslatedField[];
  /** One line for each block that is held. */
  readonly older: readonly XliffLine[];
  readonly refused: readonly XliffLine[];
  readonly untranslated: number;
  readonly unchanged: number;
};

/**
 * Reads a file against the lesson as it stands. Whatever is saved of a block makes all of it done, so that a block is held as a
 * whole when one of its texts was made from an older original, or is to be looked at and cannot be taken.
 * @throws ExchangeFault when the file is not what was wanted
 */
export async function proposed(file: Blob, lesson: TranslatedLesson): Promise<Proposal> {
  const { units, report, untranslated, unchanged } = await readXliff(file, lesson);
  const isOld = ({ code, what, where }: XliffLine): boolean =>
    code === "unit.outdated" || (what === "skipped" && lesson.standing?.(where.key) === "outdated");
  const old = new Set(report.filter(isOld).map(({ where }) => where.key));
  const held = units.filter(({ key }) => old.has(key));
  const lines = report.filter(({ what, where }) => what !== "skipped" && old.has(where.key));
  return {
    fresh: units.filter(({ key }) => !old.has(key)),
    held,
    older: [
      ...new Map(lines.toReversed().map((line) => [line.where.key, line])).values(),
    ].reverse(),
    refused: report.filter(({ what }) => what === "skipped"),
    untranslated,
    unchanged,
  };
}

/** What is to be done for texts to stand in the lesson: blocks to write, and blocks that only need to be called right. */
export type Changes = {
  readonly writes: readonly { readonly key: string; readonly block: DraftBlock }[];
  readonly confirms: readonly string[];
};

export function changesOf(lesson: TranslatedLesson, units: readonly TranslatedField[]): Changes {
  const stands = new Map(lesson.target.map(({ key, block }) => [key, block]));
  const all = withUnits(lesson, units).flatMap(({ key, block }) =>
    block.kind === "words" ? [] : [{ key, block: asDraft(block) }],
  );
  const isSame = ({ key, block }: (typeof all)[number]): boolean => isEqual(stands.get(key), block);
  return {
    writes: all.filter((each) => !isSame(each)),
    confirms: all.filter(isSame).map(({ key }) => key),
  };
}

/** A file that is not there is not mentioned. */
function asDraft(block: Exclude<WrittenBlock, { kind: "words" }>): DraftBlock {
  if (block.kind === "gallery") return { ...block, pictures: block.pictures.map(asFound) };
  if (block.kind === "video") {
    const { sound, poster, ...rest } = asFound(block);
    return { ...rest, ...(sound && { sound }), ...(poster && { poster }) };
  }
  if (block.kind === "picture" || block.kind === "audio" || block.kind === "file")
    return asFound(block);
  return block;
}
function asFound<Block extends { readonly media?: unknown }>(block: Block): Block {
  if (block.media !== undefined) return block;
  const { media: _, ...rest } = block;
  // Without what was not there it is what it was.
  return rest as Block;
}
