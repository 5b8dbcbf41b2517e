import * as z from "zod";
import { AttemptId, CourseId, FlagId, ItemId, LearnerId } from "./id.ts";
import { DeviceId, Instant, isWritten, Percent } from "./text.ts";

/** A choice among options, or a number. */
export const Answer = z.union([
  z.strictObject({
    itemId: ItemId,
    options: z.array(z.string().max(8).refine(isWritten, { message: "control_characters" })).max(8),
  }),
  z.strictObject({ itemId: ItemId, number: z.number() }),
]);
export type Answer = z.infer<typeof Answer>;

/** What a phone says of a sitting that it held without network. Claims: no rule looks at these times, a person may. */
export const DeviceClaims = z.strictObject({
  openedAt: Instant,
  closedAt: Instant,
  deviceId: DeviceId,
  seq: z.int().nonnegative().max(1e9),
});
export type DeviceClaims = z.infer<typeof DeviceClaims>;

/** A hand-in as it arrived, graded: the one that stands, or one that waits for a person. */
export const HandIn = z.strictObject({
  answers: z.array(Answer).max(200),
  percent: Percent,
  receivedAt: Instant,
  claims: DeviceClaims.optional(),
});
export type HandIn = z.infer<typeof HandIn>;

/** What became of a hand-in that was not counted at once. */
export const HELD_STATES = ["waiting", "accepted", "set_aside"] as const;
const Held = z.strictObject({ flagId: FlagId, state: z.enum(HELD_STATES) });

/**
 * One sitting of the graded quiz. Reserved with a ticket while `startedAt` is absent; open until it is handed in. What stands is
 * the first hand-in that counted; `held` are further ones, each whole in a flag of its own.
 */
export const Attempt = z.strictObject({
  id: AttemptId,
  learnerId: LearnerId,
  courseId: CourseId,
  version: z.int().positive(),
  /** Which try it is: as it is expected while reserved, as it was counted from then on. */
  number: z.int().positive(),
  itemIds: z.array(ItemId).min(1),
  reservedAt: Instant.optional(),
  /** Until when its ticket holds. */
  expiresAt: Instant.optional(),
  /** When the server opened it, or first heard that it had been opened: from then on its try is counted. */
  startedAt: Instant.optional(),
  submittedAt: Instant.optional(),
  answers: z.array(Answer).max(200).optional(),
  percent: Percent.optional(),
  claims: DeviceClaims.optional(),
  held: z.array(Held).max(10).optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/** What a ticket says: registered claims where there are some (RFC 7519 §4.1), times in seconds. `items` is the hash of the items in their order. */
export const TicketClaims = z.strictObject({
  jti: AttemptId,
  sub: LearnerId,
  course: CourseId,
  version: z.int().positive(),
  number: z.int().positive(),
  triesAllowed: z.int().positive(),
  items: z.string().regex(/^[0-9a-f]{64}$/),
  iat: z.int().positive(),
  exp: z.int().positive(),
});
export type TicketClaims = z.infer<typeof TicketClaims>;
