import { type Block, captionsIn, type Media } from "@twiza/contract";
import type { Paragraph, RootContent, Table } from "mdast";
import type { ContainerDirective } from "mdast-util-directive";
import type { Attributes, BlockName } from "./attributes.ts";
import type { Report } from "./fault.ts";
import { questionOf } from "./question.ts";
import { plainSentence, plainTextOf, richTextOf } from "./rich-text.ts";

/** A spoken text: its file and how long it lasts. */
export type Voice = { readonly media: Media; readonly seconds: number };

/** Where the media of a lesson are found: by the name its author wrote, and the lesson's voice in its language. */
export type Shelf = {
  readonly media: (src: string) => Media | undefined;
  readonly voice?: Voice | undefined;
};

type Reading = {
  readonly node: ContainerDirective;
  readonly attributes: Attributes;
  readonly shelf: Shelf;
  readonly report: Report;
};

/** A block as read, before the contract's schema has had its word. */
type Draft = { readonly kind: Block["kind"]; readonly key: string } & Record<string, unknown>;

function mediaOf(
  { node, attributes, shelf, report }: Reading,
  name: "src" | "sound" | "poster" = "src",
): Media | undefined {
  const src = attributes.text(name);
  const media = src === undefined ? undefined : shelf.media(src);
  if (src !== undefined && !media)
    report(
      node,
      `no file “${src}”: put it into the course's folder media/, svg, webp, ogg, mp4, webm or pdf`,
    );
  return media;
}

function pictureOf(reading: Reading): Draft | undefined {
  const { node, attributes, report } = reading;
  const media = mediaOf(reading);
  if (attributes.text("src") === undefined) report(node, 'picture: write src="file.svg"');
  if (attributes.text("decorative") !== undefined) return decorationOf(reading, media);
  const alt = attributes.text("alt");
  if (alt === undefined) report(node, 'picture: write alt="what one sees", for those who cannot');
  if (!media || alt === undefined) return undefined;
  const caption = plainTextOf(richTextOf(node.children, report));
  return { kind: "picture", key: attributes.key, media, alt, ...(caption && { caption }) };
}

function decorationOf({ node, attributes, report }: Reading, media: Media | undefined) {
  if (attributes.text("decorative") !== "yes" || attributes.text("alt") !== undefined)
    report(node, 'picture: write alt="what one sees", or decorative="yes" and no alt');
  if (node.children.length > 0) report(node, "picture: one that only decorates has no caption");
  const { key } = attributes;
  return media && ({ kind: "picture", key, media, alt: "", decorative: true } as const);
}

function secondsOf({ node, attributes, report }: Reading): number {
  const seconds = attributes.text("seconds") ?? "0";
  if (!/^\d{1,5}$/.test(seconds)) report(node, `seconds="${seconds}": write a whole number`);
  return Number(seconds);
}

/** Its captions are the first thing in it, as WebVTT between ```vtt and ```; what is said follows. */
function videoOf(reading: Reading): Draft | undefined {
  const { node, attributes, report } = reading;
  const [first, ...others] = node.children;
  const vtt = first?.type === "code" && first.lang === "vtt" ? first.value : undefined;
  const captions = vtt === undefined ? [] : captionsIn(vtt);
  if (!captions) report(node, "no caption in ```vtt: write 00:00:01.000 --> 00:00:03.000, and the words below"); // prettier-ignore
  const [media, sound, poster] = [
    mediaOf(reading),
    mediaOf(reading, "sound"),
    mediaOf(reading, "poster"),
  ];
  const title = attributes.text("title");
  if (attributes.text("src") === undefined) report(node, 'video: write src="file.mp4"');
  if (title === undefined) report(node, 'video: write title="what it is called"');
  const spoken = vtt === undefined ? node.children : others;
  const transcript = plainTextOf(richTextOf(spoken, report));
  const seconds = secondsOf(reading);
  if (!media || title === undefined || !captions) return undefined;
  const { key } = attributes;
  const files = { media, ...(sound && { sound }), ...(poster && { poster }) };
  return { kind: "video", key, ...files, seconds, title, transcript, captions };
}

function audioOf(reading: Reading): Draft {
  const { node, attributes, shelf, report } = reading;
  const named = attributes.text("src") !== undefined;
  const voice = named ? undefined : shelf.voice;
  const media = named ? mediaOf(reading) : voice?.media;
  return {
    kind: "audio",
    key: attributes.key,
    ...(media && { media }),
    seconds: voice?.seconds ?? secondsOf(reading),
    transcript: plainTextOf(richTextOf(node.children, report)),
  };
}

function stepsOf({ node, attributes, report }: Reading): Draft | undefined {
  const [list, ...rest] = node.children;
  if (list?.type !== "list" || !list.ordered || rest.length > 0) {
    report(node, "steps hold one numbered list and nothing else: 1. First… 2. Then…");
    return undefined;
  }
  const steps = list.children.map((item) => {
    if (item.children.length === 0) report(item, "empty step: write it or delete its number");
    return richTextOf(item.children, report);
  });
  return { kind: "steps", key: attributes.key, steps };
}

const isTable = (node: RootContent | undefined): node is Table => node?.type === "table";

function tableOf({ node, attributes, report }: Reading): Draft | undefined {
  const [table, ...rest] = node.children;
  if (!isTable(table) || rest.length > 0) {
    report(node, "table holds one table and nothing else: | a | b |, then | --- | ---: |");
    return undefined;
  }
  const [head = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) => plainSentence(cell.children, report)),
  );
  rows.forEach((row, index) => {
    if (row.length !== head.length)
      report(
        table.children[index + 1] ?? table,
        `row of ${row.length} cells under a head of ${head.length}: write a | for each column`,
      );
  });
  const caption = attributes.text("caption");
  const numeric = head.map((_, column) => table.align?.[column] === "right");
  return { kind: "table", key: attributes.key, ...(caption && { caption }), head, numeric, rows };
}

/** A card's name, and what its author says of it as plain text. */
function titledOf({ node, attributes, report }: Reading) {
  const title = attributes.text("title");
  if (title === undefined) report(node, 'write title="what it is called"');
  const about = plainTextOf(richTextOf(node.children, report));
  return title && { title, ...(about && { about }) };
}

function fileOf(reading: Reading): Draft | undefined {
  const { node, attributes, report } = reading;
  const media = mediaOf(reading);
  if (attributes.text("src") === undefined) report(node, 'file: write src="file.pdf"');
  const titled = titledOf(reading);
  return media && titled ? { kind: "file", key: attributes.key, media, ...titled } : undefined;
}

function linkOf(reading: Reading): Draft | undefined {
  const { node, attributes, report } = reading;
  const href = attributes.text("href");
  if (href === undefined) report(node, 'link: write href="https://…"');
  const titled = titledOf(reading);
  return href && titled ? { kind: "link", key: attributes.key, href, ...titled } : undefined;
}

function galleryOf({ node, attributes, shelf, report }: Reading): Draft | undefined {
  const [list, ...rest] = node.children;
  if (list?.type !== "list" || rest.length > 0) {
    report(
      node,
      "gallery holds one list of pictures and nothing else: - ![what one sees](file.svg)",
    );
    return undefined;
  }
  const pictures = list.children.flatMap((item, index) => {
    const [first, ...caption] = item.children;
    const image = first?.type === "paragraph" && first.children.length === 1 && first.children[0];
    const media = image && image.type === "image" ? shelf.media(image.url) : undefined;
    if (!image || image.type !== "image" || !media) {
      report(item, "begin each item with a picture of media/: ![what one sees](file.svg)");
      return [];
    }
    const id = String.fromCharCode(97 + index);
    const alt = image.alt?.trim() ?? "";
    const words = plainTextOf(richTextOf(caption, report));
    if (alt !== "") return [{ id, media, alt, ...(words && { caption: words }) }];
    if (words) report(item, "a picture without words only decorates, and has no caption");
    return [{ id, media, alt, decorative: true }];
  });
  return { kind: "gallery", key: attributes.key, view: attributes.text("view") ?? "row", pictures };
}

function termOf(reading: Reading): Draft | undefined {
  const { node, attributes, report } = reading;
  const term = attributes.text("word");
  if (term === undefined) report(node, 'term: write word="the word that is explained"');
  return term === undefined
    ? undefined
    : { kind: "term", key: attributes.key, term, doc: proseOf(reading) };
}

const proseOf = ({ node, report }: Reading) => richTextOf(node.children, report);

/** A faulty label (`:::text[…]`) arrives as a paragraph that the parser marks. */
const isLabel = (node: RootContent | undefined): node is Paragraph =>
  node?.type === "paragraph" && Boolean(node.data && "directiveLabel" in node.data);

const READERS: Record<BlockName, (reading: Reading) => Draft | undefined> = {
  text: (reading) => ({ kind: "text", key: reading.attributes.key, doc: proseOf(reading) }),
  callout: (reading) => ({
    kind: "callout",
    key: reading.attributes.key,
    tone: reading.attributes.text("tone") ?? "note",
    doc: proseOf(reading),
  }),
  picture: pictureOf,
  audio: audioOf,
  steps: stepsOf,
  table: tableOf,
  question: ({ shelf: { media }, ...reading }) => {
    const question = questionOf({ ...reading, media });
    return question && { kind: "question", ...question };
  },
  term: termOf,
  file: fileOf,
  gallery: galleryOf,
  link: linkOf,
  video: videoOf,
};

/** What a directive says, by its kind; nothing when so much is wrong that there is no block. */
export function draftOf(name: BlockName, reading: Reading): Draft | undefined {
  const { node, report } = reading;
  const nested = node.children.find(({ type }) => type === "containerDirective");
  if (nested) {
    report(nested, `block inside “${name}”: close that one with ::: first`);
    return undefined;
  }
  if (isLabel(node.children[0])) report(node, "no [brackets] after the kind of a block");
  return READERS[name](reading);
}
