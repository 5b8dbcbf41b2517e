/**
 * What a device knows of time. Its clock is a claim: it may stand in 1970 or years ahead, and change while nobody looks. Both
 * numbers are milliseconds.
 */
export type Timepiece = {
  /** What the server's clock said beyond the device's, the last time it was heard. */
  readonly offset: number;
  /** The last moment that was claimed or heard. Claims never run backwards from it. */
  readonly floor: number;
};
export const UNHEARD: Timepiece = { offset: 0, floor: 0 };

/** The end of the year 9999: what is later cannot be written as the contract wants it. */
const LAST = 253_402_300_799_999;
/** Replies name whole seconds and travel for some: less than this is no difference of clocks. */
const TOLERANCE = 60_000;

/** The moment that a device claims when its own clock shows `now`. Never before what it claimed or heard last. */
export const claim = ({ offset, floor }: Timepiece, now: number): number =>
  Math.min(LAST, Math.max(0, floor, Math.floor(now) + offset));

/** After a claim, so that the next one is not before it. */
export const claimed = (time: Timepiece, moment: number): Timepiece => ({ ...time, floor: moment });

/** After the server has said what time it is: a claim that ran ahead of it is taken back. */
export const heard = (now: number, server: number): Timepiece => ({
  offset: Math.abs(server - now) < TOLERANCE ? 0 : server - now,
  floor: server,
});

/** As the contract writes a moment. */
export const written = (moment: number): string => new Date(moment).toISOString();
