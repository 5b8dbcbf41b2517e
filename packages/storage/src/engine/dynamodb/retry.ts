import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { EngineBusy } from "../engine.ts";

/** Time and chance of waiting, from outside so that tests neither sleep nor guess. */
export type Pace = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

const MAX_ATTEMPTS = 12;
const FIRST_MILLISECONDS = 25;
const LONGEST_MILLISECONDS = 1_000;
/** No attempt begins after this: a function must still be able to answer that the store is busy. */
const BUDGET_MILLISECONDS = 8_000;

/**
 * Tries again, with full jitter, what failed for a passing reason; the SDK retries neither conflicts of transactions nor what its
 * own few attempts did not get over. Every attempt must be harmless to repeat.
 * @throws {EngineBusy} when the passing reason does not pass
 */
export async function persist<T>(pace: Pace, attempt: () => Promise<T>): Promise<T> {
  const start = pace.now();
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error)) throw error;
      const isOver = pace.now() - start >= BUDGET_MILLISECONDS;
      if (tried >= MAX_ATTEMPTS || isOver) throw new EngineBusy(error);
    }
    await pause(pace, tried);
  }
}

/** https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
export const pause = ({ wait, random }: Pace, tried: number): Promise<void> =>
  wait(random() * Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** tried));

const PASSING_REASONS = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

/** Names of DynamoDB's exceptions and of Node's failures of connections; all of them may have happened after the commit. */
const PASSING_NAMES = new Set([
  "TransactionConflictException",
  "TransactionInProgressException",
  "ReplicatedWriteConflictException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "InternalServerError",
  "InternalServerErrorException",
  "ServiceUnavailable",
  "ServiceUnavailableException",
  "TimeoutError",
]);
const PASSING_CODES = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"]);

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof TransactionCanceledException) return isPassingCancellation(error);
  if (PASSING_NAMES.has(error.name)) return true;
  if ("code" in error && typeof error.code === "string" && PASSING_CODES.has(error.code))
    return true;
  // A reply cut in the middle, or a page of a proxy: the SDK could not read it, so nobody knows what it said.
  if (error instanceof SyntaxError) return true;
  return statusOf(error) >= 500;
}

function isPassingCancellation({
  CancellationReasons = [],
}: TransactionCanceledException): boolean {
  const codes = CancellationReasons.map(({ Code = "None" }) => Code).filter((c) => c !== "None");
  return codes.length > 0 && codes.every((code) => PASSING_REASONS.has(code));
}

function statusOf(error: Error): number {
  if (!("$metadata" in error)) return 0;
  const metadata = error.$metadata;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata))
    return 0;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : 0;
}
