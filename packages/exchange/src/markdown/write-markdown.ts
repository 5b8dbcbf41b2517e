import { OURS } from "./front-matter.ts";
import { type MarkdownBlock, markdownOf, writeBlock } from "./write-block.ts";

export type MarkdownLesson = {
  readonly title: string;
  readonly blocks: readonly MarkdownBlock[];
};
/** A course, or a part of one; `title` is its own. */
export type MarkdownCourse = {
  readonly title: string;
  readonly lessons: readonly MarkdownLesson[];
};

/** A text is parted from what is before it where the two would be one. */
const isParted = (before: MarkdownBlock | undefined, block: MarkdownBlock): boolean =>
  block.kind === "text" && (before?.kind === "text" || before?.kind === "table");

function writeLesson({ title, blocks }: MarkdownLesson): string {
  const line = title.replaceAll(/\s+/g, " ").trim();
  const heading = markdownOf([
    { type: "heading", depth: 1, children: [{ type: "text", value: line }] },
  ]);
  const parts = blocks.flatMap((block, index) => [
    ...(isParted(blocks[index - 1], block) ? ["---\n"] : []),
    writeBlock(block),
  ]);
  return [heading, ...parts].join("\n");
}

/**
 * A lesson, or lessons with the title of their course, as Markdown that `readMarkdown` reads back to the same. Files that blocks speak
 * of are named `media/…`; whoever keeps the text puts them there. What Markdown cannot say is lost: paragraphs without words, spaces
 * at the ends of cells, lines within headings, alternative texts and captions of tables.
 */
export function writeMarkdown(what: MarkdownLesson | MarkdownCourse): string {
  const lessons = "lessons" in what ? what.lessons : [what];
  // JSON's strings are YAML's double-quoted ones.
  const title = "lessons" in what ? [`title: ${JSON.stringify(what.title)}`] : [];
  return `---\n${[...title, OURS].join("\n")}\n---\n\n${lessons.map(writeLesson).join("\n")}`;
}
