import type { Account, AccountId, Certificate, Contact } from "@twiza/contract";
import type { Reminder } from "@twiza/contract/reminder";
import type { Deps } from "../deps.ts";
import type { Message, Messenger } from "../ports.ts";
import type { Kept, Write } from "../store/index.ts";
import { isWorthTelling } from "./collect.ts";

/** Beside what makes it the only message of its day. */
const MOST_ITEMS = 99;

/** What one person is to hear, each certificate once, the first to end first. */
export type ToTell = {
  readonly account: Account;
  readonly own: readonly Certificate[];
  readonly others: readonly Certificate[];
};
type Sending = {
  readonly messenger: Messenger;
  /** The message in her language; whoever has the words makes it. */
  readonly words: (of: ToTell) => Omit<Message, "to">;
};
export type Sent = {
  readonly sent: number;
  /** What went wrong with single messages: they go with the next run. */
  readonly faults: readonly unknown[];
};

/**
 * Sends what waits: one message a person and day, by e-mail. It is marked as sent before it goes, so that whatever is repeated, broken
 * off or done by two at once, nobody hears the same thing twice; a message that the messenger refused waits for the next run.
 */
export async function sendReminders(deps: Deps, sending: Sending): Promise<Sent> {
  const faults: unknown[] = [];
  let sent = 0;
  for (const accountId of await waiting(deps))
    try {
      if (await sendTo(deps, accountId, sending)) sent += 1;
    } catch (fault) {
      faults.push(fault);
    }
  return { sent, faults };
}

async function waiting({ store }: Deps): Promise<ReadonlySet<AccountId>> {
  const accounts = new Set<AccountId>();
  let after: string | undefined;
  do {
    const page = await store.reminders.toSend(after);
    for (const { value } of page.values) accounts.add(value.accountId);
    after = page.next;
  } while (after !== undefined);
  return accounts;
}

async function sendTo(deps: Deps, accountId: AccountId, sending: Sending): Promise<boolean> {
  const { store, clock } = deps;
  const at = clock.now().toISOString();
  if (await store.reminders.hasMessage(accountId, at)) return false;
  const lines = await waitingFor(deps, accountId);
  const account = (await store.people.account(accountId))?.value;
  const toTell = account && mailOf(account) ? await toTellOf(deps, account, lines) : undefined;
  if (!toTell) {
    await commitAll(
      deps,
      lines.map((line) => settled(deps, line)),
    );
    return false;
  }
  const claims = lines.map((line) => settled(deps, line, at));
  if (!(await commitAll(deps, claims, store.reminders.putMessage({ accountId, at })))) return false;
  try {
    await sending.messenger.send({ to: mailOf(toTell.account) ?? "", ...sending.words(toTell) });
  } catch (fault) {
    const again = lines.map(({ value, revision }) => store.reminders.put(value, revision + 1));
    await commitAll(deps, again, store.reminders.removeMessage({ accountId, at }));
    throw fault;
  }
  return true;
}

/** A telephone costs money: nobody is written to on it. */
const mailOf = ({ contact }: Account): Contact | undefined =>
  contact?.includes("@") ? contact : undefined;

async function waitingFor({ store }: Deps, accountId: AccountId): Promise<Kept<Reminder>[]> {
  const lines: Kept<Reminder>[] = [];
  let after: string | undefined;
  do {
    const page = await store.reminders.ofAccount(accountId, after);
    lines.push(...page.values.filter(({ value }) => value.toSend));
    after = page.next;
  } while (after !== undefined);
  return lines;
}

const settled = ({ store }: Deps, { value, revision }: Kept<Reminder>, at?: string): Write => {
  const { toSend: _, ...rest } = value;
  return store.reminders.put({ ...rest, ...(at ? { sentAt: at } : {}) }, revision);
};

/** The certificates as they are now; nothing where none of them is worth a message any more. */
async function toTellOf(
  deps: Deps,
  account: Account,
  lines: readonly Kept<Reminder>[],
): Promise<ToTell | undefined> {
  const now = deps.clock.now();
  const isOwn = new Map(lines.map(({ value }) => [value.certificateId, value.isOwn ?? false]));
  const kept = await Promise.all([...isOwn.keys()].map((id) => deps.store.certificates.byId(id)));
  const certificates = kept
    .flatMap((each) => (each && isWorthTelling(each.value, now) ? [each.value] : []))
    .sort((a, b) => ((a.expiresAt ?? "") < (b.expiresAt ?? "") ? -1 : 1));
  if (certificates.length === 0) return undefined;
  const own = certificates.filter(({ id }) => isOwn.get(id));
  return { account, own, others: certificates.filter(({ id }) => !isOwn.get(id)) };
}

/** In as many transactions as they need; with the first goes what makes all of them the first. */
async function commitAll(
  { store }: Deps,
  writes: readonly Write[],
  first?: Write,
): Promise<boolean> {
  for (let at = 0; at < writes.length; at += MOST_ITEMS) {
    const part = writes.slice(at, at + MOST_ITEMS);
    const all = at === 0 && first ? [first, ...part] : part;
    if ((await store.commit(all)) !== "done") return false;
  }
  return writes.length > 0;
}
