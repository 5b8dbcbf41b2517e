import type { BlockKind, DraftBlock } from "@twiza/contract";
import { EMPTY, isBlank } from "./rich-text.ts";

export type Of<Kind extends DraftBlock["kind"]> = Extract<DraftBlock, { kind: Kind }>;
/** Blocks that are more than text: what they are written with comes behind the lesson. */
export type Later = Of<
  "audio" | "video" | "steps" | "table" | "question" | "term" | "file" | "gallery" | "link"
>;

/** What can be added to a lesson. */
export const ADDED = [
  "text",
  "callout",
  "steps",
  "table",
  "question",
  "picture",
  "gallery",
  "audio",
  "video",
  "term",
  "file",
  "link",
] as const satisfies readonly BlockKind[];
export const TONES = ["note", "tip", "warning", "example"] as const;

/** Names a block or an option for ever: chance alone, since any number of people may make them at once. */
export const newKey = (newId: () => string): string =>
  `b-${newId().replaceAll("-", "").slice(-20)}`;

/** A block of that kind in which nothing is written yet. */
export function blank(kind: DraftBlock["kind"]): DraftBlock {
  switch (kind) {
    case "title":
      return { kind, text: "" };
    case "text":
      return { kind, doc: EMPTY };
    case "callout":
      return { kind, tone: "note", doc: EMPTY };
    case "steps":
      return { kind, steps: [EMPTY] };
    case "table":
      return { kind, head: ["", ""], numeric: [false, false], rows: [["", ""]] };
    case "picture":
      return { kind, alt: "" };
    case "audio":
      return { kind, seconds: 0, transcript: "" };
    case "question":
      return { kind, question: "choice", prompt: EMPTY, options: [] };
    case "term":
      return { kind, term: "", doc: EMPTY };
    case "file":
      return { kind, title: "" };
    case "gallery":
      return { kind, view: "row", pictures: ["a", "b"].map((id) => ({ id, alt: "" })) };
    case "link":
      return { kind, href: "", title: "" };
    case "video":
      return { kind, seconds: 0, title: "", transcript: "", captions: [] };
  }
}

/** What a translation begins with: the same form and figures, and no words yet. */
export function likeness(source: DraftBlock): DraftBlock {
  switch (source.kind) {
    case "callout":
      return { ...source, doc: EMPTY };
    case "steps":
      return { ...source, steps: source.steps.map(() => EMPTY) };
    case "table":
      return {
        kind: source.kind,
        numeric: source.numeric,
        head: source.head.map(() => ""),
        rows: source.rows.map((row) => row.map((cell, at) => (source.numeric[at] ? cell : ""))),
      };
    case "picture":
      return { kind: source.kind, ...wordless(source) };
    case "gallery":
      return {
        kind: source.kind,
        view: source.view,
        pictures: source.pictures.map((picture) => ({ id: picture.id, ...wordless(picture) })),
      };
    case "file":
      return { kind: source.kind, title: "", ...(source.media ? { media: source.media } : {}) };
    case "link":
      return { kind: source.kind, href: source.href, title: "" };
    case "video":
      return {
        ...source,
        title: "",
        transcript: "",
        captions: source.captions.map(({ from, to }) => ({ from, to, text: "" })),
      };
    case "question":
      return {
        kind: source.kind,
        question: source.question,
        prompt: EMPTY,
        options: source.options.map(({ text: _, feedback: __, pair, ...option }) => ({
          ...option,
          text: "",
          ...(pair === undefined ? {} : { pair: "" }),
        })),
        ...(source.number ? { number: source.number } : {}),
        ...(source.credit ? { credit: source.credit } : {}),
        ...(source.hint ? { hint: "" } : {}),
        ...(source.picture ? { picture: { media: source.picture.media, alt: "" } } : {}),
      };
    default:
      return blank(source.kind);
  }
}

/** A translation with what is seen and heard in the source, as it is composed: only its words are its own. */
export function withShared<B extends DraftBlock>(
  block: B,
  original: DraftBlock | undefined,
): B | Of<"video"> | Of<"question"> {
  if (block.kind === "question" && original?.kind === "question")
    return withSharedPictures(block, original);
  if (block.kind !== "video" || original?.kind !== "video") return block;
  const { media, sound, poster, seconds } = original;
  const { title, transcript, captions } = block;
  return {
    ...{ kind: block.kind, seconds, title, transcript, captions },
    ...(media ? { media } : {}),
    ...(sound ? { sound } : {}),
    ...(poster ? { poster } : {}),
  };
}

/** The pictures of a question and where on them its options lie. */
function withSharedPictures(own: Of<"question">, { picture, options }: Of<"question">) {
  const { picture: mine, ...words } = own;
  return {
    ...words,
    ...(picture ? { picture: { ...picture, alt: mine?.alt ?? "" } } : {}),
    options: own.options.map(({ spot: _, picture: __, ...option }) => {
      const { spot, picture: shows } = options.find(({ id }) => id === option.id) ?? {};
      return { ...option, ...(spot ? { spot } : {}), ...(shows ? { picture: shows } : {}) };
    }),
  };
}

export type Picture = Omit<Of<"picture">, "kind">;
const wordless = ({ media, decorative }: Picture): Picture => ({
  alt: "",
  ...(media ? { media } : {}),
  ...(decorative ? { decorative } : {}),
});

/** Whether nobody has written anything in it. */
export function isUnwritten(block: DraftBlock): boolean {
  const isEmpty = (...texts: readonly (string | undefined)[]): boolean =>
    texts.every((text) => !text?.trim());
  switch (block.kind) {
    case "title":
      return isEmpty(block.text);
    case "text":
    case "callout":
      return isBlank(block.doc);
    case "steps":
      return block.steps.every(isBlank);
    case "table":
      return isEmpty(block.caption, ...block.head, ...block.rows.flat());
    case "picture":
      return isEmpty(block.alt, block.caption);
    case "audio":
      return isEmpty(block.transcript);
    case "question":
      return (
        isBlank(block.prompt) &&
        isEmpty(block.feedback, block.hint, block.picture?.alt) &&
        isEmpty(...block.options.flatMap(({ text, pair }) => [text, pair]))
      );
    case "video":
      return isEmpty(block.title, block.transcript, ...block.captions.map(({ text }) => text));
    case "term":
      return isEmpty(block.term) && isBlank(block.doc);
    case "file":
    case "link":
      return isEmpty(block.title, block.about);
    case "gallery":
      return isEmpty(...block.pictures.flatMap(({ alt, caption }) => [alt, caption]));
  }
}

/** Whether there is nothing to read in it and nothing to translate, as the server tells it. */
export function isWordless(block: DraftBlock): boolean {
  if (block.kind === "gallery")
    return block.pictures.length > 0 && block.pictures.every(({ decorative }) => decorative);
  return block.kind === "picture" && block.decorative === true;
}
