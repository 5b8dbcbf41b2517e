/**
 * What a report may say, each with a sentence of its own elsewhere: added, never renamed. The comment tells what `detail` holds.
 * Of what comes up more than two hundred times, a last line holds only `kind` "more" and the `count` of the others.
 */
export const REMARK_CODES = [
  /** A lesson: `blocks`, `pictures`, `tables`, `words`. */
  "lesson.imported",
  /** The title of the document, which is none of a lesson: `title`. */
  "title.of_document",
  "title.missing",
  /** `title` as it was. */
  "title.shortened",
  /** A lesson was so long that it goes on in another: `blocks` in all. */
  "lesson.split",
  /** Headings deeper than the third: `count`. */
  "heading.raised",
  /** Headings have numbers that are not part of their words: `count`. */
  "heading.number_dropped",
  /** Paragraphs with more changes of type than a block may have: `count`. */
  "paragraph.split",
  /** Items of lists within lists: `count`. */
  "list.flattened",
  /** Lists that go on after an interruption; their numbers are written out: `count`. */
  "list.number_written",
  /** `words`, or `url` where it leads. */
  "link.refused",
  /** Links to another place in the document: `count`. */
  "link.internal",
  /** `kind`: underline, strike, highlight, colour, raised, capitals, font; or title, caption, whose words are plain. `count`. */
  "formatting.dropped",
  /** Raised figures that are written as such: m². `count`. */
  "raised.written",
  /** `font` and `code`. */
  "symbol.skipped",
  /** Control characters: `count`. */
  "character.skipped",
  /** `words`. */
  "hidden.skipped",
  /** `words`. */
  "formula.skipped",
  /** `words`. */
  "footnote.skipped",
  /** `words`. */
  "comment.skipped",
  /** Tracked: `count`. */
  "insertion.kept",
  /** Tracked: `words`. */
  "deletion.skipped",
  /** Its words follow the paragraph that it stood beside. */
  "text_box.moved",
  "contents.skipped",
  /** Headers and footers of pages: `count`. */
  "page_edge.skipped",
  /** Another document inside this one, or a table of figures that can be reckoned with. */
  "object.skipped",
  /** A chart, a diagram, a drawing: `words`. */
  "drawing.skipped",
  /** Something this reader does not know: `name`, `words`. */
  "part.skipped",
  /** `name`. */
  "picture.imported",
  /** It stood within words or a cell. `name`. */
  "picture.moved",
  /** `name`. */
  "picture.without_alt",
  /** `name`. */
  "picture.alt_shortened",
  /** `name`, `type`. */
  "picture.type",
  /** It lies on another computer: `url`. */
  "picture.elsewhere",
  /** `name`. */
  "picture.missing",
  /** `name`, `bytes`. */
  "picture.too_large",
  /** `rows`, `columns`. */
  "table.imported",
  /** A box drawn as a table of one cell. */
  "table.unboxed",
  /** The first row was taken for the head. */
  "table.head_assumed",
  /** `columns`. */
  "table.split_columns",
  /** `rows`. */
  "table.split_rows",
  /** Cells that reached over others: `count`. */
  "table.merged",
  /** Tables in tables are words now: `count`. */
  "table.nested",
  /** Bold, links and lists in cells are plain words now: `count`. */
  "table.plain",
  /** `row` and `column` from 1; all its words follow the table. */
  "table.cell_shortened",
  /** Rows whose deletion is tracked: `words`. */
  "table.row_skipped",
] as const;
export type RemarkCode = (typeof REMARK_CODES)[number];
