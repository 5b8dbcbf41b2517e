import type { BlockContent, Root } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item";
import { toMarkdown } from "mdast-util-to-markdown";

/** A `:::block`: its name, its key where it has one, what stands in its braces, and what is in it. */
export type Written = {
  readonly name: string;
  readonly key?: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly content: BlockContent[];
};

/** A line of our own words that begins with ::: would close its block. */
const FENCE = { atBreak: true, character: ":", after: ":" } as const;

/** A tree as text. */
export function markdownOf(children: BlockContent[]): string {
  const root: Root = { type: "root", children };
  return toMarkdown(root, {
    bullet: "-",
    rule: "-",
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
      { unsafe: [FENCE] },
    ],
  });
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
const quoted = (value: string): string =>
  `"${value.replaceAll(/[&"\n\r]/g, (character) => ESCAPES[character] ?? "")}"`;

/** A block between its fences: `:::name{#key word="…"}`. What has no value is not written. */
export const fenced = ({ name, key, attributes = {}, content }: Written): string => {
  const pairs = Object.entries(attributes).flatMap(([word, value]) =>
    value === undefined || value === "" ? [] : [`${word}=${quoted(value)}`],
  );
  const inside = [...(key === undefined ? [] : [`#${key}`]), ...pairs].join(" ");
  return `:::${name}${inside && `{${inside}}`}\n${markdownOf(content)}:::\n`;
};
