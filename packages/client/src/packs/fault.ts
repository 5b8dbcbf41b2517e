/**
 * Why a pack could not be fetched. `offline`: the network failed. `missing`: the server does not have it. `corrupt`: the bytes are
 * not those of its name, twice. `foreign`: the list is that of another course. `server`: the server failed. `full`: the phone has
 * no room; `needed` and `free` say how much, as far as the browser tells.
 */
export type FaultReason = "offline" | "missing" | "corrupt" | "foreign" | "server" | "full";

export class PackFault extends Error {
  readonly reason: FaultReason;
  /** Bytes that were still to come. */
  readonly needed: number | undefined;
  /** Bytes that the browser would still give. */
  readonly free: number | undefined;

  constructor(
    reason: FaultReason,
    {
      needed,
      free,
      cause,
    }: { needed?: number | undefined; free?: number | undefined; cause?: unknown } = {},
  ) {
    super(`pack: ${reason}`, { cause });
    this.name = "PackFault";
    this.reason = reason;
    this.needed = needed;
    this.free = free;
  }
}

/** Whether a browser's storage says that there is no room. */
export const isQuota = (error: unknown): boolean =>
  error instanceof Error && error.name === "QuotaExceededError";
