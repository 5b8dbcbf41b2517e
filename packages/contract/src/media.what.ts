import * as z from "zod";
import { IntentId, MediaId } from "./id.ts";
import { UPLOAD_TYPES, type UploadType } from "./media-limits.ts";
import { LibraryItem, MediaDescription } from "./media.ts";
import { what } from "./operation.ts";
import { Instant, PageToken, text } from "./text.ts";

const TYPES = Object.keys(UPLOAD_TYPES) as [UploadType, ...UploadType[]];

/** Bringing one thing is one intent in two steps: the same `intentId` is granted, as often as asked, and taken, once. */
const Wish = z
  .strictObject({ intentId: IntentId, type: z.enum(TYPES), bytes: z.int().positive() })
  .refine(({ type, bytes }) => bytes <= UPLOAD_TYPES[type], {
    path: ["bytes"],
    message: "too_big",
  });

/** A form that takes these very bytes and no others: `fields` first, in any order, then `file`. */
const UploadGrant = z.strictObject({
  url: z.string(),
  fields: z.record(z.string(), z.string()),
  expiresAt: Instant,
});
export type UploadGrant = z.infer<typeof UploadGrant>;

export const mediaWhat = what({
  grantUpload: {
    summary:
      "Be let to post one picture, recording or document, for ten minutes; asked again, for ten more",
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
    summary: "The organisation's library, newest first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ items: z.array(LibraryItem), next: PageToken.optional() }),
  },
  describeMedia: {
    summary: "Say what a picture or recording is, for who cannot see or hear it",
    params: z.strictObject({ mediaId: MediaId }),
    body: z.strictObject({ intentId: IntentId, description: MediaDescription }),
    reply: LibraryItem,
    refusals: ["not_found", "intent.reused"],
  },
});
