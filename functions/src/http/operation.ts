import { type OperationName, operations, type Where, whats, type Whats } from "@twiza/contract";
import { type Principal, Refused } from "@twiza/core";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { type Env, type Setting, whoAsks } from "./app.ts";
import { readJson } from "./body.ts";
import { Invalid } from "./problem.ts";
import { readQuery } from "./query.ts";

type Operations = typeof operations;
type Part<N extends OperationName, K extends string> = K extends keyof Whats[N]
  ? Whats[N][K] extends z.ZodType
    ? z.output<Whats[N][K]>
    : undefined
  : undefined;
type Asker<N extends OperationName> = Operations[N]["allow"] extends "anyone"
  ? undefined
  : Principal;

/** A parsed and admitted request: nothing in it is still to be checked but what only the loaded thing can tell. */
export type Call<N extends OperationName> = {
  readonly principal: Asker<N>;
  readonly params: Part<N, "params">;
  readonly query: Part<N, "query">;
  readonly body: Part<N, "body">;
  readonly context: Context<Env>;
};
export type ReplyOf<N extends OperationName> = z.input<Whats[N]["reply"]>;

/** The query of an operation that declares none: whoever sends one believes in something that does not happen. */
const NOTHING = z.strictObject({});

/**
 * Binds an operation of the contract to what does it: admits (forgery, session, role), parses the parts in, and parses the
 * reply out, so that a stored field nobody promised cannot leave.
 */
export function operation<N extends OperationName>(
  app: Hono<Env>,
  { setting, name }: { setting: Setting; name: N },
  act: (call: Call<N>) => Promise<ReplyOf<N>>,
): void {
  const where: Where = operations[name];
  const what: Whats[OperationName] = whats[name];
  app.on(where.method, where.path, async (c) => {
    if (where.method !== "GET") refuseForgery(c, setting.origin);
    const principal = where.allow === "anyone" ? undefined : await admit(c, setting, where.allow);
    const call = {
      principal,
      params: parse("params" in what ? what.params : undefined, c.req.param()),
      query: parse("query" in what ? what.query : NOTHING, readQuery(c.req.url)),
      body: "body" in what ? parse(what.body, await readJson(c.req.raw)) : undefined,
      context: c,
    };
    // The parts were parsed by the schemas of this very operation, which TypeScript cannot follow through the table.
    const reply = what.reply.parse(await act(call as unknown as Call<N>));
    return c.json(reply, "status" in what ? what.status : 200);
  });
}

async function admit(
  c: Context,
  setting: Setting,
  allow: Exclude<Where["allow"], "anyone">,
): Promise<Principal> {
  const principal = await whoAsks(c, setting);
  if (allow !== "person" && !principal.roles.some((role) => allow.includes(role)))
    throw new Refused("role.missing");
  return principal;
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  const parsed = schema?.safeParse(value);
  if (parsed && !parsed.success) throw new Invalid(parsed.error);
  return parsed?.data;
}

/**
 * Another site can make a browser send our cookie, but not our header, and the browser itself says where a request comes from
 * (OWASP CSRF cheat sheet: custom header and Fetch Metadata).
 */
function refuseForgery(c: Context, origin: string): void {
  const site = c.req.header("sec-fetch-site");
  const from = c.req.header("origin");
  const forged =
    c.req.header("x-twiza") !== "1" ||
    (site !== undefined && site !== "same-origin") ||
    (from !== undefined && from !== origin);
  if (forged) throw new Refused("request.forged");
}
