import { oneLine } from "../flow/one-line.ts";
import { type Front, linesAbove, OURS, written } from "./front-matter.ts";
import { markdownOf } from "./fenced.ts";
import { type MarkdownBlock, writeBlock } from "./write-block.ts";

export type MarkdownLesson = {
  readonly title: string;
  readonly blocks: readonly MarkdownBlock[];
  /** What it belongs to, where it goes out with its course. */
  readonly front?: Front;
};
/** A course, or a part of one; `title` is its own. */
export type MarkdownCourse = {
  readonly title: string;
  readonly lessons: readonly MarkdownLesson[];
};

/** What is read as plain text, and would be one with what is before it. */
const isText = ({ kind }: MarkdownBlock): boolean => ["text", "file", "link"].includes(kind);
const isParted = (before: MarkdownBlock | undefined, block: MarkdownBlock): boolean =>
  before !== undefined && isText(block) && (isText(before) || before.kind === "table");

function writeLesson({ title, blocks }: MarkdownLesson): string {
  const heading = markdownOf([
    { type: "heading", depth: 1, children: [{ type: "text", value: oneLine(title) }] },
  ]);
  const all = blocks.map((block) => ({ block, text: writeBlock(block) }));
  const parts = all
    .filter(({ text }) => text.trim() !== "")
    .flatMap(({ block, text }, index, said) => [
      ...(isParted(said[index - 1]?.block, block) ? ["---\n"] : []),
      text,
    ]);
  return [heading, ...parts].join("\n");
}

/** What stands above a text: of several lessons the title of all, of one what it belongs to. */
function above(what: MarkdownLesson | MarkdownCourse): string[] {
  if ("lessons" in what) return written("title", what.title);
  return what.front ? linesAbove(what.title, what.front) : [];
}

/**
 * A lesson, or lessons with the title of their course, as Markdown that `readMarkdown` reads back to the same. Files that blocks speak
 * of are named `media/…`; whoever keeps the text puts them there. What Markdown cannot say is lost: paragraphs without words, spaces
 * at the ends of cells, lines within headings, alternative texts and captions of tables.
 */
export function writeMarkdown(what: MarkdownLesson | MarkdownCourse): string {
  const lessons = "lessons" in what ? what.lessons : [what];
  return `---\n${[...above(what), OURS].join("\n")}\n---\n\n${lessons.map(writeLesson).join("\n")}`;
}
