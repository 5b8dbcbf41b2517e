/**
 * Why a file was not taken. `empty`: it has no bytes. `foreign`: it is no course of ours. `broken`: it was one, and was cut short or
 * changed. `forged`: its signature is not ours. `new_key`: it is signed with a key that this phone does not know yet. `older`: a
 * newer version is here. `full`: no room; `needed` and `free` say how much, in bytes. `unreadable`: the phone cannot read it any more.
 */
export type TakeReason =
  | "empty"
  | "foreign"
  | "broken"
  | "forged"
  | "new_key"
  | "older"
  | "full"
  | "unreadable";

export class TakeFault extends Error {
  readonly reason: TakeReason;
  readonly needed: number | undefined;
  readonly free: number | undefined;

  constructor(
    reason: TakeReason,
    {
      needed,
      free,
      cause,
    }: { needed?: number | undefined; free?: number | undefined; cause?: unknown } = {},
  ) {
    super(`take: ${reason}`, { cause });
    this.name = "TakeFault";
    this.reason = reason;
    this.needed = needed;
    this.free = free;
  }
}
