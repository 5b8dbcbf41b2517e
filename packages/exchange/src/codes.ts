import type { RemarkCode } from "./docx/codes.ts";

/**
 * What the readers of other files than Word's may say besides, each with a sentence of its own elsewhere: added, never renamed.
 * The comment tells what `detail` holds; `count` stands where a line is told once for all places.
 */
export const FURTHER_CODES = [
  /** Quotations that are callouts now: `count`. */
  "quote.callout",
  /** Computer code that is plain text now: `count`. */
  "code.plain",
  /** Boxes to tick that are signs now: `count`. */
  "task.written",
  /** Tags of HTML within Markdown: `count`, or `words` where words went with them. */
  "html.skipped",
  /** What stood above the text and is none of it: `names`. */
  "front_matter.skipped",
  /** A block in `:::` that nobody knows; its words are text: `name`. */
  "block.unknown",
  /** A block in `:::` that is not what it says; its words are text: `name`. */
  "block.broken",
  /** `question`: one of our kinds. */
  "question.imported",
  /** `kind`: essay, and whatever else other programs ask; `words`. */
  "question.kind",
  /** It cannot be understood: `words`, and `line` within the question where it is known. */
  "question.broken",
  /** It asks nothing, or more than a question can hold. */
  "question.prompt",
  /** Fewer options than its kind needs, more than it may have, or one without words: `count`. */
  "question.options",
  /** No option of it is right: `words`. */
  "question.no_right",
  /** More than one option of it is right, and only one may be: `count`. */
  "question.several_right",
  /** Something in a match has nothing that belongs to it: `words`. */
  "question.no_pair",
  /** Gaps of its text have nothing right to put in, or words are for gaps that are not there: `words`. */
  "question.gaps",
  /** One has to point at a picture, and there is none: `words`. */
  "question.no_picture",
  /** Where an answer lies on the picture is not said: `words`. */
  "question.no_spot",
  /** Places on a picture that their file does not name, and that have numbers: `count`. */
  "question.spots_named",
  /** A wrong answer of a match that belongs to nothing: `words`. */
  "question.pair_dropped",
  /** An answer in which a sign stands for any words: `words`. */
  "question.pattern_dropped",
  /** Several may be chosen, and one is right: it is a question with one answer now. */
  "question.one_right",
  /** Its answer is no number: `words`. */
  "question.no_number",
  /** Answers beside the first one: `count`. */
  "question.further_answers",
  /** Parts of a mark that answers have of their own: `count`. */
  "question.weight_dropped",
  /** Names that only the bank of questions has: `count`. */
  "question.title_dropped",
  /** Words for an answer that was not chosen, or for a part of all marks: `words`. */
  "question.feedback_dropped",
  /** A hint before the answer: `words`. */
  "question.tip_dropped",
  /** A number in a gap counts only as it is written: `words`. */
  "question.tolerance_dropped",
  /** A picture where a question has no place for one: `name`. */
  "picture.no_place",
  /** Areas of a picture are the point in their middle: `count`. */
  "question.area",
  /** What only whoever marks was to read: `words`. */
  "question.rubric_dropped",
  /** An option, or what is said to it, is shorter now: `words` as they were. */
  "question.shortened",
  /** The right answer stood first each time; options stand in another order now: `count`. */
  "question.order",
  /** A column of a table of questions that nobody knows: `name`. */
  "column.unknown",
  /** A recording that is not in the file, or of a kind that a phone may not play: `name`. */
  "recording.skipped",
  /** `name`, or `url`. */
  "audio.skipped",
  /** `name`, or `url`. */
  "video.skipped",
  /** Another page within the page: `url`. */
  "frame.skipped",
  /** Fields and buttons: `count`. */
  "form.skipped",
  /** Programs: `count`. */
  "script.skipped",
  /** A part of a package that has no place here: `kind` is its name there, `title`. */
  "item.skipped",
  /** A page whose text only a program makes: `title`, `name`. */
  "page.no_text",
  /** A page that is not in the package: `title`, `name`. */
  "page.missing",
  /** It is a page of the internet: `title`, `url`. */
  "page.elsewhere",
  /** It is no page but another file: `title`, `name`. */
  "page.type",
  /** What a platform was to count: marks, limits of time, the order of pages. */
  "tracking.dropped",
  /** Where things stood on a slide: `count`. */
  "layout.dropped",
] as const;
export type FurtherCode = (typeof FURTHER_CODES)[number];
/** Whatever a report may say. */
export type ReportCode = RemarkCode | FurtherCode;
