import * as z from "zod";
import { AttemptId, CourseId, FlagId, ItemId, LearnerId } from "./id.ts";
import { MOST_GAPS } from "./marking/kinds.ts";
import { GapName } from "./question.ts";
import { DeviceId, Instant, isWritten, Percent } from "./text.ts";

const OptionName = z.string().max(8).refine(isWritten, { message: "control_characters" });
/** What somebody wrote, as she wrote it. */
const Written = z.string().max(400).refine(isWritten, { message: "control_characters" });

/**
 * Options that were chosen; all of them in an order; a number; words; pairs; what was put into gaps. By the names that
 * `PublicItem` gives.
 */
export const Answer = z.union([
  z.strictObject({ itemId: ItemId, options: z.array(OptionName).max(8) }),
  z.strictObject({ itemId: ItemId, order: z.array(OptionName).max(8) }),
  z.strictObject({ itemId: ItemId, number: z.number() }),
  z.strictObject({ itemId: ItemId, text: Written }),
  z.strictObject({
    itemId: ItemId,
    pairs: z.array(z.strictObject({ option: OptionName, pair: OptionName })).max(8),
  }),
  z.strictObject({
    itemId: ItemId,
    gaps: z
      .array(
        z.union([
          z.strictObject({ gap: GapName, option: OptionName }),
          z.strictObject({ gap: GapName, text: Written }),
        ]),
      )
      .max(MOST_GAPS),
  }),
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
  /** By which rules it was marked; what is older than the rules that count parts has none. */
  rules: z.int().positive().optional(),
  /** How many corrections of the course it was marked by; without any of them, none. */
  corrections: z.int().positive().optional(),
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
  /** When it ends by the rules of the moment at which the server opened it. */
  endsAt: Instant.optional(),
  submittedAt: Instant.optional(),
  answers: z.array(Answer).max(200).optional(),
  percent: Percent.optional(),
  rules: z.int().positive().optional(),
  corrections: z.int().positive().optional(),
  /** What it was told as before a question of it was corrected. */
  corrected: z.strictObject({ from: Percent, at: Instant }).optional(),
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
