import * as z from "zod";
import { AccountId, CourseId, Hash, IntentId } from "./id.ts";
import { what } from "./operation.ts";
import { Organisation } from "./person.ts";
import { MOST_REVIEWERS, Review, REVIEW_STATES, REVIEW_VERDICTS, ReviewPerson } from "./review.ts";
import { PageToken, text } from "./text.ts";

/** What was asked last of a second person, as it stands now. */
const ReviewDesk = Review.extend({
  state: z.enum(REVIEW_STATES),
  /** Whether the person who asks may decide it now. */
  mayDecide: z.boolean(),
});
export type ReviewDesk = z.infer<typeof ReviewDesk>;

/** Where a second person approves first: whether this person may ask for it, and what was asked last. */
export const Approval = z.strictObject({ mayAsk: z.boolean(), review: ReviewDesk.optional() });
export type Approval = z.infer<typeof Approval>;

const params = z.strictObject({ courseId: CourseId });

export const reviewWhat = what({
  changeApproval: {
    summary:
      "Say whether a second person approves before a course of the organisation is published",
    body: z.strictObject({ intentId: IntentId, isRequired: z.boolean() }),
    reply: Organisation,
    refusals: ["intent.reused"],
  },
  listReviewers: {
    summary: "Who else may approve the course: its other owners and administrators, by name",
    params,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ reviewers: z.array(ReviewPerson), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
  askReview: {
    summary:
      "Lay the draft as it stands before a second person: before those named, or before all who may",
    params,
    body: z.strictObject({
      intentId: IntentId,
      reviewerIds: z.array(AccountId).max(MOST_REVIEWERS),
      note: text(500).optional(),
    }),
    reply: Approval,
    refusals: [
      "not_found",
      "review.off",
      "review.reviewer",
      "course.unchanged",
      "course.incomplete",
      "course.voice_astray",
      "intent.reused",
    ],
  },
  decideReview: {
    summary:
      "Approve the draft that was laid before, by its `print`, or ask for changes with a note",
    params,
    body: z
      .strictObject({
        intentId: IntentId,
        print: Hash,
        verdict: z.enum(REVIEW_VERDICTS),
        note: text(500).optional(),
      })
      .refine(({ verdict, note }) => verdict === "approved" || note !== undefined, {
        path: ["note"],
        message: "note_missing",
      }),
    reply: Approval,
    refusals: ["not_found", "review.own", "review.void", "review.decided", "intent.reused"],
  },
});
