import type { Other, Talk } from "@twiza/contract";
import { PRESENCE_SECONDS } from "@twiza/contract/together";

/** Somebody else, as the page shows her: in the lesson, or lately gone from it. */
export type Neighbour = Pick<Other, "accountId" | "name" | "key"> & { readonly isHere: boolean };

export type AttendingOptions = {
  /** Tells the server. Whatever it throws, it is told again at the next turn, unless that is in vain. */
  readonly send: (said: {
    isLeft: boolean;
    key?: string;
  }) => Promise<{ others: readonly Other[]; talk: Talk }>;
  /** Whether asking again would be answered the same way: she has no right to be here, or is signed out. */
  readonly isFinal: (error: unknown) => boolean;
  /** The page is in sight, has network, and somebody is at it. */
  readonly isThere: () => boolean;
  /** The device's own clock, in milliseconds. */
  readonly now: () => number;
  /** Does something after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  readonly onothers: (neighbours: readonly Neighbour[]) => void;
  readonly ontalk: (talk: Talk) => void;
};

const SECOND = 1000;
/** How often the page looks whether somebody has been silent for too long. */
const LOOK_MS = 5 * SECOND;

/** Says every few seconds that somebody is in a lesson, for as long as the page is looked at, and hears who else is. */
export function attending(options: AttendingOptions) {
  const { now, after, isThere } = options;
  let key: string | undefined;
  let others: readonly Other[] = [];
  let heardAt = 0;
  let saidAt = -Infinity;
  let isEnded = false;
  let cancelBeat: (() => void) | undefined;
  let cancelLook: (() => void) | undefined;
  let saying: Promise<void> | undefined;

  function show(): void {
    cancelLook?.();
    cancelLook = undefined;
    const later = (now() - heardAt) / SECOND;
    const remembered = others.filter(
      ({ seconds }) => seconds + later < PRESENCE_SECONDS.remembered,
    );
    options.onothers(
      remembered.map(({ accountId, name, key: in_, seconds, isLeft }) => ({
        ...{ accountId, name, isHere: !isLeft && seconds + later < PRESENCE_SECONDS.here },
        ...(in_ ? { key: in_ } : {}),
      })),
    );
    if (remembered.length > 0 && !isEnded) cancelLook = after(LOOK_MS, show);
  }

  function soon(milliseconds: number): void {
    cancelBeat?.();
    cancelBeat = isEnded ? undefined : after(milliseconds, beat);
  }
  function beat(): void {
    cancelBeat?.();
    cancelBeat = undefined;
    // Who comes back into sight beats at once: nothing is asked in between.
    if (isEnded || !isThere()) return;
    saying ??= say().finally(() => (saying = undefined));
  }
  async function say(): Promise<void> {
    saidAt = now();
    const told = key;
    try {
      const heard = await options.send({ isLeft: false, ...(told ? { key: told } : {}) });
      if (isEnded) return;
      [others, heardAt] = [heard.others, now()];
      options.ontalk(heard.talk);
      show();
    } catch (error) {
      if (options.isFinal(error)) isEnded = true;
      show();
    }
    soon((told === key ? PRESENCE_SECONDS.beat : PRESENCE_SECONDS.rest) * SECOND);
  }

  return {
    /** Begins, or goes on when the page is looked at again. */
    begin: beat,
    /** She has gone to a block, or out of all of them. */
    move(to: string | undefined): void {
      if (to === key) return;
      key = to;
      if (saying === undefined && cancelBeat)
        soon(Math.max(0, saidAt + PRESENCE_SECONDS.rest * SECOND - now()));
    },
    /** Leaves the lesson; without network nobody hears of it but by her silence. */
    async end(): Promise<void> {
      if (isEnded) return;
      isEnded = true;
      cancelBeat?.();
      cancelLook?.();
      if (saidAt > -Infinity) await options.send({ isLeft: true }).catch(() => undefined);
    },
  };
}
