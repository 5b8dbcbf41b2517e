/** A line to a phone: how long a way to and fro takes, in milliseconds, and what it carries towards her, in kilobits a second. */
export type Line = { readonly rttMs: number; readonly kbps: number };

/** What a network carries in one piece. */
const PACKET_BYTES = 1400;

/** How urgent an answer is, from 0 to 7, and in which order it was asked for. */
export type Turn = { readonly urgency: number; readonly order: number };
type Waiting = Turn & {
  readonly packet: Buffer;
  readonly deliver: (packet: Buffer) => void;
};

/**
 * What goes out over a slow line. Of all that waits, the most urgent goes first, and of that what was asked for first, as a server
 * does that heeds a browser's wishes (RFC 9218, §10). What it leaves out: packets that are lost, and a connection that begins gently,
 * which is little where a way holds so few packets.
 */
export function outgoing({ kbps }: Line) {
  const waiting: Waiting[] = [];
  let isBusy = false;
  /** When the line is free again, so that what a timer is late by is made up for. */
  let free = 0;
  const next = (): void => {
    const [first] = waiting.toSorted((a, b) => a.urgency - b.urgency || a.order - b.order);
    isBusy = first !== undefined;
    if (!first) return;
    waiting.splice(waiting.indexOf(first), 1);
    free = Math.max(free, performance.now()) + (first.packet.length * 8) / kbps;
    setTimeout(
      () => {
        first.deliver(first.packet);
        next();
      },
      Math.max(0, free - performance.now()),
    );
  };
  return (turn: Turn, bytes: Buffer, deliver: (packet: Buffer) => void): void => {
    for (let at = 0; at === 0 || at < bytes.length; at += PACKET_BYTES)
      waiting.push({ ...turn, packet: bytes.subarray(at, at + PACKET_BYTES), deliver });
    if (!isBusy) next();
  };
}

/** How urgent a browser says that an answer is, from 0 to 7 (RFC 9218, §4.1). */
export const urgencyOf = (priority: string): number =>
  Number(/\bu=([0-7])/.exec(priority)?.[1] ?? 3);
