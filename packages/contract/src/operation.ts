import type * as z from "zod";
import type { RefusalCode } from "./refusal.ts";
import type { Role } from "./role.ts";

export const FUNCTIONS = [
  "catalogue",
  "studio",
  "media",
  "learning",
  "attempts",
  "assessment",
  "submissions",
  "banks",
  "certificates",
  "credentials",
  "documents",
  "people",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/**
 * *Where* an operation is: data without zod, so that the learner's phone can import it.
 * `allow`: `anyone` needs no session, `person` any session, otherwise one of the roles in the session's organisation.
 */
export type Where = {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Under `/auth` where the reply sets the session's cookie. */
  readonly path: `/api/${string}` | `/auth/${string}`;
  readonly function: FunctionName;
  readonly allow: "anyone" | "person" | readonly Role[];
};

/** *What* travels: schemas of the parts of a request and of the reply. A body always carries the client's intent. */
export type What = {
  readonly summary: string;
  readonly params?: z.ZodType<Record<string, string>, Record<string, string>>;
  readonly query?: z.ZodType<Record<string, unknown>>;
  readonly body?: z.ZodType;
  readonly reply: z.ZodType;
  readonly status?: 200 | 201;
  readonly refusals?: readonly RefusalCode[];
};

/** Checks the shape while it keeps the literal types, which the client and the routes infer from. */
export const where = <const T extends Record<string, Where>>(operations: T): T => operations;

type Words = Omit<What, "params" | "query" | "body" | "reply">;
/**
 * Likewise, but for the schemas: comparing every schema of the contract with `ZodType` is what TypeScript would be busiest with,
 * and the linter asks it anew for each page. That they are schemas is held by a test beside this file.
 */
export const what = <const T extends Record<string, Words>>(operations: T): T => operations;
