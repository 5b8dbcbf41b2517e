import { type Problem, type RefusalCode, statusOf } from "@twiza/contract";
import type { Language } from "@twiza/contract";
import { Refused } from "@twiza/core";
import { messages } from "@twiza/messages/refusal";
import * as z from "zod";

/** A request that does not fit its schema, with each place that does not. */
export class Invalid extends Refused {
  readonly issues: readonly { path: string; code: string }[];
  constructor(error: z.ZodError) {
    super("request.invalid");
    this.issues = error.issues.slice(0, 20).map((issue) => ({
      path: issue.path.map(String).join("."),
      code: issue.code === "custom" ? issue.message : issue.code,
    }));
  }
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
    ...(error instanceof Invalid ? { issues: [...error.issues] } : {}),
  };
}
