import type { Outcome } from "./flush.ts";
import type { Failure } from "./post.ts";

/** Why something was refused, in words of the language that was read here then. */
export type Why = {
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly language?: string | undefined;
};

/** What is to be done about a failure: nothing more now; on to the next, and this one later; or it is an answer. */
export type Met = Outcome | "passed" | "refused";

/** The network or the server is away: nothing else of the queue would get there now. */
const AWAY: ReadonlySet<string> = new Set(["offline", "unreadable", "busy"]);
/** Over only for now, and of this one alone: a form that has expired, files that nobody has any more, a fault of ours. */
const PASSING: ReadonlySet<string> = new Set([
  "internal",
  "stale_write",
  "upload.refused",
  "upload.missing",
]);
/** So often in one visit something passing is met before it is taken for an answer. A fault of ours never is. */
const STRIKES = 3;

/** Weighs a failure of one of a queue of things with files beside. `strikes` counts, by name, what was passing. */
export function metBy(
  { code, retryAfterSeconds: afterSeconds }: Failure,
  { strikes, id }: { readonly strikes: Map<string, number>; readonly id: string },
): Met {
  if (code === "session.required") return { state: "parked" };
  if (AWAY.has(code)) return { state: "later", afterSeconds };
  const count = (strikes.get(id) ?? 0) + 1;
  strikes.set(id, count);
  if (PASSING.has(code) && (count < STRIKES || code === "internal")) return "passed";
  strikes.delete(id);
  return "refused";
}

export function whyOf(failure: Failure): Why {
  const told = (key: "title" | "detail" | "language"): string | undefined => {
    const value: unknown = key in failure ? failure[key as never] : undefined;
    return typeof value === "string" ? value : undefined;
  };
  const { code } = failure;
  return { code, title: told("title") ?? "", detail: told("detail"), language: told("language") };
}
