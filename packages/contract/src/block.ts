import * as z from "zod";
import { Hash } from "./id.ts";
import { isWritten, text } from "./text.ts";

/** Links a lesson may hold: encrypted web, mail and telephone; anything that could run a script is not on the list. */
const Href = z
  .string()
  .max(2000)
  .regex(/^(https:\/\/|mailto:|tel:)[^\s]+$/i)
  .refine(isWritten, { message: "control_characters" });

/** Text within a sentence or a cell: as `text`, but its spaces at the ends count, and a cell may be empty. */
const inlineText = (max: number) =>
  z.string().max(max).refine(isWritten, { message: "control_characters" });

const Mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href: Href }) }),
]);
const Text = z.strictObject({
  type: z.literal("text"),
  text: inlineText(4000).min(1),
  marks: z.array(Mark).max(3).optional(),
});
const Paragraph = z.strictObject({
  type: z.literal("paragraph"),
  content: z.array(Text).max(200).optional(),
});
const Heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.literal([3, 4]) }),
  content: z.array(Text).max(20),
});
/** Lists hold paragraphs only: a phone has no room for lists in lists, and the depth stays bounded without recursion. */
const ListItem = z.strictObject({
  type: z.literal("listItem"),
  content: z.array(Paragraph).min(1).max(5),
});
const List = z.strictObject({
  type: z.literal(["bulletList", "orderedList"]),
  content: z.array(ListItem).min(1).max(50),
});

/** Rich text in ProseMirror's JSON, of an allow-list of nodes and marks. */
export const RichText = z.strictObject({
  type: z.literal("doc"),
  content: z
    .array(z.union([Paragraph, Heading, List]))
    .min(1)
    .max(100),
});
export type RichText = z.infer<typeof RichText>;
export type RichNode = RichText["content"][number];
export type RichInline = z.infer<typeof Text>;

export const MEDIA_TYPES = {
  "image/svg+xml": "svg",
  "image/webp": "webp",
  "audio/ogg": "ogg",
} as const;
/** A media file by its content; served from `/content/<hash>.<extension>`. */
export const Media = z.strictObject({
  hash: Hash,
  type: z.enum(["image/svg+xml", "image/webp", "audio/ogg"]),
  bytes: z.int().positive(),
});
export type Media = z.infer<typeof Media>;

const BlockKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A picture as a learner meets it, which tells what it shows; one that only decorates says so, and has no words. */
const picture = {
  media: Media,
  alt: z.union([text(400), z.literal("")]),
  decorative: z.literal(true).optional(),
  caption: text(400).optional(),
};
type Told = { readonly alt: string; readonly decorative?: true | undefined };
const isTold = ({ alt, decorative = false }: Told): boolean => decorative === (alt === "");

export const QUESTION_KINDS = ["choice", "multiple", "truefalse", "number"] as const;
/** A question of practice: its key and feedback go to the phone, since it never counts. */
const Option = z.strictObject({
  id: BlockKey,
  text: text(400),
  right: z.boolean(),
  feedback: text(1000).optional(),
});
export const NumberAnswerKey = z.strictObject({
  value: z.number(),
  tolerance: z.number().nonnegative(),
  unit: text(20).optional(),
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
    question: z.enum(QUESTION_KINDS),
    prompt: RichText,
    options: z.array(Option).max(8),
    number: NumberAnswerKey.optional(),
    feedback: text(1000).optional(),
  }),
]);
export type Block = z.infer<typeof Block>;
export type QuestionBlock = Extract<Block, { kind: "question" }>;
