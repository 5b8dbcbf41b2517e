/** The phone has no room for what was to be kept. Nothing of it was written. */
export class PhoneFull extends Error {
  /** Bytes of what was to be kept, about. */
  readonly needed: number;
  /** Bytes that the browser would still give; nothing when it does not say. */
  readonly free: number | undefined;

  constructor(needed: number, free: number | undefined, cause?: unknown) {
    super("the phone is full", { cause });
    this.name = "PhoneFull";
    this.needed = needed;
    this.free = free;
  }
}

/** What a browser tells of its room: `navigator.storage.estimate`. */
export type Estimate = () => Promise<{
  readonly quota?: number | undefined;
  readonly usage?: number | undefined;
}>;

/** Bytes that are still free, if the browser says so. Never throws. */
async function freeBytes(estimate: Estimate | undefined): Promise<number | undefined> {
  try {
    const { quota, usage } = (await estimate?.()) ?? {};
    return quota === undefined ? undefined : Math.max(0, quota - (usage ?? 0));
  } catch {
    // The browser keeps it to itself.
    return undefined;
  }
}

/** How much it is, about: bytes of pictures and voices count as they are, all else as its text. */
function sizeOf(kept: readonly unknown[]): number {
  let bytes = 0;
  const text = JSON.stringify(kept, (_, value: { readonly byteLength?: number } | null) => {
    bytes += value?.byteLength ?? 0;
    return value;
  });
  return text.length + bytes;
}

/** @param kept what a transaction was to keep */
export const phoneFull = async (
  kept: readonly unknown[],
  estimate: Estimate | undefined,
  cause: unknown,
): Promise<PhoneFull> => new PhoneFull(sizeOf(kept), await freeBytes(estimate), cause);
