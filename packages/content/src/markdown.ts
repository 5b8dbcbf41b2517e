import type { Root } from "mdast";
import { type ContainerDirective, directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { directive } from "micromark-extension-directive";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import { parse as parseYaml, YAMLParseError } from "yaml";
import * as z from "zod";
import type { Report } from "./fault.ts";

/** Only `:::blocks`: a colon inside a sentence (“le prix :50 DH”) stays a colon. */
const blockDirective = (): ReturnType<typeof directive> => {
  const { flow } = directive();
  return flow ? { flow } : {};
};

function parseTree(text: string): Root {
  return fromMarkdown(text, {
    extensions: [blockDirective(), gfmTable(), gfmTaskListItem()],
    mdastExtensions: [
      directiveFromMarkdown({ verbose: true }),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  });
}

/** What stands above a lesson or a quiz. `minutes` only in lessons. */
const FrontMatter = z.strictObject({
  title: z.string().trim().min(1).max(200),
  minutes: z.int().min(1).max(120).optional(),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

const FRONT = /^---[ \t]*\r?\n([\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/;
const FRONT_SHAPE = "begin with a line ---, then title: …, in lessons minutes: 6, then a line ---";

function parseFront(yaml: string, report: Report): FrontMatter | undefined {
  try {
    const front = FrontMatter.safeParse(parseYaml(yaml));
    if (front.success) return front.data;
    for (const issue of front.error.issues)
      report(1, `front matter: ${issue.path.join(".")} ${issue.message}; ${FRONT_SHAPE}`);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = (error.linePos?.[0].line ?? 0) + 1;
    report(line, `front matter: ${error.code}; put a title that holds a colon in "quotes"`);
  }
  return undefined;
}

/** The blocks of a lesson or quiz file with its front matter. Lines of the nodes are lines of the file. */
export function parseMarkdown(
  text: string,
  report: Report,
): { front: FrontMatter | undefined; blocks: ContainerDirective[] } {
  const match = FRONT.exec(text);
  if (!match) report(1, `no front matter: ${FRONT_SHAPE}`);
  const head = match?.[0] ?? "";
  const blank = "\n".repeat(head.split("\n").length - 1);
  const tree = parseTree(blank + text.slice(head.length));
  const blocks = tree.children.flatMap((node) => {
    if (node.type === "containerDirective") return [node];
    report(node, "outside a block: put it between :::text{#name} and :::");
    return [];
  });
  for (const block of blocks)
    if (!block.data?.position?.closing)
      report(block, `“${block.name}” does not end: close it with a line :::`);
  return { front: match ? parseFront(match[1] ?? "", report) : undefined, blocks };
}
