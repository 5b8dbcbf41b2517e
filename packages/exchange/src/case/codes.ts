/** What became of parts of a file of CASE that has no place for them here; the comment tells what `detail` holds. Added, never renamed. */
export const CASE_CODES = [
  /** Fields of the document: `names`. */
  "document",
  /** Fields of items: `count` of items, `names` of fields. */
  "fields",
  /** Ties of other kinds than `isChildOf`: `count`, `names` of kinds. */
  "associations",
  /** Lists beside items and ties: `names`. */
  "definitions",
  /** It says nothing: `name`. */
  "statement",
  /** `name`. */
  "shortened",
  /** Statements with tags: `count`. */
  "html",
  /** No language that words here may be in: `name`. */
  "language",
  /** No UUID: `name`. */
  "identifier",
  /** The same identifier once more: `name`. */
  "twice",
  /** Under several: `name`. */
  "parents",
  /** Under what is not in the file: `name`. */
  "orphan",
  /** Under itself: `name`. */
  "cycle",
  /** Deeper than can be shown: `name`. */
  "deep",
  /** Of several levels: `name`. */
  "levels",
  /** More levels than a framework has: `count`. */
  "level_dropped",
] as const;
export type CaseCode = (typeof CASE_CODES)[number];

export type CaseLine = {
  readonly code: CaseCode;
  readonly name?: string;
  readonly names?: readonly string[];
  readonly count?: number;
};
