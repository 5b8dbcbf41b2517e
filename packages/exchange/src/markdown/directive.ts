import type { RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import { insideOf, plainTextOf } from "../compose/rich-text.ts";
import type { FurtherBlock } from "../imported.ts";
import type { FlowPicture } from "../flow/flow.ts";
import type { FurtherItem } from "../reading.ts";
import { nameOf } from "../files/path.ts";
import { attributeOf } from "./attributes.ts";
import { calloutOf, toneOf } from "./callout.ts";
import { addParagraph, type Blocks, readInside } from "./blocks.ts";
import { readQuestion } from "./question.ts";
import { inlineOf } from "./inline.ts";

type Directive = { readonly node: ContainerDirective; readonly at: number };

type Belongings = {
  readonly words: string;
  readonly pictures?: readonly FlowPicture[];
  readonly after?: readonly FurtherItem[];
  readonly recording?: string | undefined;
};

/** One block with what belongs to it behind it. */
const ready = (
  block: FurtherBlock,
  at: number,
  { words, pictures = [], after = [], recording }: Belongings,
): FurtherItem[] => [
  { kind: "ready", at, block, words, pictures, ...(recording !== undefined && { recording }) },
  ...after,
];

function stepsOf(blocks: Blocks, { node, at }: Directive): FurtherItem[] | undefined {
  const [list, ...rest] = node.children;
  if (list?.type !== "list" || rest.length > 0 || list.children.length > 20) return undefined;
  const { remarks } = blocks.context;
  const inside = list.children.map(({ children }) =>
    insideOf(readInside(blocks, children), remarks),
  );
  const steps = inside.flatMap(({ docs }) => docs.slice(0, 1));
  if (steps.length === 0 || inside.some(({ docs }) => docs.length > 1)) return undefined;
  return ready({ kind: "steps", steps }, at, {
    words: steps.map(plainTextOf).join(" "),
    pictures: inside.flatMap(({ pictures }) => pictures),
    after: inside.flatMap(({ after }) => after),
  });
}

/** What a term may be, in characters. */
const LONGEST_TERM = 120;

function termOf(blocks: Blocks, { node, at }: Directive): FurtherItem[] | undefined {
  const { docs, pictures, after } = insideOf(
    readInside(blocks, node.children),
    blocks.context.remarks,
  );
  const [doc, ...rest] = docs;
  const term = attributeOf(node, "word");
  if (term === undefined || term.length > LONGEST_TERM || !doc || rest.length > 0) return undefined;
  const words = `${term} ${plainTextOf(doc)}`;
  return ready({ kind: "term", term, doc }, at, { words, pictures, after });
}

function audioOf(blocks: Blocks, { node, at }: Directive): FurtherItem[] | undefined {
  const { docs } = insideOf(readInside(blocks, node.children), blocks.context.remarks);
  const transcript = docs.map(plainTextOf).join("\n\n");
  const seconds = Number(attributeOf(node, "seconds") ?? "0");
  const src = attributeOf(node, "src");
  if (transcript === "" || transcript.length > 4000 || !Number.isSafeInteger(seconds) || seconds < 0) return undefined; // prettier-ignore
  const recording = src === undefined ? undefined : nameOf(src, blocks.context.file);
  return ready({ kind: "audio", seconds, transcript }, at, { words: transcript, recording });
}

/** A picture as the house writes it: `:::picture{src="…" alt="…"}`, its caption inside. */
function pictureOf(blocks: Blocks, { node, at }: Directive): FurtherItem[] | undefined {
  const src = attributeOf(node, "src");
  if (src === undefined) return undefined;
  const { docs } = insideOf(readInside(blocks, node.children), blocks.context.remarks);
  const caption = docs.map(plainTextOf).join("\n\n");
  const picture = {
    relation: nameOf(src, blocks.context.file),
    alt: attributeOf(node, "alt") ?? "",
    ...(caption && { caption }),
  };
  return [{ kind: "paragraph", at, role: { type: "body" }, content: [], pictures: [picture] }];
}

function tableOf(blocks: Blocks, { node }: Directive): FurtherItem[] | undefined {
  const items = readInside(blocks, node.children);
  const [table, ...rest] = items;
  const caption = attributeOf(node, "caption");
  if (table?.kind !== "table" || rest.length > 0) return undefined;
  return [{ ...table, ...(caption !== undefined && caption.length <= 400 && { caption }) }];
}

function readNamed(blocks: Blocks, directive: Directive): FurtherItem[] | undefined {
  const { node, at } = directive;
  switch (node.name) {
    case "text":
      return [
        { kind: "break", at, pictures: [] },
        ...readInside(blocks, node.children),
        { kind: "break", at, pictures: [] },
      ];
    case "steps":
      return stepsOf(blocks, directive);
    case "audio":
      return audioOf(blocks, directive);
    case "picture":
      return pictureOf(blocks, directive);
    case "term":
      return termOf(blocks, directive);
    case "table":
      return tableOf(blocks, directive);
    case "question":
      return readQuestion(blocks, directive);
    default: {
      const isCallout = node.name === "callout";
      const tone = toneOf(isCallout ? (attributeOf(node, "tone") ?? "note") : node.name);
      return tone && calloutOf(blocks, { tone, children: node.children, at });
    }
  }
}

const KNOWN = /^(?:text|steps|audio|picture|table|term|question|callout)$/;

/** A `:::block`. What is not understood is read as if its fences were not there. */
export function readDirective(
  blocks: Blocks,
  node: ContainerDirective | LeafDirective,
  at: number,
): void {
  const { remarks } = blocks.context;
  if (node.type === "leafDirective") {
    remarks.add("changed", "block.unknown", { name: node.name });
    const inline = inlineOf(node.children, blocks.context);
    return addParagraph(blocks, { at, role: { type: "body" } }, inline);
  }
  const items = readNamed(blocks, { node, at });
  if (items) {
    blocks.items.push(...items);
    return;
  }
  const code = KNOWN.test(node.name) ? "block.broken" : "block.unknown";
  remarks.add("changed", code, { name: node.name });
  const children: readonly RootContent[] = node.children;
  for (const child of children) blocks.read(blocks, child);
}
