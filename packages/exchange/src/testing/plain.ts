import type { RichInline, RichText } from "@twiza/contract";
import type { AnyImportedBlock, ImportedOption, ImportedQuestion } from "../imported.ts";
import type { ReportLine } from "../reading.ts";

const inline = (texts: readonly RichInline[] = []): string =>
  texts
    .map(({ text, marks = [] }) =>
      marks.reduceRight((inner, mark) => {
        if (mark.type === "bold") return `**${inner}**`;
        return mark.type === "italic" ? `_${inner}_` : `[${inner}](${mark.attrs.href})`;
      }, text),
    )
    .join("");

/** Rich text on few lines, for looking at: `### heading`, `- item`, `1. item`, with ` / ` between the paragraphs of an item. */
const plain = ({ content }: RichText): string =>
  content
    .map((node) => {
      if (node.type === "paragraph") return inline(node.content);
      if (node.type === "heading") return `${"#".repeat(node.attrs.level)} ${inline(node.content)}`;
      return node.content
        .map(({ content: paragraphs }, at) => {
          const sign = node.type === "bulletList" ? "-" : `${at + 1}.`;
          return `${sign} ${paragraphs.map((each) => inline(each.content)).join(" / ")}`;
        })
        .join("\n");
    })
    .join("\n");

const answer = ({ text, right, feedback, pair, gap, spot, picture }: ImportedOption): string =>
  [
    `(${right ? "x" : " "})`,
    ...(gap === undefined ? [] : [`[${gap}]`]),
    ...(spot ? [`${spot.x},${spot.y}`] : []),
    text,
    ...(pair === undefined ? [] : [`-> ${pair}`]),
    ...(picture ? [`<${picture.name}>`] : []),
    ...(feedback === undefined ? [] : [`// ${feedback}`]),
  ].join(" ");

const question = ({
  question: kind,
  prompt,
  options,
  number,
  feedback,
  hint,
  credit,
  picture,
}: ImportedQuestion): string =>
  [
    `? ${kind}${credit ? " in parts" : ""}: ${plain(prompt)}`,
    ...(picture ? [`<${picture.image.name}> ${picture.alt}`] : []),
    ...(hint === undefined ? [] : [`? ${hint}`]),
    ...options.map(answer),
    ...(number ? [`= ${number.value} ± ${number.tolerance} ${number.unit ?? ""}`.trim()] : []),
    ...(feedback === undefined ? [] : [`// ${feedback}`]),
  ].join("\n");

/**
 * A block on few lines: text as above, `[alt | caption]`, `a | b` for the rows of a table, `!tip text`, `? choice: prompt` with
 * `? hint` and `(x) option -> pair // feedback`, `word: text`.
 */
export function shown(block: AnyImportedBlock): string {
  switch (block.kind) {
    case "text":
      return plain(block.doc);
    case "picture":
      return `[${[block.alt, block.caption].filter(Boolean).join(" | ")}]`;
    case "callout":
      return `!${block.tone} ${plain(block.doc)}`;
    case "steps":
      return block.steps.map((step, at) => `${at + 1}) ${plain(step)}`).join("\n");
    case "term":
      return `${block.term}: ${plain(block.doc)}`;
    case "audio":
      return `(${block.seconds} s) ${block.transcript}`;
    case "question":
      return question(block);
    case "table":
      return [...(block.caption === undefined ? [] : [`: ${block.caption}`]), ...[block.head, ...block.rows].map((row) => row.join(" | "))].join("\n"); // prettier-ignore
  }
}

/** What a reading says that was not simply taken over: codes, with their details. */
export const told = (report: readonly ReportLine[]): [string, object][] =>
  report.filter(({ what }) => what !== "imported").map(({ code, detail }) => [code, detail]);
