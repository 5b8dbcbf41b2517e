import type { RefusalCode } from "@twiza/contract/where";
import { i18n } from "./i18n.svelte.ts";

/** `offline`: the request did not reach the server. `unreadable`: something other than our API answered. */
export type ProblemCode = RefusalCode | "internal" | "offline" | "unreadable";

/** What a call throws: a refusal or a bug as the server told it (RFC 9457), or a network that failed. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** The language of title and detail. */
  readonly language = i18n.language;
  /** How to mend it, in the reader's language. */
  readonly detail: string | undefined;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly issues: readonly { readonly path: string; readonly code: string }[];

  constructor(given: {
    code: ProblemCode;
    title: string;
    detail?: string | undefined;
    status?: number;
    requestId?: string | undefined;
    issues?: readonly { path: string; code: string }[] | undefined;
    cause?: unknown;
  }) {
    super(given.title, { cause: given.cause });
    this.name = "Problem";
    this.code = given.code;
    this.detail = given.detail;
    this.status = given.status ?? 0;
    this.requestId = given.requestId;
    this.issues = given.issues ?? [];
  }

  /** What happened, in the reader's language. */
  get title(): string {
    return this.message;
  }
}

/** Whether an error is a problem of that code; without a code, of any. */
export const isProblem = (error: unknown, code?: ProblemCode): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);
