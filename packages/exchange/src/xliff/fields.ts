import type { Block, GalleryBlock, Media, RichText } from "@twiza/contract";
import { CAPTION_LIMITS } from "@twiza/contract/captions";

type Body<K extends Block["kind"]> = Omit<Extract<Block, { kind: K }>, "key" | "media"> & {
  readonly media?: Media | undefined;
};

/** A picture of several, which may not be chosen yet. */
type Shown = Omit<GalleryBlock["pictures"][number], "media"> & {
  readonly media?: Media | undefined;
};
/** A video, which may not be chosen yet. */
type Film = Omit<Body<"video">, "sound" | "poster"> &
  Readonly<Partial<Record<"sound" | "poster", Media | undefined>>>;
type Told = Pick<Shown, "alt" | "decorative" | "caption">;

/** A block in one language, published or still being written; the lesson's title is one too. Its key stands beside it. */
export type WrittenBlock =
  | { readonly kind: "title"; readonly text: string }
  /** Words of something that is no lesson, in so many characters at most. */
  | { readonly kind: "words"; readonly text: string; readonly most: number }
  | Body<"text">
  | Body<"picture">
  | Body<"audio">
  | Body<"callout">
  | Body<"steps">
  | Body<"table">
  | Body<"question">
  | Body<"term">
  | Body<"file">
  | (Omit<Body<"gallery">, "pictures"> & { readonly pictures: readonly Shown[] })
  | Body<"link">
  | Film;

/** What is done with each field of a block that holds words; `most` is in characters. */
export type FieldChange = {
  readonly plain: (name: string, value: string, most: number) => string;
  readonly rich: (name: string, value: RichText) => RichText;
};

/** The same block with its words changed, field by field, in the order in which they are read. */
export function mapFields(block: WrittenBlock, { plain, rich }: FieldChange): WrittenBlock {
  const captionOf = (caption: string | undefined) =>
    caption === undefined ? {} : { caption: plain("caption", caption, 400) };
  switch (block.kind) {
    case "title":
      return { ...block, text: plain("text", block.text, 200) };
    case "words":
      return { ...block, text: plain("text", block.text, block.most) };
    case "text":
    case "callout":
      return { ...block, doc: rich("doc", block.doc) };
    case "picture":
      return mapPicture(block, plain);
    case "gallery":
      return {
        ...block,
        pictures: block.pictures.map((picture) =>
          mapPicture(picture, (name, ...rest) => plain(`picture.${picture.id}.${name}`, ...rest)),
        ),
      };
    case "term":
      return { ...block, term: plain("term", block.term, 120), doc: rich("doc", block.doc) };
    case "file":
    case "link": {
      const title = plain("title", block.title, 200);
      if (block.about === undefined) return { ...block, title };
      return { ...block, title, about: plain("about", block.about, 400) };
    }
    case "audio":
      return { ...block, transcript: plain("transcript", block.transcript, 4000) };
    case "video":
      return {
        ...block,
        title: plain("title", block.title, 200),
        captions: block.captions.map((caption, at) => ({
          ...caption,
          text: plain(`caption.${at}`, caption.text, CAPTION_LIMITS.text),
        })),
        transcript: plain("transcript", block.transcript, 8000),
      };
    case "steps":
      return { ...block, steps: block.steps.map((step, at) => rich(`step.${at}`, step)) };
    case "table":
      return {
        ...block,
        ...captionOf(block.caption),
        head: block.head.map((cell, column) => plain(`head.${column}`, cell, 200)),
        rows: block.rows.map((cells, row) =>
          cells.map((cell, column) => plain(`cell.${row}.${column}`, cell, 400)),
        ),
      };
    case "question":
      return mapQuestion(block, { plain, rich });
  }
}

/** One that only decorates: no translator is asked for words. */
function mapPicture<P extends Told>(picture: P, plain: FieldChange["plain"]): P {
  if (picture.decorative) return picture;
  const alt = plain("alt", picture.alt, 400);
  if (picture.caption === undefined) return { ...picture, alt };
  return { ...picture, alt, caption: plain("caption", picture.caption, 400) };
}

/** A field that a block may do without, under its own name. */
const maybe = <Key extends string>(
  key: Key,
  value: string | undefined,
  change: (value: string) => string,
): Partial<Record<Key, string>> =>
  (value === undefined ? {} : { [key]: change(value) }) as Partial<Record<Key, string>>;

type Option = Body<"question">["options"][number];
function mapOption(option: Option, plain: FieldChange["plain"]): Option {
  const name = `option.${option.id}`;
  return {
    ...option,
    text: plain(name, option.text, 400),
    ...maybe("pair", option.pair, (pair) => plain(`${name}.pair`, pair, 400)),
    ...maybe("feedback", option.feedback, (why) => plain(`${name}.why`, why, 1000)),
  };
}

function mapQuestion(block: Body<"question">, { plain, rich }: FieldChange): WrittenBlock {
  const { number, feedback, hint, picture } = block;
  return {
    ...block,
    prompt: rich("prompt", block.prompt),
    ...(picture && { picture: { ...picture, alt: plain("picture.alt", picture.alt, 400) } }),
    options: block.options.map((option) => mapOption(option, plain)),
    ...(number?.unit !== undefined && {
      number: { ...number, unit: plain("unit", number.unit, 20) },
    }),
    ...maybe("hint", hint, (words) => plain("hint", words, 400)),
    ...maybe("feedback", feedback, (why) => plain("why", why, 1000)),
  };
}

/** A field that holds words. `most` characters, which of rich text the contract says piece by piece. */
export type Field =
  | { readonly name: string; readonly value: string; readonly most: number }
  | { readonly name: string; readonly value: RichText };

export function fieldsOf(block: WrittenBlock): Field[] {
  const fields: Field[] = [];
  mapFields(block, {
    plain: (name, value, most) => {
      fields.push({ name, value, most });
      return value;
    },
    rich: (name, value) => {
      fields.push({ name, value });
      return value;
    },
  });
  return fields;
}
