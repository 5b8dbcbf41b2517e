import * as z from "zod";
import { CAPTION_LIMITS } from "./captions/caption.ts";
import { Hash } from "./id.ts";
import { MOST_OPTIONS } from "./marking/kinds.ts";
import { optionParts, questionParts } from "./question.ts";
import { inlineText, RichText } from "./rich-text.ts";
import { isWritten, text } from "./text.ts";

export const MEDIA_TYPES = {
  "image/svg+xml": "svg",
  "image/webp": "webp",
  "audio/ogg": "ogg",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "application/pdf": "pdf",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "text/csv": "csv",
} as const;
type MediaType = keyof typeof MEDIA_TYPES;
/** Documents to take along. No browser of ours shows them: they are downloaded, and opened by what the phone has for them. */
export const FILE_TYPES = [
  "application/pdf",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "text/csv",
] as const satisfies readonly MediaType[];
export type FileType = (typeof FILE_TYPES)[number];
export const isFileType = (type: string): type is FileType =>
  FILE_TYPES.some((each) => each === type);

/** A picture that moves, as phones play it: H.264 with AAC, or what a browser without them writes. */
export const VIDEO_TYPES = ["video/mp4", "video/webm"] as const satisfies readonly MediaType[];
type VideoType = (typeof VIDEO_TYPES)[number];
export const isVideoType = (type: string): type is VideoType =>
  VIDEO_TYPES.some((each) => each === type);

/** A media file by its content; served from `/content/<hash>.<extension>`. */
export const Media = z.strictObject({
  hash: Hash,
  type: z.enum(["image/svg+xml", "image/webp", "audio/ogg", ...VIDEO_TYPES, ...FILE_TYPES]),
  bytes: z.int().positive(),
});
export type Media = z.infer<typeof Media>;

const FileMedia = Media.extend({ type: z.enum(FILE_TYPES) });

export const SoundMedia = Media.extend({ type: z.literal("audio/ogg") });

/** What stands under a video for a while, in milliseconds. */
export const captionOf = <Said extends z.ZodType<string>>(said: Said) =>
  z.strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative(), text: said });
/** Under a video, in its order: each ends before the next begins or later, as WebVTT has it. */
const Captions = z
  .array(
    captionOf(text(CAPTION_LIMITS.text).regex(/^[^\r\n]*$/)).refine(({ from, to }) => to > from, {
      path: ["to"],
      message: "caption.backwards",
    }),
  )
  .max(CAPTION_LIMITS.count);

/** Where a card may lead: another site, encrypted, by its whole address. */
const Address = z
  .string()
  .max(2000)
  .regex(/^https:\/\/[^\s]+$/i)
  .refine((value) => isWritten(value) && URL.canParse(value), { message: "address.astray" });

const BlockKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A picture as a learner meets it, which tells what it shows; one that only decorates says so, and has no words. */
const picture = {
  media: Media,
  alt: z.union([text(400), z.literal("")]),
  decorative: z.literal(true).optional(),
  caption: text(400).optional(),
};
type Told = { readonly alt: string; readonly decorative?: true | undefined };
const isTold = ({ alt, decorative }: Told): boolean => (decorative ?? false) === (alt === "");

/** `row`: one after the other. `compare`: two, of which the first was before and the second after. */
export const GALLERY_VIEWS = ["row", "compare"] as const;
export const MOST_PICTURES = 12;
/** What is said in ten minutes. */
export const MOST_TRANSCRIPT = 8000;

/** A question of practice: its key and feedback go to the phone, since it never counts. */
const Option = z.strictObject({
  id: BlockKey,
  text: text(400),
  ...optionParts,
  feedback: text(1000).optional(),
  /** What belongs to it, in a match. */
  pair: text(400).optional(),
  /** Shown beside its words, for those who do not read them. */
  picture: Media.optional(),
});

export const Block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), key: BlockKey, doc: RichText }),
  z
    .strictObject({ kind: z.literal("picture"), key: BlockKey, ...picture })
    .refine(isTold, { path: ["alt"], message: "alt.astray" }),
  z.strictObject({
    kind: z.literal("audio"),
    key: BlockKey,
    media: Media.optional(),
    seconds: z.int().nonnegative(),
    transcript: text(4000),
  }),
  z.strictObject({
    kind: z.literal("callout"),
    key: BlockKey,
    tone: z.enum(["note", "tip", "warning", "example"]),
    doc: RichText,
  }),
  z.strictObject({
    kind: z.literal("steps"),
    key: BlockKey,
    steps: z.array(RichText).min(1).max(20),
  }),
  z.strictObject({
    kind: z.literal("table"),
    key: BlockKey,
    caption: text(400).optional(),
    head: z.array(inlineText(200)).min(1).max(8),
    numeric: z.array(z.boolean()),
    rows: z
      .array(z.array(inlineText(400)))
      .min(1)
      .max(60),
  }),
  z.strictObject({
    kind: z.literal("question"),
    key: BlockKey,
    ...questionParts,
    prompt: RichText,
    options: z.array(Option).max(MOST_OPTIONS),
    feedback: text(1000).optional(),
    hint: text(400).optional(),
    picture: z.strictObject({ media: Media, alt: text(400) }).optional(),
  }),
  z.strictObject({ kind: z.literal("term"), key: BlockKey, term: text(120), doc: RichText }),
  z.strictObject({
    kind: z.literal("file"),
    key: BlockKey,
    media: FileMedia,
    title: text(200),
    about: text(400).optional(),
  }),
  z
    .strictObject({
      kind: z.literal("gallery"),
      key: BlockKey,
      view: z.enum(GALLERY_VIEWS),
      pictures: z
        .array(
          z
            .strictObject({ id: BlockKey, ...picture })
            .refine(isTold, { path: ["alt"], message: "alt.astray" }),
        )
        .min(2)
        .max(MOST_PICTURES),
    })
    .refine(({ view, pictures }) => view !== "compare" || pictures.length === 2, {
      path: ["pictures"],
      message: "pictures.two",
    }),
  z.strictObject({
    kind: z.literal("link"),
    key: BlockKey,
    href: Address,
    title: text(200),
    about: text(400).optional(),
  }),
  z.strictObject({
    kind: z.literal("video"),
    key: BlockKey,
    media: Media.extend({ type: z.enum(VIDEO_TYPES) }),
    /** The same without its pictures; none of what is silent. */
    sound: SoundMedia.optional(),
    poster: Media.optional(),
    seconds: z.int().positive(),
    title: text(200),
    transcript: text(MOST_TRANSCRIPT),
    captions: Captions,
  }),
]);
export type Block = z.infer<typeof Block>;
export type QuestionBlock = Extract<Block, { kind: "question" }>;
export type GalleryBlock = Extract<Block, { kind: "gallery" }>;
export type VideoBlock = Extract<Block, { kind: "video" }>;
