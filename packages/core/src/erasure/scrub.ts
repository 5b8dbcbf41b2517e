import { AccountId, ERASED_NAME, ID_PREFIXES } from "@twiza/contract";

/** Stands for whoever acted and is erased. */
const NOBODY = AccountId.parse(`${ID_PREFIXES.account}_${"0".repeat(32)}`);
/** What leads to a person, and not only to a thing that is gone. */
const OF_A_PERSON = new RegExp(`^(?:${ID_PREFIXES.learner}|${ID_PREFIXES.account})_`);

type Line = {
  readonly actorId?: unknown;
  readonly subjectId?: unknown;
  readonly subjectName?: unknown;
  readonly about?: { readonly learnerId?: unknown };
  readonly note?: unknown;
};

export type Hers = {
  readonly subjects: ReadonlySet<string>;
  /** The account, where it goes with her. */
  readonly account?: string | undefined;
};

/**
 * A line of the trail without her: who she is is left out, what was done stays. The same line when she is not in it. Pure.
 * @returns nothing where nothing has to change
 */
export function lineWithout(data: unknown, { subjects, account }: Hers): object | undefined {
  const line = (data ?? {}) as Line;
  const { about, note: _note, ...bare } = line;
  const subject = String(line.subjectId);
  const isSubject = subjects.has(subject) || subjects.has(String(about?.learnerId));
  const isActor = account !== undefined && line.actorId === account;
  if (!isSubject && !isActor) return undefined;
  // The number of a certificate stays: it names a record that stays, too.
  const number = /^TWZ-\S+/.exec(String(line.subjectName))?.[0];
  const told = isSubject
    ? {
        subjectId: OF_A_PERSON.test(subject) ? ERASED_NAME : subject,
        subjectName: number ? `${number} ${ERASED_NAME}` : ERASED_NAME,
      }
    : {};
  const actor = isActor ? { actorId: NOBODY, actorName: ERASED_NAME } : {};
  const kept = isSubject ? bare : line;
  const next = { ...kept, ...told, ...actor };
  // Erased already: a line that was done over is left alone.
  return JSON.stringify(next) === JSON.stringify(line) ? undefined : next;
}

/** Whether what an intent answered is about her. Ids are told by themselves: nobody else's reply holds one. */
export function isAbout(reply: unknown, subjects: ReadonlySet<string>): boolean {
  const named = String(reply).match(/\b[a-z]{3}_[0-9a-f]{32}\b/g) ?? [];
  return named.some((id) => subjects.has(id));
}

/** Every hash of a private blob that a row names, however deep. */
export function hashesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(hashesIn);
  if (data === null || typeof data !== "object") return [];
  return Object.entries(data).flatMap(([name, value]) =>
    name === "hash" && typeof value === "string" ? [value] : hashesIn(value),
  );
}
