import * as z from "zod";
import { Media } from "./block.ts";
import { BlockKey } from "./draft-block.ts";
import { AccountId, CourseId, Hash, LessonId, MediaId, OrganisationId } from "./id.ts";
import { PersonName } from "./person.ts";
import { ContentLanguageCode, Instant, localized, text } from "./text.ts";

/** What it is, for who cannot see or hear it; or that it only decorates. */
export const MediaDescription = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("decorative") }),
  z.strictObject({ kind: z.literal("words"), alt: localized(400) }),
]);
export type MediaDescription = z.infer<typeof MediaDescription>;

const common = {
  id: MediaId,
  media: Media,
  /** What it weighed when it was brought. */
  bytesBefore: z.int().positive(),
  /** As the file was called on the device of whoever brought it. */
  name: text(200),
  description: MediaDescription.optional(),
  byName: PersonName,
  at: Instant,
};

const shape = { width: z.int().positive(), height: z.int().positive() };

/** A picture, a recording, a document or a video in an organisation's library. */
export const LibraryItem = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    ...shape,
    kind: z.literal("picture"),
  }),
  z.strictObject({ ...common, kind: z.literal("audio"), seconds: z.int().positive() }),
  z.strictObject({ ...common, kind: z.literal("file") }),
  z.strictObject({
    ...common,
    ...shape,
    kind: z.literal("video"),
    seconds: z.int().positive(),
    /** The same to be heard alone; none of what is silent, or came without. */
    sound: Media.optional(),
  }),
]);
export type LibraryItem = z.infer<typeof LibraryItem>;

/** The same as it is kept. */
export const MediaRow = z.strictObject({
  organisationId: OrganisationId,
  item: LibraryItem,
  by: AccountId,
});
export type MediaRow = z.infer<typeof MediaRow>;

/** What was removed from it: it can be taken back for `BIN_DAYS`. */
export const BinnedMedia = z.strictObject({
  item: LibraryItem,
  removedAt: Instant,
  removedByName: PersonName,
});
export type BinnedMedia = z.infer<typeof BinnedMedia>;

/** The same as it is kept. */
export const BinnedMediaRow = BinnedMedia.extend({
  organisationId: OrganisationId,
  by: AccountId,
});
export type BinnedMediaRow = z.infer<typeof BinnedMediaRow>;

/**
 * Which pictures and recordings a lesson that is written uses, as it was at a revision of its row. Worked out when somebody asks, and
 * kept for the next who does; a lesson that has moved on since is read anew.
 */
export const MediaUsesRow = z.strictObject({
  organisationId: OrganisationId,
  courseId: CourseId,
  lessonId: LessonId,
  revision: z.int().positive(),
  changedAt: Instant,
  uses: z.array(z.strictObject({ hash: Hash, language: ContentLanguageCode, key: BlockKey })),
});
export type MediaUsesRow = z.infer<typeof MediaUsesRow>;
