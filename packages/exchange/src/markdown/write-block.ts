import type { Block, QuestionBlock, RichText } from "@twiza/contract";
import type { BlockContent, PhrasingContent, Table } from "mdast";
import { oneLine } from "../flow/one-line.ts";
import type {
  ImportedBlock,
  ImportedCallout,
  ImportedQuestion,
  ImportedSteps,
} from "../imported.ts";
import { fenced, markdownOf } from "./fenced.ts";
import { fileName, type Named } from "./file-name.ts";
import { blocksOf, plainBlocksOf } from "./to-mdast.ts";
import { writtenQuestion } from "./write-question.ts";
import { writtenSteps } from "./write-steps.ts";

/** What is said of a picture. */
type Told = { readonly alt: string; readonly caption?: string | undefined };
type WrittenPicture = Named & Told & { readonly kind: "picture" };
type WrittenAudio = Named & {
  readonly kind: "audio";
  readonly seconds: number;
  readonly transcript: string;
};
type About = { readonly title: string; readonly about?: string | undefined };
type Rarer =
  | { readonly kind: "term"; readonly term: string; readonly doc: RichText }
  | { readonly kind: "gallery"; readonly pictures: readonly (Named & Told)[] }
  | ({ readonly kind: "file" } & Named & About)
  | ({ readonly kind: "video"; readonly title: string; readonly transcript: string } & Named)
  | ({ readonly kind: "link"; readonly href: string } & About);

/** A block as it goes out: of a published lesson, of a draft, or as a reader answered with it. */
export type MarkdownBlock =
  | Exclude<ImportedBlock, { kind: "picture" }>
  | ImportedCallout
  | ImportedSteps
  | ImportedQuestion
  | Omit<QuestionBlock, "key">
  | WrittenPicture
  | WrittenAudio
  | Rarer;

/** Lines in a cell are parted as everybody parts them, since a row of Markdown is one line. */
const cell = (text: string): PhrasingContent[] =>
  text
    .split(/\r\n?|\n/)
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: "html", value: "<br>" } as const] : []),
      ...(line ? [{ type: "text", value: line } as const] : []),
    ]);

type TableBlock = Pick<Extract<Block, { kind: "table" }>, "head" | "numeric" | "rows" | "caption">;

function writtenTable({ head, numeric, rows, caption }: TableBlock): BlockContent[] {
  const row = (cells: readonly string[]): Table["children"][number] => ({
    type: "tableRow",
    children: cells.map((text) => ({ type: "tableCell", children: cell(text) })),
  });
  const align = head.map((_, column) => (numeric[column] ? "right" : null));
  const table: Table = { type: "table", align, children: [row(head), ...rows.map(row)] };
  if (!caption) return [table];
  return [
    table,
    { type: "paragraph", children: [{ type: "text", value: `: ${oneLine(caption)}` }] },
  ];
}

/** Nothing for one that nobody has chosen yet. */
function writtenPicture(picture: Named & Told): BlockContent[] {
  if (fileName(picture) === "") return [];
  const title = picture.caption ? { title: picture.caption } : {};
  const alt = oneLine(picture.alt);
  const image: PhrasingContent = { type: "image", url: fileName(picture), alt, ...title };
  return [{ type: "paragraph", children: [image] }];
}

/** What leads elsewhere, or to a document: its name, and under it what it is about. */
function writtenLink(url: string, { title, about }: About): BlockContent[] {
  const name: PhrasingContent = { type: "text", value: oneLine(title) || url };
  const link: PhrasingContent = url === "" ? name : { type: "link", url, children: [name] };
  const head: BlockContent[] = name.value === "" ? [] : [{ type: "paragraph", children: [link] }];
  return [...head, ...(about ? plainBlocksOf(about) : [])];
}

/** One block as Markdown: what every program understands, and `:::blocks` for what Markdown cannot say. */
export function writeBlock(block: MarkdownBlock): string {
  switch (block.kind) {
    case "text":
      return markdownOf(blocksOf(block.doc));
    case "callout": {
      const sign: BlockContent = { type: "html", value: `[!${block.tone.toUpperCase()}]` };
      return markdownOf([{ type: "blockquote", children: [sign, ...blocksOf(block.doc)] }]);
    }
    case "picture":
      return markdownOf(writtenPicture(block));
    case "gallery":
      return markdownOf(block.pictures.flatMap(writtenPicture));
    case "term":
      return fenced({
        name: "term",
        attributes: { word: block.term },
        content: blocksOf(block.doc),
      });
    case "file":
      return markdownOf(writtenLink(fileName(block), block));
    case "link":
      return markdownOf(writtenLink(block.href, block));
    case "audio": {
      const { seconds, transcript } = block;
      const attributes = { src: fileName(block), seconds: String(seconds) };
      return fenced({ name: "audio", attributes, content: plainBlocksOf(transcript) });
    }
    case "video":
      return markdownOf(
        writtenLink(fileName(block), { title: block.title, about: block.transcript }),
      );
    case "steps":
      return fenced(writtenSteps(block.steps));
    case "table":
      return markdownOf(writtenTable(block));
    case "question":
      return fenced(writtenQuestion(block));
  }
}
