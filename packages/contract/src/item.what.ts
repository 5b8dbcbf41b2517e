import * as z from "zod";
import { DraftItems } from "./brought.what.ts";
import { Draw, Item } from "./course.ts";
import { CourseId, IntentId, ItemId } from "./id.ts";
import { what } from "./operation.ts";
import { SittingRules } from "./sitting-rules.ts";
import { text } from "./text.ts";

const course = z.strictObject({ courseId: CourseId });

/** What an author writes of a graded item. Who reads it aloud stays with it as long as its words do. */
const WrittenItem = Item.omit({ voices: true });

/** What an author does to the order of a quiz, or to its name. Each is harmless when it comes twice. */
const ItemCommand = z.discriminatedUnion("do", [
  /** Behind another one; without it, or when that one is gone, before all others. */
  z.strictObject({ do: z.literal("move"), id: ItemId, after: ItemId.optional() }),
  z.strictObject({ do: z.literal("remove"), id: ItemId }),
  /** How many items a sitting has; without it, or with as many as there are, all. */
  z.strictObject({ do: z.literal("draw"), count: Draw }),
  /** How the test is sat: all of it anew. */
  z.strictObject({ do: z.literal("rules"), rules: SittingRules }),
  z.strictObject({
    do: z.literal("rename"),
    title: z.strictObject({
      ar: text(200).optional(),
      fr: text(200).optional(),
      zgh: text(200).optional(),
      en: text(200).optional(),
    }),
  }),
]);
export type ItemCommand = z.infer<typeof ItemCommand>;

export const itemWhat = what({
  saveItem: {
    summary:
      "Write one graded item of a draft: `seen` is what stood there when its author began, nothing of a new one",
    params: z.strictObject({ courseId: CourseId, itemId: ItemId }),
    body: z.strictObject({
      intentId: IntentId,
      item: WrittenItem,
      seen: Item.optional(),
      /** Where a new one belongs; without it, last. */
      after: ItemId.optional(),
    }),
    reply: DraftItems,
    refusals: [
      "not_found",
      "draft.full",
      "item.by_person",
      "upload.missing",
      "stale_write",
      "intent.reused",
    ],
  },
  arrangeItems: {
    summary:
      "Change the order of a draft's graded items, throw some away, say how many a sitting has, or name the quiz",
    params: course,
    body: z.strictObject({
      intentId: IntentId,
      commands: z.array(ItemCommand).min(1).max(20),
    }),
    reply: DraftItems,
    refusals: ["not_found", "intent.reused"],
  },
});
