import { type Certificate, certificateState, endsWithin } from "@twiza/contract";
import type { RemindedDays } from "@twiza/contract/reminder";

const DAY = 86_400_000;

/**
 * Which reminder of a certificate is due: the nearest of 90, 30 and 7 days that it has reached and that nobody was told of; never one
 * of a certificate that counts no more or whose holder is erased, nor of days that it did not have when it was issued, as with one for a month. Pure.
 */
export function dueReminder(
  certificate: Certificate,
  reminded: RemindedDays | undefined,
  now: Date,
): RemindedDays | undefined {
  const { issuedAt, expiresAt, erasedAt } = certificate;
  if (certificateState(certificate, now) !== "valid" || expiresAt === undefined) return undefined;
  if (erasedAt !== undefined) return undefined;
  const days = endsWithin(expiresAt, now);
  if (days === undefined || (reminded !== undefined && reminded <= days)) return undefined;
  return Date.parse(issuedAt) < Date.parse(expiresAt) - days * DAY ? days : undefined;
}

/** The months in which what is reminded of now may end: `2026-11`, `2026-12`, … Pure. */
export function monthsBetween(from: Date, until: Date): string[] {
  const months: string[] = [];
  const at = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth()));
  for (; at <= until; at.setUTCMonth(at.getUTCMonth() + 1))
    months.push(at.toISOString().slice(0, 7));
  return months;
}
