import { fromCbor, isBytes, toCbor } from "./cose.ts";
import { readWords } from "./words.ts";

/** What a code says, as it stands on paper. Texts may be cut, which an ellipsis at their end tells. */
export type PaperClaims = {
  readonly certificateId: string;
  readonly number: string;
  readonly name: string;
  readonly course: string;
  readonly organisation: string;
  /** A day, `2026-03-01` (UTC). */
  readonly issuedOn: string;
  readonly minutes: number;
  readonly percent: number;
  /** The last day on which it holds. */
  readonly expiresOn?: string;
  /** The first eight bytes of the salt that all its forms share. */
  readonly salt: Uint8Array;
};

/** What a code holds beside words; `day` counts from 1970. */
export type Figures = {
  readonly mark: Uint8Array;
  readonly serial: number;
  readonly day: number;
  readonly minutes: number;
  readonly percent: number;
  readonly lastDay: number | null;
  readonly salt: Uint8Array;
};

/** Of the order and meaning of what follows it. */
const FORMAT = 1;
const DAY = 86_400_000;

export const dayOf = (instant: string): number => Math.floor(Date.parse(instant) / DAY);
const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const writeClaims = (
  { mark, serial, day, minutes, percent, lastDay, salt }: Figures,
  words: Uint8Array,
): Uint8Array => toCbor([FORMAT, mark, serial, day, minutes, percent, lastDay, salt, words]);

/** The claims in a payload; nothing when it is of another format, or says what no certificate says. */
export function readClaims(payload: Uint8Array, certificateId: string): PaperClaims | undefined {
  const parts = fromCbor(payload);
  if (!Array.isArray(parts) || parts.length !== 9) return undefined;
  const [format, mark, serial, day, minutes, percent, lastDay, salt, words] = parts as unknown[];
  if (format !== FORMAT || !isBytes(mark) || mark.length !== 3) return undefined;
  if (!isBytes(salt) || salt.length !== 8 || !isBytes(words)) return undefined;
  if (!isWhole(serial, 1, 999_999_999) || !isWhole(day, 0, 99_999)) return undefined;
  if (!isWhole(minutes, 1, 10_000_000) || !isWhole(percent, 0, 100)) return undefined;
  if (lastDay !== null && !isWhole(lastDay, 0, 99_999)) return undefined;
  const said = readWords(words);
  if (!said) return undefined;
  const issuedOn = dateOf(day);
  return {
    certificateId,
    number: numberOf(mark, issuedOn, serial),
    ...said,
    issuedOn,
    minutes,
    percent,
    ...(lastDay === null ? {} : { expiresOn: dateOf(lastDay) }),
    salt,
  };
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
/** The year of a number is that of its day, so that it is not said twice. */
const numberOf = (mark: Uint8Array, issuedOn: string, serial: number): string =>
  `TWZ-${hex(mark)}-${issuedOn.slice(0, 4)}-${String(serial).padStart(6, "0")}`;

const NUMBER = /^TWZ-([0-9a-f]{6})-(\d{4})-(\d{6,9})$/;
/** Mark and serial of a number of that day. @throws Error when it is of another year, or no number */
export function partsOf(number: string, issuedAt: string): Pick<Figures, "mark" | "serial"> {
  const [, mark = "", year, serial] = NUMBER.exec(number) ?? [];
  if (year !== issuedAt.slice(0, 4)) throw new Error(`${number} was not issued at ${issuedAt}`);
  const bytes = [0, 2, 4].map((at) => Number.parseInt(mark.slice(at, at + 2), 16));
  return { mark: Uint8Array.from(bytes), serial: Number(serial) };
}
