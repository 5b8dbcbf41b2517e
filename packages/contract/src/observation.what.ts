import * as z from "zod";
import { Checklist } from "./checklist.ts";
import { Cohort } from "./cohort.ts";
import { Completion, Enrolment } from "./enrolment.ts";
import { CohortId, CourseId, Hash, IntentId, LearnerId, ObservationId } from "./id.ts";
import { OBSERVING_LIMITS } from "./observing.ts";
import { Observation, Photo } from "./observation.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { PinDigits } from "./pin.ts";
import { Instant, PageToken } from "./text.ts";
import { whose } from "./whose.ts";

const cohort = z.strictObject({ cohortId: CohortId });

/** Somebody whose work may be looked at. `self`: she is the person who asks, who may look at everybody's but her own. */
const ObservedLearner = z.strictObject({
  learnerId: LearnerId,
  name: PersonName,
  version: z.int().positive(),
  observed: Enrolment.shape.observed.unwrap(),
  /** She has a PIN to confirm with, on the observer's phone. */
  hasPin: z.boolean(),
  self: z.boolean(),
});
export type ObservedLearner = z.infer<typeof ObservedLearner>;

/** An observation as people may read it: its photos are asked for one by one. */
const ObservationView = Observation.omit({ organisationId: true, observerId: true });
export type ObservationView = z.infer<typeof ObservationView>;

/** What the observer's phone sends. `id` is made there, so that it may be sent any number of times. */
const ObservationBody = Observation.pick({
  id: true,
  learnerId: true,
  checklistId: true,
  version: true,
  seen: true,
  note: true,
  claims: true,
}).extend({
  intentId: IntentId,
  /** The phone's clock at this sending: how long ago the look was follows from it, however wrong that clock is. Each try may say another. */
  sentAt: Instant.optional(),
  /** Photos that were posted, by the intents that they were posted under. */
  photos: z.array(IntentId).max(OBSERVING_LIMITS.photos),
  /**
   * The PINs of both, sealed on the phone for this installation alone (compact JWE): nobody who holds the phone, or what it keeps,
   * reads them. Without it the learner confirms in her own app.
   */
  pins: z
    .string()
    .max(8192)
    .regex(/^[\w-]+(\.[\w-]+){4}$/)
    .optional(),
});
export type ObservationBody = z.infer<typeof ObservationBody>;

/** What is sealed with an observation. The id of the observation is in it, so that PINs confirm that one and no other. */
export const SealedPins = z.strictObject({
  observationId: ObservationId,
  learner: z.string().max(12),
  observer: z.string().max(12),
});

export const observationWhat = what({
  readObserving: {
    summary:
      "What an observer takes along to look at the work of a cohort: its learners, and the checklists of their versions",
    params: cohort,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      cohort: Cohort.pick({ id: true, name: true, courseId: true, courseTitle: true }),
      checklists: z.array(z.strictObject({ version: z.int().positive(), checklists: z.array(Checklist) })), // prettier-ignore
      learners: z.array(ObservedLearner),
      /** Whether the observer has a PIN of her own, without which no PIN confirms. */
      observerHasPin: z.boolean(),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  recordObservation: {
    summary:
      "Record what was seen of a learner's work. It counts once she has confirmed it, by her PIN beside the observer or in her own app",
    params: cohort,
    body: ObservationBody,
    status: 201,
    reply: z.strictObject({
      observation: ObservationView,
      /** What became of the PINs, where some were sent: without `ok` the observation is kept, and waits for the learner. */
      pins: z.enum(["ok", "wrong", "locked", "none", "unreadable"]).optional(),
    }),
    refusals: [
      "not_found",
      "observation.own",
      "observation.not_in_cohort",
      "observation.unknown",
      "observation.no_photo",
      "upload.missing",
      "intent.reused",
    ],
  },
  listObservations: {
    summary: "What was seen of one learner's work, newest first",
    params: cohort.extend({ learnerId: LearnerId }),
    reply: z.strictObject({ observations: z.array(ObservationView) }),
    refusals: ["not_found"],
  },
  listOwnObservations: {
    summary: "What others saw of the learner's own work in a course, newest first",
    params: z.strictObject({ courseId: CourseId }),
    query: z.strictObject(whose),
    reply: z.strictObject({ observations: z.array(ObservationView) }),
    refusals: ["not_found", "learner.required"],
  },
  confirmObservation: {
    summary: "Say of an observation of one's own work that it was so, or that it was not",
    params: z.strictObject({ courseId: CourseId, observationId: ObservationId }),
    body: z.strictObject({
      ...whose,
      intentId: IntentId,
      /** Why not; without it she agrees. */
      disputed: Observation.shape.confirmation.options[2].shape.words.optional(),
    }),
    reply: z.strictObject({ observation: ObservationView, completion: Completion }),
    refusals: [
      "not_found",
      "learner.required",
      "observation.both_roles",
      "observation.settled",
      "intent.reused",
    ],
  },
  readPhoto: {
    summary: "One photo of an observation, for those who may read it",
    params: z.strictObject({ learnerId: LearnerId, observationId: ObservationId, hash: Hash }),
    reply: z.strictObject({ type: z.literal("image/webp"), base64: z.string() }),
    refusals: ["not_found"],
  },
  takePhoto: {
    summary: "Take a photo that was posted under the intent of its grant among what is private",
    body: z.strictObject({ intentId: IntentId }),
    status: 201,
    reply: Photo,
    refusals: ["upload.missing", "media.unreadable", "media.too_large", "intent.reused"],
  },
  setPin: {
    summary:
      "Choose the PIN by which one confirms on another's phone: a learner her own, a member of staff hers",
    body: z.strictObject({
      ...whose,
      intentId: IntentId,
      as: z.enum(["learner", "account"]),
      pin: PinDigits,
    }),
    reply: z.strictObject({ set: z.literal(true) }),
    refusals: ["not_found", "learner.required", "pin.simple", "intent.reused"],
  },
});
export type ChecklistsOfVersion = z.infer<
  typeof observationWhat.readObserving.reply
>["checklists"][number];
