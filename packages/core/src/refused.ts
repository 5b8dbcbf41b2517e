import type { RefusalCode } from "@twiza/contract";

/** An expected no, thrown by use cases; the edge turns it into problem details. Anything else thrown is a bug. */
export class Refused extends Error {
  readonly code: RefusalCode;
  /** What of the request, or of the thing, it is about, where a name says more than the code. */
  readonly issues: readonly { readonly path: string; readonly code: string }[];
  constructor(code: RefusalCode, issues: Refused["issues"] = []) {
    super(code);
    this.name = "Refused";
    this.code = code;
    this.issues = issues;
  }
}

/** The value, or the refusal that its absence means. */
export function found<T>(value: T | undefined, code: RefusalCode = "not_found"): T {
  if (value === undefined) throw new Refused(code);
  return value;
}
