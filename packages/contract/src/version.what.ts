import * as z from "zod";
import { CourseVersion, Manifest } from "./course.ts";
import { CourseDifference, CourseLine } from "./course.what.ts";
import { CourseId, IntentId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";

/** The number of a version as it stands in an address. */
const VersionNumber = z.string().regex(/^[1-9]\d{0,5}$/);

const PastVersion = CourseVersion.pick({ version: true, note: true, publishedAt: true }).extend({
  /** Nothing for somebody who is no longer a member. */
  publishedBy: PersonName.optional(),
  isLive: z.boolean(),
  outline: Manifest,
  /** What making it the draft would change of the draft, words that were saved since it was composed included. */
  fromDraft: CourseDifference,
  /** What it changes of the version that was asked for besides, or else of the live one. */
  fromOther: CourseDifference.extend({ version: z.int().positive() }),
  mayRestore: z.boolean(),
});
export type PastVersion = z.infer<typeof PastVersion>;

const Restored = CourseLine.extend({
  /** How many lessons of the former draft went to the bin. */
  binned: z.int().nonnegative(),
});
export type Restored = z.infer<typeof Restored>;

export const versionWhat = what({
  readVersion: {
    summary:
      "A published version: its outline, who published it, what it changes of the draft and of another version",
    params: z.strictObject({ courseId: CourseId, version: VersionNumber }),
    query: z.strictObject({ against: VersionNumber.optional() }),
    reply: PastVersion,
    refusals: ["not_found"],
  },
  restoreVersion: {
    summary:
      "Make a published version the draft again. Lessons of the former draft that say anything else go to the bin; `revision` is the one that was read",
    params: z.strictObject({ courseId: CourseId }),
    body: z.strictObject({
      intentId: IntentId,
      version: z.int().positive().max(999_999),
      revision: z.int().positive().optional(),
    }),
    reply: Restored,
    refusals: ["not_found", "stale_write", "draft.full", "intent.reused"],
  },
});
