import { Block, type Language, LessonBody, type LessonId } from "@twiza/contract";
import type { ContainerDirective } from "mdast-util-directive";
import type * as z from "zod";
import { attributesOf, ATTRIBUTES, isBlockName } from "./attributes.ts";
import { draftOf, type Shelf } from "./block.ts";
import { type ContentFault, type Report, reportInto } from "./fault.ts";
import { parseMarkdown } from "./markdown.ts";

/** Where a lesson file stands. `file` names it in faults. */
export type LessonPlace = {
  readonly file: string;
  readonly lessonId: LessonId;
  readonly language: Language;
  readonly shelf: Shelf;
};

/** A lesson read from Markdown. `body` is missing when there are faults; `line` tells where a block begins. */
export type LessonReading = {
  readonly body: LessonBody | undefined;
  readonly minutes: number | undefined;
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly ContentFault[];
};

const HINTS: Record<string, string> = {
  tone: "write tone=note, tip, warning or example",
  transcript: "write the words to be spoken, at most 4,000 characters",
  doc: "write something inside, at most 100 paragraphs",
  media: "a picture is svg or webp, a recording ogg, a document pdf, ods, xlsx or csv",
  view: "write view=row or compare",
  href: "write the whole address of another site, beginning with https://",
};

/** A schema's issue in an author's words: the field and, where there is one, the way out. */
function issueMessage(name: string, issue: z.core.$ZodIssue): string {
  const field = String(issue.path[0] ?? "");
  return `${name}: ${issue.path.join(".")} ${issue.message}; ${HINTS[field] ?? "shorten or complete it"}`;
}

function blockOf(node: ContainerDirective, shelf: Shelf, report: Report): Block[] {
  const { name } = node;
  if (!isBlockName(name)) {
    report(node, `no block is called “${name}”: write ${Object.keys(ATTRIBUTES).join(", ")}`);
    return [];
  }
  const attributes = attributesOf(node, name, report);
  const draft = draftOf(name, { node, attributes, shelf, report });
  if (!draft) return [];
  const block = Block.safeParse(draft);
  if (block.success) return [block.data];
  for (const issue of block.error.issues)
    // The name in the braces has been reported with its own words.
    if (issue.path[0] !== "key") report(node, issueMessage(name, issue));
  return [];
}

/** Reads one lesson in one language; faults are collected, never thrown. */
export function readLesson(markdown: string, place: LessonPlace): LessonReading {
  const faults: ContentFault[] = [];
  const report = reportInto(faults, place.file);
  const { front, blocks: nodes } = parseMarkdown(markdown, report);
  if (nodes.length === 0) report(1, "no blocks: begin with :::text{#name}");
  const lines = new Map<string, number>();
  const blocks = nodes.flatMap((node) => {
    const key = node.attributes?.["id"] ?? "";
    if (key === "title") report(node, "“title” is the lesson's own: name this block otherwise");
    if (lines.has(key)) report(node, `two blocks are called “${key}”: rename this one`);
    lines.set(key, node.position?.start.line ?? 1);
    return blockOf(node, place.shelf, report);
  });
  const spoken = nodes.filter(({ name, attributes }) => name === "audio" && !attributes?.["src"]);
  if (place.shelf.voice && spoken[1])
    report(spoken[1], 'one spoken text a lesson: give this one its own src="…"');
  const { minutes, title = "" } = front ?? {};
  if (faults.length > 0) return { body: undefined, minutes, lines, faults };
  const { lessonId, language } = place;
  const body = LessonBody.safeParse({ format: 1, lessonId, language, title, blocks });
  if (!body.success)
    for (const issue of body.error.issues) report(1, issueMessage("lesson", issue));
  return { body: body.data, minutes, lines, faults };
}
