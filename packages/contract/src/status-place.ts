/** How many certificates one status list speaks of (Bitstring Status List 1.0 §3.3: at least so many, for the sake of a crowd). */
export const STATUS_LIST_LENGTH = 131_072;
export const STATUS_PURPOSES = ["revocation", "suspension"] as const;
export type StatusPurpose = (typeof STATUS_PURPOSES)[number];

/** Where a certificate stands in the status lists of its organisation: the year and the serial of its number say it. */
export function statusPlace(number: string): {
  readonly year: number;
  readonly part: number;
  readonly index: number;
} {
  const [, , year, serial] = number.split("-").map(Number) as [number, number, number, number];
  return {
    year,
    part: Math.floor(serial / STATUS_LIST_LENGTH),
    index: serial % STATUS_LIST_LENGTH,
  };
}
