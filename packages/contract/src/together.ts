/** What authors who write together may say, and for how long a phone counts as being there. Without zod: the site carries it too. */
export const COMMENT_LIMITS = { characters: 2000, mentions: 10, perLesson: 300 } as const;

/**
 * How long somebody counts as being in a lesson, in seconds: a page that is in sight says so every `beat`, sooner when its reader
 * has gone to another block but never before `rest`. Who was silent for `here` is no longer there; for `remembered`, forgotten.
 */
export const PRESENCE_SECONDS = { beat: 20, rest: 10, here: 45, remembered: 300 } as const;

/** Somebody inside a comment: her account, so that she is shown under whatever name she has by then. */
const MENTION = /@(acc_[0-9a-f]{32})/g;

/** A piece of a comment: words, or somebody who is mentioned. */
export type Piece = { readonly words: string } | { readonly accountId: string };

/** A comment's text in pieces, in their order; none of them is empty. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(MENTION)
    .map((part, index) => (index % 2 === 1 ? { accountId: part } : { words: part }))
    .filter((piece) => !("words" in piece) || piece.words !== "");
}

/** Who is mentioned, each once. */
export const mentionedIn = (text: string): readonly string[] => [
  ...new Set(piecesOf(text).flatMap((piece) => ("accountId" in piece ? [piece.accountId] : []))),
];

/** How somebody stands in a text. */
export const mentionOf = (accountId: string): string => `@${accountId}`;
