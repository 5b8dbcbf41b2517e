import { type Certificate, endsWithin, REMINDED_DAYS } from "@twiza/contract";
import type { Reminder } from "@twiza/contract/reminder";
import type { Deps } from "../deps.ts";
import type { EndingCertificate, Kept } from "../store/index.ts";
import { dueReminder, monthsBetween } from "./due.ts";
import { type Recipients, recipientsOf } from "./recipients.ts";

const DAY = 86_400_000;

/**
 * Finds what ends within 90 days, and writes down for whom there is something to hear. What a certificate was reminded of stands in the
 * row of its end, which goes when it is revoked, replaced or renewed: so that of any number of runs, late ones and two at once, one
 * reminds, and none of what has no end any more.
 * @returns of how many certificates somebody was reminded
 */
export async function collectReminders(
  deps: Deps,
  { canSend }: { readonly canSend: boolean },
): Promise<number> {
  const now = deps.clock.now();
  const until = new Date(now.getTime() + REMINDED_DAYS[0] * DAY);
  const recipients = recipientsOf(deps);
  let reminded = 0;
  for (const month of monthsBetween(now, until)) {
    let after: string | undefined;
    do {
      const between = [now.toISOString(), until.toISOString()] as const;
      const page = await deps.store.reminders.ending(month, between, after);
      for (const row of page.values)
        if (await remind(deps, { row, recipients, canSend })) reminded += 1;
      after = page.next;
    } while (after !== undefined);
  }
  return reminded;
}

type Of = {
  readonly row: Kept<EndingCertificate>;
  readonly recipients: Recipients;
  readonly canSend: boolean;
};

/** Without a read where the row itself says that there is nothing new, as it does on all days but three. */
async function remind(deps: Deps, { row, recipients, canSend }: Of): Promise<boolean> {
  const { certificateId, at: end, reminded } = row.value;
  const now = deps.clock.now();
  const reached = endsWithin(end, now);
  if (reached === undefined || (reminded !== undefined && reminded <= reached)) return false;
  const certificate = (await deps.store.certificates.byId(certificateId))?.value;
  if (certificate?.expiresAt !== end) return false;
  const days = dueReminder(certificate, reminded, now);
  if (days === undefined) return false;
  const at = now.toISOString();
  const all = (await recipients(certificate)).map(({ accountId, isOwn }): Reminder => ({
    ...{ accountId, certificateId, organisationId: certificate.organisationId, days, at },
    ...(isOwn ? { isOwn } : {}),
    ...(canSend ? { toSend: true } : {}),
  }));
  const writes = [
    deps.store.reminders.putReminded({ ...row.value, reminded: days }, row.revision),
    ...all.map((each) => deps.store.reminders.put(each, "absent")),
  ];
  // Revoked meanwhile, or another run was first: then it has no row any more, or a newer one.
  return (await deps.store.commit(writes)) === "done";
}

/** What is still worth telling of a certificate that somebody was to hear of. */
export const isWorthTelling = (certificate: Certificate | undefined, now: Date): boolean =>
  certificate !== undefined && dueReminder(certificate, undefined, now) !== undefined;
