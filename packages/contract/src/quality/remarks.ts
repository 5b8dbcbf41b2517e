import type { DraftBlock } from "../draft-block.ts";
import type { Finding } from "../finding.ts";
import type { LessonId } from "../id.ts";
import type { AudioLanguage, ContentLanguage } from "../language.ts";
import { deadLinks, type Site } from "./links.ts";
import { MEASURES, readingOf } from "./measures.ts";
import { proseOf, textsOf } from "./pieces.ts";
import { easeOf, hardness, longestSentence, wordsIn } from "./reading.ts";
import { hasTwinOptions } from "./twins.ts";
import { isSpoken } from "./voices.ts";

type Keyed = { readonly key: string; readonly block: DraftBlock };
/** A lesson in one language, with its blocks in their order; those that nobody has written in it are not there. */
export type WrittenLesson = {
  readonly lessonId: LessonId;
  readonly language: ContentLanguage;
  readonly blocks: readonly Keyed[];
  /** Pictures and videos of the source, which count there. */
  readonly counted?: ReadonlySet<string>;
  /** In which languages it is recorded, where that is known. */
  readonly recorded?: readonly AudioLanguage[];
};
type Remark = Pick<Finding, "code" | "figure" | "most">;
type Rule = (block: DraftBlock, about: WrittenLesson, site: Site) => Remark | undefined;

const above = (code: Finding["code"], figure: number, most: number): Remark | undefined =>
  figure > most ? { code, figure, most } : undefined;

/** A piece that no telephone shows at once. What is only heard has no screen. */
const longParagraph: Rule = (block) => {
  const pieces = block.kind === "audio" || block.kind === "video" ? [] : proseOf(block);
  const longest = Math.max(0, ...pieces.map((piece) => wordsIn(piece).length));
  return above("long_paragraph", longest, MEASURES.wordsOnScreen);
};

const longSentence: Rule = (block, { language }) =>
  above(
    "long_sentence",
    longestSentence(proseOf(block)),
    readingOf(language)?.sentence ?? Infinity,
  );

const heavyPicture: Rule = (block, { counted }) =>
  block.kind === "picture" && block.media && !counted?.has(block.media.hash)
    ? above("heavy_picture", block.media.bytes, MEASURES.pictureBytes)
    : undefined;

const heavyVideo: Rule = (block, { counted }) =>
  block.kind === "video" && block.media && !counted?.has(block.media.hash)
    ? above("heavy_video", block.media.bytes, MEASURES.videoBytes)
    : undefined;

/** Who cannot hear it reads the transcript, but not while she looks. Of what is silent nothing is heard. */
const noCaptions: Rule = (block) =>
  block.kind === "video" && block.sound && block.captions.every(({ text }) => text.trim() === "")
    ? { code: "no_captions" }
    : undefined;

const twinOptions: Rule = (block) =>
  block.kind === "question" && hasTwinOptions(block) ? { code: "twin_options" } : undefined;

/** Options without words that nobody speaks: nothing is left of them. */
const notHeard: Rule = (block, { language, recorded }) =>
  block.kind === "question" && block.heard && recorded && !isSpoken(language, recorded)
    ? { code: "not_heard" }
    : undefined;

const deadLink: Rule = (block, _, site) =>
  deadLinks(textsOf(block), site).length > 0 ? { code: "dead_link" } : undefined;

const OF_BLOCKS: readonly Rule[] = [
  longParagraph,
  longSentence,
  heavyPicture,
  heavyVideo,
  noCaptions,
  twinOptions,
  notHeard,
  deadLink,
];

/** The lesson as a whole, told of its hardest block. */
function hardToRead({ language, blocks }: WrittenLesson): (Remark & { key: string }) | undefined {
  const most = readingOf(language)?.most ?? Infinity;
  const ease = easeOf(blocks.flatMap(({ block }) => proseOf(block)));
  const figure = hardness(ease, language);
  if (figure === undefined || ease.words < MEASURES.wordsToJudge || figure <= most)
    return undefined;
  const measured = blocks.map(({ key, block }) => ({
    key,
    hard: hardness(easeOf(proseOf(block)), language) ?? 0,
  }));
  const [hardest] = measured.sort((a, b) => b.hard - a.hard);
  return hardest && { code: "hard_to_read", figure, most, key: hardest.key };
}

/** What is not yet good in a lesson as it is written in one language. None of it blocks. Pure. */
export function remarksOn(lesson: WrittenLesson, site: Site): readonly Finding[] {
  const { lessonId, language, blocks } = lesson;
  const at = { lessonId, language, blocks: false };
  const ofBlocks = blocks.flatMap(({ key, block }) =>
    OF_BLOCKS.flatMap((rule): Finding[] => {
      const remark = rule(block, lesson, site);
      return remark ? [{ ...at, key, ...remark }] : [];
    }),
  );
  const whole = hardToRead(lesson);
  return whole ? [...ofBlocks, { ...at, ...whole }] : ofBlocks;
}
