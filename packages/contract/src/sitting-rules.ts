import * as z from "zod";
import {
  COUNTS,
  MOST_EXTRA_PERCENT,
  MOST_EXTRA_TRIES,
  MOST_MINUTES,
  TELLS,
} from "./sitting-limits.ts";
import { Instant, text } from "./text.ts";

/** How a test is sat. What is absent is as it always was: without limit, shuffled, the best counts, every answer is told. */
export const SittingRules = z.strictObject({
  minutes: z.int().min(1).max(MOST_MINUTES).optional(),
  /** In the order in which its author wrote them; else shuffled anew for each sitting. */
  order: z.literal("written").optional(),
  counts: z.enum(COUNTS).optional(),
  tells: z.enum(TELLS).optional(),
});
export type SittingRules = z.infer<typeof SittingRules>;

/** When a cohort may sit the test; without a moment it is open from, or until, ever. */
export const TestTimes = z
  .strictObject({ opensAt: Instant.optional(), closesAt: Instant.optional() })
  .refine(({ opensAt, closesAt }) => !opensAt || !closesAt || opensAt < closesAt, {
    path: ["closesAt"],
    message: "before_start",
  });
export type TestTimes = z.infer<typeof TestTimes>;

/** What one learner is given beyond the rules of the test, when and why; by whom, the trail says. */
export const Allowance = z.strictObject({
  tries: z.int().min(0).max(MOST_EXTRA_TRIES).optional(),
  /** Of the time, in percent of it. */
  extraPercent: z.int().min(0).max(MOST_EXTRA_PERCENT).optional(),
  /** Until when she may begin, though her cohort's test is closed. */
  closesAt: Instant.optional(),
  reason: text(500),
  at: Instant,
});
export type Allowance = z.infer<typeof Allowance>;
