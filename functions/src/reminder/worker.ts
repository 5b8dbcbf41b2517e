import { collectReminders, type Deps, type Messenger, sendReminders } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import { wordsAt } from "./words.ts";

type Within = { readonly deps: Deps; readonly log: Log; readonly origin: string };

/**
 * What happens each day: whose certificate ends soon is found, and told to whom it concerns. Done again, or by two at once, it says
 * nothing twice; after a day that was missed the next says it.
 * @throws Error when a message could not be sent: all others went, and it goes with the next run
 */
export async function remind(
  { deps, log, origin }: Within,
  messenger: Messenger | undefined,
): Promise<void> {
  const certificates = await collectReminders(deps, { canSend: messenger !== undefined });
  if (!messenger) {
    log.info("reminders collected", { certificates });
    return;
  }
  const { sent, faults } = await sendReminders(deps, { messenger, words: wordsAt(origin) });
  log.info("reminders sent", { certificates, messages: sent });
  for (const error of faults) log.error("a reminder was not sent", { error });
  if (faults.length > 0) throw new Error(`${faults.length} messages were not sent`);
}
