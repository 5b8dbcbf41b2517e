import * as z from "zod";
import { BANK_LIMITS } from "./bank-limits.ts";
import { CompetencyIds } from "./checklist.ts";
import { DIFFICULTIES, Item } from "./course.ts";
import { AccountId, CourseId, ItemId, OrganisationId } from "./id.ts";
import { PersonName } from "./person.ts";
import { QuestionKindName } from "./question.ts";
import { Instant, localized, perLanguage, text } from "./text.ts";

/** A word or two by which an item is found again. */
export const BankTag = text(BANK_LIMITS.tagLetters);
export const BankTags = z.array(BankTag).max(BANK_LIMITS.tags);

const Print = z.string().regex(/^[0-9a-f]{16}$/);

/** A graded item of an organisation's bank, with its key. A course that has an item of this name uses it. */
export const BankItem = z.strictObject({
  item: Item,
  tags: BankTags,
  /** Grows with each change, so that a writer can say which words she saw. */
  rev: z.int().positive(),
  changedAt: Instant,
  byName: PersonName,
  /** The course that it was taken from, as it was called then. */
  origin: z.strictObject({ courseId: CourseId, title: localized(200) }).optional(),
});
export type BankItem = z.infer<typeof BankItem>;

/** So many former words are remembered; whoever has older ones is taken to have written her own. */
export const MOST_PRINTS = 40;
/** The same as it is kept. `prints` tells what it says and has said, so that a draft with former words is known from one with its own. */
export const BankItemRow = BankItem.extend({
  organisationId: OrganisationId,
  by: AccountId,
  prints: z.array(Print).min(1).max(MOST_PRINTS),
});
export type BankItemRow = z.infer<typeof BankItemRow>;

/** What was removed from the bank: it can be taken back for `BIN_DAYS`. */
export const BinnedBankItem = z.strictObject({
  id: ItemId,
  prompt: Item.shape.prompt,
  removedAt: Instant,
  removedByName: PersonName,
});
export type BinnedBankItem = z.infer<typeof BinnedBankItem>;

export const BinnedBankItemRow = BankItemRow.extend({
  removedAt: Instant,
  removedByName: PersonName,
});
export type BinnedBankItemRow = z.infer<typeof BinnedBankItemRow>;

const line = {
  id: ItemId,
  question: QuestionKindName,
  prompt: perLanguage(text(BANK_LIMITS.excerpt)),
  tags: BankTags,
  difficulty: z.enum(DIFFICULTIES).optional(),
  competencies: CompetencyIds.optional(),
  changedAt: Instant,
};
/** An item as the index of its bank has it. */
export const BankIndexLine = z.strictObject(line);
export type BankIndexLine = z.infer<typeof BankIndexLine>;

/** In how many parts the index of a bank lies, and how many items one of them holds at most. */
export const BANK_PARTS = 64;
export const MOST_PART_LINES = 200;
/** A part of the index of a bank: all items whose name ends alike. */
export const BankPart = z.strictObject({
  organisationId: OrganisationId,
  part: z
    .int()
    .min(0)
    .max(BANK_PARTS - 1),
  lines: z.array(BankIndexLine).max(MOST_PART_LINES),
});
export type BankPart = z.infer<typeof BankPart>;

/** Behind which item of the list the next page begins: when it was changed, and its name. */
export const BankPlace = z.string().regex(/^\d{15}-[0-9a-f]{32}$/);

/** An item in a list of its bank. */
export const BankLine = z.strictObject({
  ...line,
  /** In how many courses of the organisation it stands, drafts and live versions. */
  courseCount: z.int().nonnegative(),
});
export type BankLine = z.infer<typeof BankLine>;

/**
 * A course that uses an item. `draft`: what its draft has of it, the words of the bank, former words of the bank, or its author's own;
 * nothing where the draft has none. `live`: learners meet it. `mayEdit`: she who asks may change the draft.
 */
export const BankUse = z.strictObject({
  courseId: CourseId,
  title: localized(200),
  mayEdit: z.boolean(),
  draft: z.enum(["same", "former", "own"]).optional(),
  live: z.boolean(),
});
export type BankUse = z.infer<typeof BankUse>;
