import * as z from "zod";
import { BlockKey } from "./draft-block.ts";
import { DraftLesson } from "./draft.ts";
import { CourseId, IntentId, LessonId, MediaId } from "./id.ts";
import { UPLOAD_TYPES, type UploadType } from "./media-limits.ts";
import { BinnedMedia, LibraryItem, MediaDescription } from "./media.ts";
import { what } from "./operation.ts";
import { ContentLanguageCode, Instant, localized, PageToken, text } from "./text.ts";

const TYPES = Object.keys(UPLOAD_TYPES) as [UploadType, ...UploadType[]];

/** Bringing one thing is one intent in two steps: the same `intentId` is granted, as often as asked, and taken, once. */
const Wish = z
  .strictObject({ intentId: IntentId, type: z.enum(TYPES), bytes: z.int().positive() })
  .refine(({ type, bytes }) => bytes <= UPLOAD_TYPES[type], {
    path: ["bytes"],
    message: "too_big",
  });

/** A form that takes these very bytes and no others: `fields` first, in any order, then `file`. */
export const UploadGrant = z.strictObject({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  expiresAt: Instant,
});
export type UploadGrant = z.infer<typeof UploadGrant>;

const medium = z.strictObject({ mediaId: MediaId });

/** A place of a draft that shows or plays it. `binned`: the block or its lesson lies in the bin, from where it may come back. */
const DraftUse = z.strictObject({
  lessonId: LessonId,
  title: DraftLesson.shape.title,
  key: BlockKey,
  languages: z.array(ContentLanguageCode).min(1),
  binned: z.boolean(),
});
export type DraftUse = z.infer<typeof DraftUse>;

/** A published version that shows or plays it, in so many of its lessons and of its test's questions; it never changes. */
const VersionUse = z.strictObject({
  version: z.int().positive(),
  live: z.boolean(),
  lessonCount: z.int().nonnegative(),
  itemCount: z.int().nonnegative(),
});

/** A course that uses it: in places of its draft and in so many questions of its test. `mayEdit`: replacing reaches its draft. */
const CourseUse = z.strictObject({
  courseId: CourseId,
  title: localized(200),
  mayEdit: z.boolean(),
  drafts: z.array(DraftUse),
  itemCount: z.int().nonnegative(),
  versions: z.array(VersionUse),
});
export type CourseUse = z.infer<typeof CourseUse>;

export const mediaWhat = what({
  grantUpload: {
    summary:
      "Be let to post one picture, recording, document or video, for ten minutes; asked again, for ten more",
    body: Wish,
    reply: UploadGrant,
    refusals: ["not_found"],
  },
  takeUpload: {
    summary: "Take what was posted under the intent of its grant into the organisation's library",
    body: z.strictObject({
      intentId: IntentId,
      name: text(200),
      description: MediaDescription.optional(),
      /** Of a video: the intent under which its sound alone was posted. It becomes a part of the video. */
      sound: IntentId.optional(),
    }),
    reply: LibraryItem,
    status: 201,
    refusals: [
      "upload.missing",
      "media.unreadable",
      "media.too_large",
      "media.active",
      "media.locked",
      "intent.reused",
    ],
  },
  listMedia: {
    summary:
      "The organisation's library, newest first; a search may find nothing on a page and lead on",
    query: z.strictObject({
      after: PageToken.optional(),
      kind: z.enum(["picture", "audio", "file", "video"]).optional(),
      /** Each of these words stands in its name or in what is said of it. */
      words: text(100).optional(),
    }),
    reply: z.strictObject({ items: z.array(LibraryItem), next: PageToken.optional() }),
  },
  describeMedia: {
    summary: "Say what a picture or recording is, for who cannot see or hear it",
    params: medium,
    body: z.strictObject({ intentId: IntentId, description: MediaDescription }),
    reply: LibraryItem,
    refusals: ["not_found", "intent.reused"],
  },
  readMediaUses: {
    summary: "Which courses use it: in their drafts, live, and in earlier versions",
    params: medium,
    reply: z.strictObject({
      courses: z.array(CourseUse),
      /** No draft and no live version uses it. */
      removable: z.boolean(),
    }),
    refusals: ["not_found"],
  },
  replaceMedia: {
    summary: "Put another in its place in all drafts that she may change",
    params: medium,
    body: z.strictObject({ intentId: IntentId, by: MediaId }),
    /** In how many lessons and tests it was replaced, and how many of others still have it. */
    reply: z.strictObject({ replaced: z.int(), left: z.int() }),
    refusals: ["not_found", "media.other_kind", "intent.reused"],
  },
  removeMedia: {
    summary: "Take it out of the library into its bin, provided that nothing uses it",
    params: medium,
    body: z.strictObject({ intentId: IntentId }),
    reply: BinnedMedia,
    refusals: ["not_found", "media.used", "intent.reused"],
  },
  listRemovedMedia: {
    summary: "What was removed from the library and can still be taken back, newest first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ removed: z.array(BinnedMedia), next: PageToken.optional() }),
  },
  restoreMedia: {
    summary: "Take it back into the library",
    params: medium,
    body: z.strictObject({ intentId: IntentId }),
    reply: LibraryItem,
    refusals: ["not_found", "intent.reused"],
  },
});
