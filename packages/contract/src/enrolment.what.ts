import * as z from "zod";
import { CohortContact } from "./cohort.ts";
import { Completion, Enrolment, LearningEvent } from "./enrolment.ts";
import { CertificateId, CohortId, CourseId, Hash, IntentId } from "./id.ts";
import { what } from "./operation.ts";
import { PackWeight } from "./pack.ts";
import { REFUSALS } from "./refusal.ts";
import { DeviceId, Instant, PageToken } from "./text.ts";
import { whose } from "./whose.ts";

const params = z.strictObject({ courseId: CourseId });
/** An enrolment for its learner: manifest by name, completion worked out, the quiz's keys left behind. */
const EnrolmentView = Enrolment.omit({
  content: true,
  former: true,
  disputed: true,
  issuing: true,
  organisationId: true,
}).extend({
  manifest: Hash,
  /** What a phone has to keep to go on without network. */
  pack: Hash.optional(),
  completion: Completion,
  triesLeft: z.int().nonnegative(),
  certificateId: CertificateId.optional(),
});
export type EnrolmentView = z.infer<typeof EnrolmentView>;

/** With what its card in a list tells of her version. Not with one enrolment, which a lesson reads at every opening. */
const ListedEnrolment = EnrolmentView.extend({
  minutes: z.int().positive(),
  weight: PackWeight.optional(),
});
export type ListedEnrolment = z.infer<typeof ListedEnrolment>;

export const DeviceEvent = LearningEvent.omit({
  learnerId: true,
  courseId: true,
  receivedAt: true,
  claimedAt: true,
  id: true,
}).extend({
  id: IntentId,
  /** When the device says it happened. */
  at: Instant,
  deviceId: DeviceId,
  seq: z.int().nonnegative().max(1e9),
});
export type DeviceEvent = z.infer<typeof DeviceEvent>;

const Receipt = z.strictObject({
  id: IntentId,
  result: z.enum(["ok", "duplicate", "refused"]),
  code: z.enum(Object.keys(REFUSALS) as [keyof typeof REFUSALS]).optional(),
});

export const enrolmentWhat = what({
  enrol: {
    summary: "Enrol the learner in a public course, or in an open cohort of it",
    body: z.strictObject({
      ...whose,
      intentId: IntentId,
      courseId: CourseId,
      cohortId: CohortId.optional(),
    }),
    status: 201,
    reply: EnrolmentView,
    refusals: ["not_found", "learner.required", "cohort.closed", "cohort.full", "intent.reused"],
  },
  listEnrolments: {
    summary: "The learner's courses with her progress",
    query: z.strictObject({ ...whose, after: PageToken.optional() }),
    reply: z.strictObject({
      enrolments: z.array(ListedEnrolment),
      /** Whom to ask in the cohorts of these enrolments. Here and not with one enrolment, which a lesson reads at every opening. */
      contacts: z.array(CohortContact.omit({ consentedAt: true }).extend({ cohortId: CohortId })),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  readEnrolment: {
    summary: "One course of the learner: progress, resume point, what is missing",
    params,
    query: z.strictObject(whose),
    reply: EnrolmentView,
    refusals: ["not_found", "learner.required"],
  },
  recordEvents: {
    summary: "Record learning events, in any order and any number of times",
    params,
    body: z.strictObject({
      ...whose,
      sentAt: Instant,
      events: z.array(DeviceEvent).min(1).max(25),
    }),
    reply: z.strictObject({
      receipts: z.array(Receipt),
      /** As it is now; absent when she is not enrolled. */
      enrolment: EnrolmentView.optional(),
    }),
    refusals: ["not_found", "learner.required"],
  },
});
