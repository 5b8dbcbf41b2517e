import { type Problem, type RefusalCode, statusOf } from "@twiza/contract";
import type { Language } from "@twiza/contract";
import { Refused } from "@twiza/core";
import { messages } from "@twiza/messages/refusal";
import * as z from "zod";

type Issue = { readonly path: string; readonly code: string };
/** Names come from the request: twenty of them, none longer than this, are told back. */
const MOST_ISSUES = 20;
const PATH_CHARACTERS = 200;

/** A request that does not fit its schema, with each place that does not. */
export class Invalid extends Refused {
  constructor(fault: z.ZodError | readonly Issue[]) {
    const issues = fault instanceof z.ZodError ? fault.issues.flatMap(issuesOf) : fault;
    const told = issues.slice(0, MOST_ISSUES).map(({ path, code }) => ({
      path: path.slice(0, PATH_CHARACTERS).toWellFormed(),
      code,
    }));
    super("request.invalid", told);
  }
}

/** A field that nobody promised is named like one that is wrong: zod tells such names apart from the path to them. */
function issuesOf(issue: z.core.$ZodIssue): readonly Issue[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key].join("."), code: issue.code }));
  return [{ path: path.join("."), code: issue.code === "custom" ? issue.message : issue.code }];
}

type About = { readonly requestId: string; readonly language: Language };

/** A refusal or a bug as RFC 9457 problem details in the reader's language. A bug says nothing of what went wrong inside. */
export function problemOf(error: unknown, { requestId, language }: About): Problem {
  const code: RefusalCode | "internal" = error instanceof Refused ? error.code : "internal";
  const texts = messages[language];
  return {
    type: `/docs/api#${code}`,
    title: texts[code](),
    status: code === "internal" ? 500 : statusOf(code),
    code,
    detail: texts[`${code}.mend`](),
    requestId,
    ...(error instanceof Refused && error.issues.length > 0 ? { issues: [...error.issues] } : {}),
  };
}
