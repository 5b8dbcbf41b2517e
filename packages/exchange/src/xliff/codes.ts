/** What a report of a translation may say, each with a sentence of its own elsewhere: added, never renamed. */
export const UNIT_CODES = [
  /** Taken over. */
  "unit.imported",
  /** The same as here, and said to be up to date though the original has changed since. */
  "unit.confirmed",
  /** Made from an older original. */
  "unit.outdated",
  /** Some sentences of the field have a translation, and others have none: `done`, `all`. */
  "unit.incomplete",
  /** Nothing here has that name: `id`. */
  "unit.unknown",
  /** Two have one name. */
  "unit.twice",
  /** It is not in the file. */
  "unit.absent",
  /** Bold, italic, a link or the end of a line has gone. */
  "unit.code_missing",
  /** There is one too many. */
  "unit.code_foreign",
  /** One is no longer what it was. */
  "unit.code_changed",
  /** The sentences are cut otherwise. */
  "unit.segments_changed",
  /** `most`, in characters. */
  "unit.too_long",
  /** A gap of a text to be filled in has gone, or there is one too many. */
  "unit.gaps",
  /** Signs that are no letters. */
  "unit.characters",
] as const;
export type UnitCode = (typeof UNIT_CODES)[number];
