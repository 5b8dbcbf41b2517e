import * as z from "zod";
import { CohortContact } from "./cohort.ts";
import { Bodies } from "./course.ts";
import { Completion, Enrolment, LearningEvent, LessonProgress } from "./enrolment.ts";
import { CertificateId, CohortId, CourseId, Hash, IntentId, LessonId } from "./id.ts";
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

/** What the events of a batch have in common, said once. What an event says itself goes first. */
const CommonEvent = DeviceEvent.pick({ lessonId: true, version: true, deviceId: true }).partial();
/** Without what is said in common, and without its moment where that is the one that its id begins with (RFC 9562). */
const ToldEvent = DeviceEvent.partial({ lessonId: true, deviceId: true, at: true });
type ToldBatch = {
  readonly common?: z.infer<typeof CommonEvent> | undefined;
  readonly events: readonly z.infer<typeof ToldEvent>[];
};

/** The events of a batch, each with all that is said of it. @throws ZodError where one says too little */
export const eventsIn = ({ common, events }: ToldBatch): DeviceEvent[] =>
  events.map((event) => DeviceEvent.parse(wholeOf(event, common)));
const wholeOf = (event: ToldBatch["events"][number], common: ToldBatch["common"]) => ({
  ...common,
  ...event,
  at: event.at ?? momentOf(event.id),
});
const momentOf = (id: IntentId): string =>
  new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();

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
    summary:
      "One course of the learner: progress, resume point, what is missing, and where one of its lessons lies",
    params,
    query: z.strictObject({ ...whose, lessonId: LessonId.optional() }),
    reply: EnrolmentView.extend({
      /** Of the lesson that was asked about, at her version; nothing of one that it does not have. */
      bodies: Bodies.optional(),
    }),
    refusals: ["not_found", "learner.required"],
  },
  recordEvents: {
    summary: "Record learning events, in any order and any number of times",
    params,
    body: z
      .strictObject({
        ...whose,
        sentAt: Instant,
        /** Whoever says it works out her standing herself, and is answered briefly. Phones of before say all in each event. */
        common: CommonEvent.optional(),
        events: z.array(ToldEvent).min(1).max(25),
      })
      .refine(
        ({ common, events }) =>
          events.every((event) => DeviceEvent.safeParse(wholeOf(event, common)).success),
        { path: ["events"], message: "events.incomplete" },
      ),
    reply: z.strictObject({
      receipts: z.array(Receipt),
      /** As it is now, for phones of before; absent when she is not enrolled. */
      enrolment: EnrolmentView.optional(),
      /** How far the lessons of these events have come now; absent when she is not enrolled, and for phones of before. */
      lessons: z.record(LessonId, LessonProgress).optional(),
      /** Beside it, where it does not follow from lessons and from what a page of hers has read. */
      completion: Completion.optional(),
    }),
    refusals: ["not_found", "learner.required"],
  },
});
