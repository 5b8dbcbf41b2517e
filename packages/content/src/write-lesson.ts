import {
  type Block,
  type GalleryBlock,
  type LessonBody,
  type Media,
  MEDIA_TYPES,
  type VideoBlock,
  vttOf,
} from "@twiza/contract";
import {
  blocksOf,
  fenced,
  plainBlocksOf,
  type Written,
  writtenQuestion,
  writtenSteps,
} from "@twiza/exchange/markdown";
import type { BlockContent, ListItem, Table } from "mdast";

/** A written media names its content: `<hash>.svg`, as it is served. */
export const mediaName = ({ hash, type }: Media): string => `${hash}.${MEDIA_TYPES[type]}`;

type Inside = Omit<Written, "name" | "key">;

function tableOf({ head, numeric, rows, caption }: Extract<Block, { kind: "table" }>): Inside {
  const row = (cells: readonly string[]): Table["children"][number] => ({
    type: "tableRow",
    children: cells.map((value) => ({ type: "tableCell", children: [{ type: "text", value }] })),
  });
  const align = numeric.map((right) => (right ? "right" : null));
  const table: Table = { type: "table", align, children: [row(head), ...rows.map(row)] };
  return { attributes: { caption }, content: [table] };
}

const aboutOf = ({ about }: { readonly about?: string | undefined }): BlockContent[] =>
  about === undefined ? [] : plainBlocksOf(about);

function galleryOf({ view, pictures }: GalleryBlock): Inside {
  const children = pictures.map(({ media, alt, caption }): ListItem => ({
    type: "listItem",
    spread: true,
    children: [
      { type: "paragraph", children: [{ type: "image", url: mediaName(media), alt }] },
      ...(caption === undefined ? [] : plainBlocksOf(caption)),
    ],
  }));
  return { attributes: { view }, content: [{ type: "list", spread: true, children }] };
}

/** Its captions stand before what is said, as the file of WebVTT that they are. */
function videoOf({
  media,
  sound,
  poster,
  seconds,
  title,
  captions,
  transcript,
}: VideoBlock): Inside {
  const attributes = {
    src: mediaName(media),
    sound: sound && mediaName(sound),
    poster: poster && mediaName(poster),
    seconds: String(seconds),
    title,
  };
  const vtt: BlockContent[] =
    captions.length > 0 ? [{ type: "code", lang: "vtt", value: vttOf(captions) }] : [];
  return { attributes, content: [...vtt, ...plainBlocksOf(transcript)] };
}

function writtenOf(block: Block): Inside {
  switch (block.kind) {
    case "text":
      return { content: blocksOf(block.doc) };
    case "callout":
      return { attributes: { tone: block.tone }, content: blocksOf(block.doc) };
    case "picture": {
      const { media, alt, decorative, caption } = block;
      if (decorative)
        return { attributes: { src: mediaName(media), decorative: "yes" }, content: [] };
      const content = caption === undefined ? [] : plainBlocksOf(caption);
      return { attributes: { src: mediaName(media), alt }, content };
    }
    case "audio": {
      const { media, seconds, transcript } = block;
      const attributes = { src: media && mediaName(media), seconds: String(seconds) };
      return { attributes, content: plainBlocksOf(transcript) };
    }
    case "steps":
      return writtenSteps(block.steps);
    case "table":
      return tableOf(block);
    case "question":
      return writtenQuestion(block, (picture) =>
        "hash" in picture ? mediaName(picture) : picture.name,
      );
    case "term":
      return { attributes: { word: block.term }, content: blocksOf(block.doc) };
    case "file": {
      const { media, title } = block;
      return { attributes: { src: mediaName(media), title }, content: aboutOf(block) };
    }
    case "link":
      return { attributes: { href: block.href, title: block.title }, content: aboutOf(block) };
    case "gallery":
      return galleryOf(block);
    case "video":
      return videoOf(block);
  }
}

const writeBlock = (block: Block): string =>
  fenced({ ...writtenOf(block), name: block.kind, key: block.key });

/**
 * A lesson as the Markdown that `readLesson` reads back to the same body, given a shelf that finds media by `mediaName`.
 * `minutes` are the manifest's, since a body does not hold them. An empty paragraph cannot be written in Markdown and is lost.
 */
export function writeLesson(body: LessonBody, minutes?: number): string {
  // JSON's strings are YAML's double-quoted ones.
  const front = [`title: ${JSON.stringify(body.title)}`];
  if (minutes !== undefined) front.push(`minutes: ${minutes}`);
  return `---\n${front.join("\n")}\n---\n\n${body.blocks.map(writeBlock).join("\n")}`;
}
