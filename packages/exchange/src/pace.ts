/** So much is worked through without a break: a page stays alive, and an abort is heard. In bytes. */
const STRETCH = 2 ** 18;

/** Lets everything else have its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * A pace for long work: told of each piece of it, in bytes, it pauses once in a while.
 * The answer is nothing where there is no pause, so that most pieces cost no turn of their own.
 * @throws what the signal was aborted with
 */
export function pacer(signal: AbortSignal | undefined): (bytes: number) => Promise<void> | void {
  let worked = 0;
  return (bytes) => {
    signal?.throwIfAborted();
    worked += bytes;
    if (worked < STRETCH) return;
    worked = 0;
    return turn().then(() => signal?.throwIfAborted());
  };
}
