import * as z from "zod";
import { AccountId, Hash } from "./id.ts";
import { PersonName } from "./person.ts";
import { Instant, text } from "./text.ts";

/** What a second person says of a draft. */
export const REVIEW_VERDICTS = ["approved", "changes"] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

/** How many may be asked by name. */
export const MOST_REVIEWERS = 20;

/** Somebody as she was called when she asked, was asked, or decided. */
export const ReviewPerson = z.strictObject({ accountId: AccountId, name: PersonName });
export type ReviewPerson = z.infer<typeof ReviewPerson>;

/** A draft laid before a second person, and what became of it. It is about those very bytes: any change makes it void. */
export const Review = z.strictObject({
  /** Names the draft as it stood, its manifest and its questions. */
  print: Hash,
  askedBy: ReviewPerson,
  askedAt: Instant,
  note: text(500).optional(),
  /** Who may decide; nobody named: all who may review. */
  reviewers: z.array(ReviewPerson).max(MOST_REVIEWERS),
  decision: z
    .strictObject({
      verdict: z.enum(REVIEW_VERDICTS),
      by: ReviewPerson,
      at: Instant,
      note: text(500).optional(),
    })
    .optional(),
});
export type Review = z.infer<typeof Review>;

/** `void`: the draft has changed since. */
export const REVIEW_STATES = ["waiting", ...REVIEW_VERDICTS, "void"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
