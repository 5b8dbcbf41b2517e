import * as z from "zod";
import { CHECKLIST_LIMITS, CriterionName } from "./checklist.ts";
import {
  AccountId,
  ChecklistId,
  CohortId,
  CourseId,
  Hash,
  LearnerId,
  ObservationId,
  OrganisationId,
} from "./id.ts";
import { OBSERVING_LIMITS, SEEN } from "./observing.ts";
import { PersonName } from "./person.ts";
import { DeviceId, Instant, localized, text } from "./text.ts";

/** What was seen of one criterion. */
export const SeenCriterion = z.strictObject({
  criterion: CriterionName,
  result: z.enum(SEEN),
  note: text(OBSERVING_LIMITS.note).optional(),
});

/** A photo of the work, drawn anew and kept among what is private. */
export const Photo = z.strictObject({ hash: Hash, bytes: z.int().positive() });
export type Photo = z.infer<typeof Photo>;

/**
 * How both stand to it. `waiting`: the learner has not said anything yet. `confirmed`: she agrees, by her PIN beside the observer or
 * in her own app. `disputed`: she does not, in her words; it counts for nothing.
 */
export const CONFIRMATIONS = ["waiting", "confirmed", "disputed"] as const;
const Confirmation = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("waiting") }),
  z.strictObject({ state: z.literal("confirmed"), by: z.enum(["pin", "app"]), at: Instant }),
  z.strictObject({
    state: z.literal("disputed"),
    words: text(OBSERVING_LIMITS.dispute),
    at: Instant,
  }),
]);

/** One look at a learner's work by somebody who stood beside her. What was seen never changes; a second look is another observation. */
export const Observation = z.strictObject({
  id: ObservationId,
  organisationId: OrganisationId,
  cohortId: CohortId,
  courseId: CourseId,
  /** Of the version whose checklist was filled. */
  version: z.int().positive(),
  checklistId: ChecklistId,
  title: localized(200),
  learnerId: LearnerId,
  learnerName: PersonName,
  observerId: AccountId,
  observerName: PersonName,
  seen: z.array(SeenCriterion).max(CHECKLIST_LIMITS.criteria),
  note: text(OBSERVING_LIMITS.whole).optional(),
  photos: z.array(Photo).max(OBSERVING_LIMITS.photos),
  /** What the observer's phone says of when it was, by its own clock. */
  claims: z.strictObject({ at: Instant, deviceId: DeviceId }),
  /** When it was, as far as we can tell: never after it was received. Of two looks this says which was the later. */
  seenAt: Instant,
  receivedAt: Instant,
  /** By which rules it was judged, and how. */
  rules: z.int().positive(),
  judgement: z.strictObject({
    passed: z.boolean(),
    met: z.int().nonnegative(),
    of: z.int().positive(),
    critical: z.array(CriterionName),
  }),
  confirmation: Confirmation,
});
export type Observation = z.infer<typeof Observation>;

/**
 * What an enrolment knows of a checklist: of all looks that are not disputed the best, and of equal ones the latest, so that no order in
 * which they arrive matters. `passed`: passed and confirmed. `waiting`: passed, and not confirmed yet. `at`: when it was seen.
 */
export const ObservedStanding = z.strictObject({
  state: z.enum(["passed", "waiting", "not_passed"]),
  observationId: ObservationId,
  at: Instant,
  met: z.int().nonnegative(),
  of: z.int().positive(),
});
export type ObservedStanding = z.infer<typeof ObservedStanding>;
