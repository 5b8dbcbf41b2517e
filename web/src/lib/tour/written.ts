import type { DraftBlock, RichText } from "@twiza/contract";
import { unanswerable } from "@twiza/contract/marking";

type Of<Kind extends DraftBlock["kind"]> = Extract<DraftBlock, { kind: Kind }>;
type Block = DraftBlock | undefined;

type Node = {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Node[] | undefined;
};
/** All that is written in it. The desk's own reader of texts stays in the desk's file, which is not to become two. */
function lettersOf({ type, text = "", content = [] }: Node): string {
  const isLine = type === "paragraph" || type === "heading";
  return text + content.map(lettersOf).join(isLine ? "" : "\n");
}
const wordsOf = (doc: RichText): readonly string[] =>
  lettersOf(doc)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Fewer are a greeting, and nothing to learn from. */
const FEWEST_WORDS = 5;

/** A text that says something: words as people count them, in whatever script. */
export const saysSomething = (block: Block): boolean =>
  block?.kind === "text" && wordsOf(block.doc).length >= FEWEST_WORDS;

type Picture = Omit<Of<"picture">, "kind">;
const isDescribed = ({ media, alt, decorative }: Picture): boolean =>
  media !== undefined && (decorative === true || alt.trim() !== "");

/** Whether there is something to see or hear, with the words that stand in its place. */
export function isShown(block: Block): boolean {
  if (block?.kind === "picture") return isDescribed(block);
  if (block?.kind === "gallery") return block.pictures.every(isDescribed);
  return block?.kind === "audio" && block.media !== undefined && block.transcript.trim() !== "";
}

/** Whether the medium is here, whatever its words. */
export const isChosen = (block: Block): boolean =>
  (block?.kind === "picture" || block?.kind === "audio") && block.media !== undefined;

/** A question that can be answered rightly: what is asked, and what is right. */
export function isAsked(block: Block): boolean {
  if (block?.kind !== "question" || wordsOf(block.prompt).length === 0) return false;
  const { options } = block;
  if (options.some(({ text }) => text.trim() === "")) return false;
  const fault = unanswerable({ ...block, prompt: lettersOf(block.prompt) });
  // Of a question of practice any of several right answers will do.
  return fault === undefined || fault === "several_right";
}
