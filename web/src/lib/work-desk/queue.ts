import { call, type Reply } from "#lib";

export type Line = Reply<"listSubmissions">["submissions"][number];
/** What waits in a cohort, as far as its first page tells. */
export type Waiting = { readonly lines: readonly Line[]; readonly isAll: boolean };

export async function firstWaiting(cohortId: string): Promise<Waiting> {
  const { submissions, next } = await call("listSubmissions", { params: { cohortId }, query: {} });
  return { lines: submissions, isAll: next === undefined };
}

/** Its place in the queue, from 1; nothing where it stands further behind, or waits no longer. */
export function placeIn({ lines }: Waiting, id: string): number | undefined {
  const at = lines.findIndex((line) => line.id === id);
  return at < 0 ? undefined : at + 1;
}

/** What comes next for whoever marks: the one behind this, else the first, of those that she may mark. */
export function nextIn({ lines }: Waiting, id: string): Line | undefined {
  const at = lines.findIndex((line) => line.id === id);
  const mayMark = lines.filter((line) => line.mayMark && line.id !== id);
  return mayMark.find((line) => lines.indexOf(line) > at) ?? mayMark[0];
}

/** What arrived more than a day after it was handed in came late, from a phone without network. */
const DAY = 86_400_000;
export const cameLate = ({ handedInAt, receivedAt }: Pick<Line, "handedInAt" | "receivedAt">): boolean =>
  Date.parse(receivedAt) - Date.parse(handedInAt) > DAY; // prettier-ignore

export const addressOf = (cohortId: string, submissionId: string): string =>
  `/office/cohorts/${cohortId}/work/${submissionId}`;
