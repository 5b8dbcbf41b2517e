import type { HandedStanding } from "@twiza/contract";
import type { Everything } from "./store.ts";
import type { Told } from "./kept.ts";

/** What lies on this phone of an assignment: nobody takes it, it is begun, it waits, or it has just gone. */
export type Here = "refused" | "begun" | "unsent" | "sent";
/** What the server knows of it. `marking`: somebody has begun to mark it. */
export type Known = "none" | "waiting" | "marking" | "passed" | "not_passed";
export type WorkStanding = {
  readonly here?: Here | undefined;
  readonly known: Known;
  readonly percent?: number | undefined;
  readonly triesLeft: number;
  /** When the mark that counts was made, if there is one. */
  readonly markedAt?: string | undefined;
};

type Asked = { readonly id: string; readonly triesAllowed: number };
type Knowing = {
  readonly mine: Everything;
  /** What her enrolment says of it. */
  readonly handed?: HandedStanding | undefined;
  readonly told?: Told["submissions"] | undefined;
};

/** How she stands to an assignment, by all that the server and this phone know. Pure. */
export function workStanding(
  { id, triesAllowed }: Asked,
  { mine, handed, told = [] }: Knowing,
): WorkStanding {
  const hers = told.filter(({ assignmentId }) => assignmentId === id);
  const marked = hers.filter(({ outcome }) => outcome !== undefined);
  const best = marked.reduce<(typeof marked)[number] | undefined>(
    (so, one) => (so && rankOf(so) >= rankOf(one) ? so : one),
    undefined,
  );
  const isKnown = handed?.state === "passed" || handed?.state === "not_passed";
  const percent = isKnown ? handed.percent : best?.outcome?.percent;
  const tries = Math.max(handed?.tries ?? 0, marked.length);
  return {
    here: hereOf(id, mine, new Set(hers.map((one) => one.id as string))),
    known: knownOf(hers, { handed, best }),
    percent,
    triesLeft: Math.max(0, triesAllowed - tries),
    markedAt: newestMark(marked) ?? (isKnown ? handed.at : undefined),
  };
}

type Submission = Told["submissions"][number];
const rankOf = ({ outcome }: Submission): number =>
  (outcome?.percent ?? 0) + (outcome?.passed ? 1000 : 0);
const newestMark = (marked: readonly Submission[]): string | undefined =>
  marked
    .map(({ outcome }) => outcome?.at)
    .sort()
    .at(-1);

function hereOf(
  id: string,
  { refused, drafts, filled, sent }: Everything,
  known: ReadonlySet<string>,
): Here | undefined {
  const isIt = ({ assignmentId }: { readonly assignmentId: string }) => assignmentId === id;
  if (refused.some((one) => isIt(one.filled))) return "refused";
  if (filled.some(isIt)) return "unsent";
  if (drafts.some(isIt)) return "begun";
  return sent.some((one) => isIt(one) && !known.has(one.id)) ? "sent" : undefined;
}

function knownOf(
  hers: readonly Submission[],
  { handed, best }: { handed: Knowing["handed"]; best: Submission | undefined },
): Known {
  if (handed?.state === "passed" || best?.outcome?.passed) return "passed";
  if (hers.some(({ state }) => state === "second" || state === "differs")) return "marking";
  if (hers.some(({ state }) => state === "waiting") || (handed?.waiting ?? 0) > 0) return "waiting";
  if (handed?.state === "waiting") return "waiting";
  return handed?.state === "not_passed" || best ? "not_passed" : "none";
}

/** In one word: what lies here asks for her before what the server says. Pure. */
export const stateOfWork = ({ here, known }: WorkStanding): Here | Known => here ?? known;
