import * as z from "zod";
import { captionOf, GALLERY_VIEWS, Media, MOST_PICTURES, MOST_TRANSCRIPT } from "./block.ts";
import { CAPTION_LIMITS } from "./captions/caption.ts";
import { MOST_OPTIONS } from "./marking/kinds.ts";
import { optionParts, questionParts } from "./question.ts";
import { RichText } from "./rich-text.ts";
import { isWritten } from "./text.ts";

/** Text that is being written: it may be empty, and a space at its end is one that more words follow. */
const writing = (max: number) =>
  z.string().max(max).refine(isWritten, { message: "control_characters" });

/** Names a block in every language of its lesson, for ever: what translations, voices and progress are tied to. */
export const BlockKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const BLOCK_KINDS = [
  "text",
  "picture",
  "audio",
  "callout",
  "steps",
  "table",
  "question",
  "term",
  "file",
  "gallery",
  "link",
  "video",
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

const Option = z.strictObject({
  id: BlockKey,
  text: writing(400),
  ...optionParts,
  feedback: writing(1000).optional(),
  pair: writing(400).optional(),
  picture: Media.optional(),
});

/** A file that is chosen already, or not yet. */
const chosen = Media.optional();

const picture = {
  media: chosen,
  alt: writing(400),
  /** It only decorates: its words are kept, should it show something after all, and no learner gets them. */
  decorative: z.literal(true).optional(),
  caption: writing(400).optional(),
};

/**
 * A block as its author has left it for now, in one language: the kinds of `Block`, each of which may still lack what a learner
 * must find there. Its key stands beside it. Publishing makes a `Block` of it, or names what is missing.
 */
export const DraftBlock = z.discriminatedUnion("kind", [
  /** The lesson's own title, under the key `title`. */
  z.strictObject({ kind: z.literal("title"), text: writing(200) }),
  z.strictObject({ kind: z.literal("text"), doc: RichText }),
  z.strictObject({ kind: z.literal("picture"), ...picture }),
  z.strictObject({
    kind: z.literal("audio"),
    media: chosen,
    seconds: z.int().nonnegative(),
    transcript: writing(4000),
  }),
  z.strictObject({
    kind: z.literal("callout"),
    tone: z.enum(["note", "tip", "warning", "example"]),
    doc: RichText,
  }),
  z.strictObject({ kind: z.literal("steps"), steps: z.array(RichText).max(20) }),
  z.strictObject({
    kind: z.literal("table"),
    caption: writing(400).optional(),
    head: z.array(writing(200)).min(1).max(8),
    numeric: z.array(z.boolean()).max(8),
    rows: z.array(z.array(writing(400)).max(8)).max(60),
  }),
  z.strictObject({
    kind: z.literal("question"),
    ...questionParts,
    prompt: RichText,
    options: z.array(Option).max(MOST_OPTIONS),
    feedback: writing(1000).optional(),
    hint: writing(400).optional(),
    picture: z.strictObject({ media: Media, alt: writing(400) }).optional(),
  }),
  z.strictObject({ kind: z.literal("term"), term: writing(120), doc: RichText }),
  z.strictObject({
    kind: z.literal("file"),
    media: chosen,
    title: writing(200),
    about: writing(400).optional(),
  }),
  z.strictObject({
    kind: z.literal("gallery"),
    view: z.enum(GALLERY_VIEWS),
    /** Their names are the same in all languages. */
    pictures: z.array(z.strictObject({ id: BlockKey, ...picture })).max(MOST_PICTURES),
  }),
  z.strictObject({
    kind: z.literal("link"),
    href: writing(2000),
    title: writing(200),
    about: writing(400).optional(),
  }),
  z.strictObject({
    kind: z.literal("video"),
    /** What is seen and heard is the source's in every language; only words are of one. */
    media: chosen,
    sound: chosen,
    poster: chosen,
    seconds: z.int().nonnegative(),
    title: writing(200),
    transcript: writing(MOST_TRANSCRIPT),
    captions: z.array(captionOf(writing(CAPTION_LIMITS.text))).max(CAPTION_LIMITS.count),
  }),
]);
export type DraftBlock = z.infer<typeof DraftBlock>;
