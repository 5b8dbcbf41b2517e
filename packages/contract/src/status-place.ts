/** How many certificates one status list speaks of (Bitstring Status List 1.0 §3.3: at least so many, for the sake of a crowd). */
export const STATUS_LIST_LENGTH = 131_072;
export const STATUS_PURPOSES = ["revocation", "suspension"] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

/**
 * Where a certificate stands in the status lists of its organisation: the year and the serial of its number say it.
 * @throws Error when it is no number
 */
export function statusPlace(number: string): {
  readonly year: number;
  readonly part: number;
  readonly index: number;
} {
  const [, year, serial] = /^TWZ-[0-9a-f]{6}-(\d{4})-(\d{6,9})$/.exec(number) ?? [];
  if (year === undefined) throw new Error(`"${number}" is no number of a certificate`);
  const count = Number(serial);
  return {
    year: Number(year),
    part: Math.floor(count / STATUS_LIST_LENGTH),
    index: count % STATUS_LIST_LENGTH,
  };
}
