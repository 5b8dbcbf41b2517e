import * as z from "zod";
import { CertificateRule } from "./certificate.ts";
import { CohortOffer } from "./cohort.ts";
import { Bodies, CatalogueEntry, Course, CourseVersion, DraftManifest } from "./course.ts";
import { AccountId, CourseId, Hash, IntentId, LessonId } from "./id.ts";
import { MOST_OTHER_LANGUAGES } from "./language-limits.ts";
import { what } from "./operation.ts";
import { PackWeight } from "./pack.ts";
import { PersonName } from "./person.ts";
import { REVIEW_STATES } from "./review.ts";
import { Approval } from "./review.what.ts";
import { ContentLanguageCode, Instant, localized, PageToken, Percent, text } from "./text.ts";

/** A catalogue entry for the phone: the private half of `content` stays here. */
const PublicEntry = CatalogueEntry.omit({ content: true }).extend({
  manifest: Hash,
  pack: Hash.optional(),
});
export type PublicEntry = z.infer<typeof PublicEntry>;

export const CourseDifference = z.strictObject({
  lessonsAdded: z.int(),
  lessonsChanged: z.int(),
  lessonsRemoved: z.int(),
  settingsChanged: z.boolean(),
  quizChanged: z.boolean(),
  checklistsChanged: z.boolean(),
  assignmentsChanged: z.boolean(),
});
export type CourseDifference = z.infer<typeof CourseDifference>;

export const CourseLine = Course.pick({ id: true, title: true, visibility: true }).extend({
  version: z.int().optional(),
  publishedAt: Instant.optional(),
  changedAt: Instant,
  unpublishedChanges: z.boolean(),
});
export type CourseLine = z.infer<typeof CourseLine>;

/** What the person who asks may do with a course, so that no page offers what would be refused. */
const rights = { mayEdit: z.boolean(), mayPublish: z.boolean() };

const ListedCourse = CourseLine.extend(rights).extend({
  /** What was asked last of a second person, where one approves first, and whether it waits for the person who asks. */
  review: z.strictObject({ state: z.enum(REVIEW_STATES), mayDecide: z.boolean() }).optional(),
});
export type ListedCourse = z.infer<typeof ListedCourse>;

/** Who writes and publishes a course. Without a name: she is no longer a member of its organisation. */
export const CourseOwner = z.strictObject({ accountId: AccountId, name: PersonName.optional() });
export type CourseOwner = z.infer<typeof CourseOwner>;

const CourseDesk = CourseLine.extend(rights).extend({
  /** Goes back with an edit, which is refused when somebody wrote in between. */
  revision: z.int().positive(),
  draft: DraftManifest,
  owners: z.array(CourseOwner),
  /** Whether the person who asks may say who owns it. */
  mayOwn: z.boolean(),
  /** Only where a second person approves before publishing. */
  approval: Approval.optional(),
  difference: CourseDifference,
  versions: z.array(CourseVersion.pick({ version: true, note: true, publishedAt: true })),
});
export type CourseDesk = z.infer<typeof CourseDesk>;

const params = z.strictObject({ courseId: CourseId });

export const courseWhat = what({
  listCatalogue: {
    summary: "Published courses that anybody may take",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ courses: z.array(PublicEntry), next: PageToken.optional() }),
  },
  readOutline: {
    summary:
      "One published course with the cohorts that are open, and where one of its lessons lies",
    params,
    query: z.strictObject({ lessonId: LessonId.optional() }),
    reply: z.strictObject({
      course: PublicEntry,
      cohorts: z.array(CohortOffer),
      /** What each module weighs on a phone, in their order; nothing of a course that no phone can keep. */
      modules: z.array(PackWeight),
      /** Of the lesson that was asked about; nothing of one that the course does not have. */
      bodies: Bodies.optional(),
    }),
    refusals: ["not_found"],
  },
  listCourses: {
    summary: "The courses of the organisation that the person may work on",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ courses: z.array(ListedCourse), next: PageToken.optional() }),
  },
  readCourse: {
    summary: "One course at the trainer's desk: draft, what differs from live, past versions",
    params,
    reply: CourseDesk,
    refusals: ["not_found"],
  },
  editCourse: {
    summary:
      "Change a course's title, summary or pass mark in the draft; `revision` is the one that was read",
    params,
    body: z.strictObject({
      intentId: IntentId,
      revision: z.int().positive(),
      title: localized(200),
      summary: localized(1000),
      passMarkPercent: Percent,
      triesAllowed: z.int().min(1).max(20),
      /** For how long its certificates hold; without a word it stays as it is. */
      certificate: z.union([CertificateRule, z.literal("for_ever")]).optional(),
      /** Beside ours; without a word they stay as they are. Words of one that is left out are kept, and there when it comes back. */
      otherLanguages: z.array(ContentLanguageCode).max(MOST_OTHER_LANGUAGES).optional(),
    }),
    reply: CourseLine,
    refusals: ["not_found", "stale_write", "language.unknown", "language.source", "intent.reused"],
  },
  publishCourse: {
    summary: "Publish the draft as a new version; running learners stay on theirs",
    params,
    body: z.strictObject({ intentId: IntentId, note: text(500) }),
    status: 201,
    reply: CourseLine,
    refusals: [
      "not_found",
      "course.unchanged",
      "course.incomplete",
      "course.voice_astray",
      "review.required",
      "course.unpassable",
      "stale_write",
      "intent.reused",
    ],
  },
});
