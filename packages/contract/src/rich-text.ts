import * as z from "zod";
import { isWritten } from "./text.ts";

/** Links a lesson may hold: encrypted web, mail and telephone; anything that could run a script is not on the list. */
const Href = z
  .string()
  .max(2000)
  .regex(/^(https:\/\/|mailto:|tel:)[^\s]+$/i)
  .refine(isWritten, { message: "control_characters" });

/** Text within a sentence or a cell: as `text`, but its spaces at the ends count, and a cell may be empty. */
export const inlineText = (max: number) =>
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
