import * as z from "zod";
import { AttemptId, CourseId, LearnerId } from "./id.ts";
import { HandInBody } from "./attempt.what.ts";
import { DeviceEvent } from "./enrolment.what.ts";
import { REFUSALS } from "./refusal.ts";
import { DeviceId, Instant } from "./text.ts";

/** What one parcel holds at most: as much as is taken in a few seconds. */
export const PARCEL_ENTRIES = 100;
/** How long a parcel may be, in characters: what travels around it fits into a body as well. */
export const PARCEL_CHARACTERS = 60_000;

/**
 * What a phone may send by others as one learner: given to it while she is signed in on it, kept there, and never told to whoever
 * carries. Registered claims where there are some (RFC 7519 §4.1), times in seconds.
 */
export const PassClaims = z.strictObject({
  sub: LearnerId,
  /** Under what the session is kept that it was given to: the pass holds no longer than it. */
  session: z.string().regex(/^[0-9a-f]{64}$/),
  device: DeviceId,
  iat: z.int().positive(),
  exp: z.int().positive(),
});
export type PassClaims = z.infer<typeof PassClaims>;

const CarriedEvents = z.strictObject({
  courseId: CourseId,
  /** Which phone saw them, the pass says. */
  events: z
    .array(DeviceEvent.omit({ deviceId: true }))
    .min(1)
    .max(25),
});
const CarriedHandIn = z.strictObject({
  courseId: CourseId,
  attemptId: AttemptId,
  handIn: HandInBody.extend({
    claims: HandInBody.shape.claims.unwrap().omit({ deviceId: true }).optional(),
    offline: HandInBody.shape.offline.unwrap().omit({ deviceId: true }).optional(),
  }),
});
export type CarriedHandIn = z.infer<typeof CarriedHandIn>;

/** What is in a parcel, once it is opened. Nothing names a learner or a phone: the pass does. */
export const ParcelContent = z
  .strictObject({
    pass: z.string().min(1).max(2048),
    /** The phone's claim at the moment of sealing. */
    sealedAt: Instant,
    things: z
      .array(z.union([CarriedEvents, CarriedHandIn]))
      .min(1)
      .max(PARCEL_ENTRIES),
  })
  .refine(({ things }) => entriesIn(things) <= PARCEL_ENTRIES, { message: "too_many_entries" });
export type ParcelContent = z.infer<typeof ParcelContent>;

const entriesIn = (things: readonly object[]): number =>
  things.reduce(
    (sum, it) => sum + ("events" in it && Array.isArray(it.events) ? it.events.length : 1),
    0,
  );

/** Entries by the last twelve digits of their ids, which are chance, eight characters each (six bytes in base64url). */
const Tails = z.string().regex(/^(?:[A-Za-z0-9_-]{8})*$/);

/**
 * What became of the entries of one parcel, as the server signs it for the phone that sealed it: no name, no mark, no learner.
 * A key service signs 4,096 bytes at most, so that entries are named shortly.
 */
export const ReceiptClaims = z.strictObject({
  device: DeviceId,
  iat: z.int().positive(),
  ok: Tails,
  duplicate: Tails,
  refused: z.array(
    z.strictObject({
      code: z.enum(Object.keys(REFUSALS) as [keyof typeof REFUSALS]),
      entries: Tails,
    }),
  ),
});
export type ReceiptClaims = z.infer<typeof ReceiptClaims>;
