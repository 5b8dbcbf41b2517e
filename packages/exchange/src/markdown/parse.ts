import type { Root } from "mdast";
import { directiveFromMarkdown } from "mdast-util-directive";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { directive } from "micromark-extension-directive";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

/** Only `:::blocks`: a colon inside a sentence (“le prix :50 DH”) stays a colon. */
const blockDirective = (): ReturnType<typeof directive> => {
  const { flow } = directive();
  return flow ? { flow } : {};
};

/** Markdown as CommonMark has it, with tables, boxes to tick and `:::blocks`. */
export const parseTree = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [blockDirective(), gfmTable(), gfmTaskListItem()],
    mdastExtensions: [
      directiveFromMarkdown({ verbose: true }),
      gfmTableFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  });
