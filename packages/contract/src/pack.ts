import * as z from "zod";
import { MEDIA_TYPES } from "./block.ts";
import { CourseId, Hash, LessonId, OrganisationId } from "./id.ts";
import { ContentLanguageCode } from "./text.ts";
import { AudioLanguageCode, perAudioLanguage } from "./voice.ts";

const MEDIA = Object.keys(MEDIA_TYPES) as [keyof typeof MEDIA_TYPES];

/**
 * One file of a course at one version, as it lies under `/content/<hash>`. `bytes` are those that are kept, not those that
 * travel compressed. Which lessons want it decides what goes with a part of a course; which languages, what a phone that reads
 * or hears others leaves out.
 */
export const PackFile = z.strictObject({
  hash: Hash,
  bytes: z.int().positive(),
  type: z.enum(["application/json", ...MEDIA]),
  /** A `sheet` says where the `voice` recordings of a lesson belong. */
  kind: z.enum(["lesson", "picture", "audio", "file", "sheet", "voice", "video"]),
  lessonIds: z.array(LessonId).min(1),
  /** Languages of the text that it belongs to; none for voices, and none for videos, which an app that knows of none leaves out. */
  languages: z.array(ContentLanguageCode),
  /** Languages that it speaks; none for all that is read. */
  spoken: z.array(AudioLanguageCode),
});
export type PackFile = z.infer<typeof PackFile>;

/**
 * Everything a phone needs to teach one version of a course without network: an immutable blob made at publishing. Graded
 * items are not in it, let alone their keys.
 */
export const PackIndex = z.strictObject({
  format: z.literal(1),
  courseId: CourseId,
  manifest: z.strictObject({ hash: Hash, bytes: z.int().positive() }),
  files: z.array(PackFile).min(1),
});
export type PackIndex = z.infer<typeof PackIndex>;

/**
 * What a pack weighs with its sound, in bytes: what is read in each language, its pictures and its list of lessons among it, and
 * apart from that what is spoken in each.
 */
export const PackWeight = z.strictObject({
  read: z.record(ContentLanguageCode, z.int().positive()),
  spoken: perAudioLanguage(z.int().positive()),
});
export type PackWeight = z.infer<typeof PackWeight>;

/** What we sign of a published version, for ever: which list of files is this version of this course. Named as in a ticket. */
export const PackClaims = z.strictObject({
  course: CourseId,
  version: z.int().positive(),
  /** The blob of its `PackIndex`. */
  index: Hash,
});
export type PackClaims = z.infer<typeof PackClaims>;

/** A compact JWS of type `twiza-pack+jws` over `PackClaims`. */
export const PackSignature = z.string().min(1).max(8192);

/** The signature of a version as it was made the first time that somebody asked for it. */
export const SignedPack = PackClaims.extend({
  organisationId: OrganisationId,
  signature: PackSignature,
});
export type SignedPack = z.infer<typeof SignedPack>;
