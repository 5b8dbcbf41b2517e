import * as z from "zod";
import { BANK_LIMITS } from "./bank-limits.ts";
import {
  BankItem,
  BankLine,
  BankPlace,
  BankTag,
  BankTags,
  BankUse,
  BinnedBankItem,
} from "./bank.ts";
import { DraftItems } from "./brought.what.ts";
import { DIFFICULTIES, Draw, Item } from "./course.ts";
import { CompetencyId, CourseId, IntentId, ItemId } from "./id.ts";
import { what } from "./operation.ts";
import { QuestionKindName } from "./question.ts";
import { ItemStatistics } from "./statistics.what.ts";
import { PageToken, text } from "./text.ts";

const course = z.strictObject({ courseId: CourseId });
const named = z.strictObject({ itemId: ItemId });
/** Each once. */
const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const chosen = (most: number) =>
  z.array(ItemId).min(1).max(most).refine(unique, { message: "items.twice" });

/** Names in a query, with a comma between them. */
const Ids = z
  .string()
  .max(BANK_LIMITS.chosen * 37)
  .regex(/^itm_[0-9a-f]{32}(,itm_[0-9a-f]{32})*$/);

/** Who reads an item aloud stays with it as long as its words do. */
const WrittenItem = Item.omit({ voices: true });

export const bankWhat = what({
  listBank: {
    summary:
      "The items of the organisation's bank, those first that were changed last, 50 a page: all, or those that a search wants",
    query: z.strictObject({
      after: BankPlace.optional(),
      /** Each of these stands in what is asked, in some language, or in a tag; letters are folded. */
      words: text(100).optional(),
      tag: BankTag.optional(),
      kind: QuestionKindName.optional(),
      difficulty: z.enum(DIFFICULTIES).optional(),
      competency: CompetencyId.optional(),
      /** Those alone that no course has. */
      unused: z.literal("yes").optional(),
    }),
    reply: z.strictObject({
      lines: z.array(BankLine),
      next: BankPlace.optional(),
      /** How many there are that the search wants, and in the whole bank. */
      found: z.int().nonnegative(),
      all: z.int().nonnegative(),
      /** Tags of the whole bank, those first that most items have. */
      tags: z.array(z.strictObject({ tag: BankTag, count: z.int().positive() })),
    }),
  },
  readBankItems: {
    summary: "Some items of the bank whole, with their keys; those that are gone are left out",
    query: z.strictObject({ ids: Ids }),
    reply: z.strictObject({ items: z.array(BankItem) }),
  },
  readBankItem: {
    summary:
      "One item of the bank, the courses that use it, and how it does, over the first sitting of each learner",
    params: named,
    reply: z.strictObject({
      kept: BankItem,
      uses: z.array(BankUse),
      /** In the courses that she who asks may see; figures are told from 20 answers on. */
      figures: ItemStatistics,
    }),
    refusals: ["not_found"],
  },
  saveBankItem: {
    summary:
      "Write one item of the bank: `seen` is the `rev` that its author saw, nothing of a new one. Courses keep their words",
    params: named,
    body: z.strictObject({
      intentId: IntentId,
      item: WrittenItem,
      tags: BankTags,
      seen: z.int().positive().optional(),
    }),
    reply: BankItem,
    refusals: ["not_found", "bank.full", "upload.missing", "stale_write", "intent.reused"],
  },
  bringBankItems: {
    summary: "Put items into the bank; one that is there by its id stays as it is",
    body: z.strictObject({
      intentId: IntentId,
      items: z
        .array(z.strictObject({ item: Item, tags: BankTags }))
        .min(1)
        .max(BANK_LIMITS.bring)
        .refine((items) => unique(items.map(({ item }) => item.id)), { message: "items.twice" }),
    }),
    reply: z.strictObject({ brought: z.int(), already: z.int() }),
    refusals: ["bank.full", "upload.missing", "intent.reused"],
  },
  tagBankItems: {
    summary:
      "Give tags to items of the bank, and take tags away; an item that has enough keeps those it has",
    body: z.strictObject({
      intentId: IntentId,
      itemIds: chosen(BANK_LIMITS.chosen),
      add: BankTags,
      remove: BankTags,
    }),
    /** How many of them it changed. */
    reply: z.strictObject({ changed: z.int() }),
    refusals: ["intent.reused"],
  },
  spreadBankItem: {
    summary:
      "Give the drafts of some courses the words that an item has in the bank; a draft whose author wrote her own keeps them",
    params: named,
    body: z.strictObject({
      intentId: IntentId,
      courseIds: z.array(CourseId).min(1).max(BANK_LIMITS.courses).refine(unique, {
        message: "courses.twice",
      }),
    }),
    reply: z.strictObject({
      courses: z.array(
        z.strictObject({
          courseId: CourseId,
          /** `theirs`: others write it. `gone`: its draft has no such item any more. */
          became: z.enum(["given", "same", "own", "theirs", "gone"]),
        }),
      ),
    }),
    refusals: ["not_found", "intent.reused"],
  },
  removeBankItems: {
    summary: "Take items out of the bank into its bin; courses keep theirs",
    body: z.strictObject({ intentId: IntentId, itemIds: chosen(BANK_LIMITS.bring) }),
    reply: z.strictObject({ removed: z.int() }),
    refusals: ["intent.reused"],
  },
  listRemovedBankItems: {
    summary: "What was removed from the bank and can still be taken back",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ removed: z.array(BinnedBankItem), next: PageToken.optional() }),
  },
  restoreBankItem: {
    summary: "Take an item back into the bank",
    params: named,
    body: z.strictObject({ intentId: IntentId }),
    reply: BankItem,
    refusals: ["not_found", "bank.full", "intent.reused"],
  },
  takeIntoBank: {
    summary:
      "Copy graded items of a draft into the bank, under the names that they have; one that is there stays as it is there",
    params: course,
    body: z.strictObject({
      intentId: IntentId,
      itemIds: chosen(BANK_LIMITS.bring),
      tags: BankTags,
    }),
    /** `other`: of those that were there, how many say something else there. */
    reply: z.strictObject({ taken: z.int(), already: z.int(), other: z.int() }),
    refusals: ["not_found", "bank.full", "intent.reused"],
  },
  putFromBank: {
    summary:
      "Put items of the bank into a draft, last, and say how many a sitting has; one that the draft has stays as it is",
    params: course,
    body: z.strictObject({
      intentId: IntentId,
      itemIds: chosen(BANK_LIMITS.chosen),
      draw: Draw,
    }),
    reply: DraftItems,
    refusals: ["not_found", "draft.full", "item.by_person", "intent.reused"],
  },
});
