/** What a page of the office knows of certificates without their schemas. */

/** For how many months a certificate may hold at most. */
export const MOST_MONTHS = 120;
/** So many learners at most a batch issues to before it asks whether to go on. */
export const MOST_BATCHED = 5000;
/** Before its end: whoever holds it and whoever teaches her is reminded from the first on, ever more clearly. In days, the longest first. */
export const REMINDED_DAYS = [90, 30, 7] as const;

/**
 * How much of a certificate its page, what is shown beside its address, and programs tell to anybody, as its holder wants it. `brief`: no
 * result, no competencies, not the language she learned in. `closed`: that there is one, whether it counts and who issued it, no name.
 */
export const CERTIFICATE_SHOWS = ["whole", "brief", "closed"] as const;
export type CertificateShows = (typeof CERTIFICATE_SHOWS)[number];

const DAY = 86_400_000;

/** How soon it ends, as the nearest of the days of reminding; nothing while it is further off, or over. */
export function endsWithin(
  expiresAt: string | undefined,
  now: Date,
): (typeof REMINDED_DAYS)[number] | undefined {
  if (expiresAt === undefined) return undefined;
  const left = (new Date(expiresAt).getTime() - now.getTime()) / DAY;
  return left <= 0 ? undefined : REMINDED_DAYS.findLast((days) => left <= days);
}

/** So many months later, at the same time of day; the last day of a month that is shorter. */
export function monthsAfter(instant: string, months: number): string {
  const at = new Date(instant);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.toISOString();
}
