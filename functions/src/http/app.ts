import type { Language } from "@twiza/contract/where";
import { type Deps, type Principal, principalOf, Refused } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import { languageOf as pickLanguage } from "@twiza/platform/page";
import { EngineBusy, InvalidPageToken } from "@twiza/storage";
import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { compressAnswer } from "./compress.ts";
import { API_CONTENT_POLICY, API_HEADERS, ASSET_HEADERS, PAGE_HEADERS } from "./headers.ts";
import { Invalid, problemOf } from "./problem.ts";

/** What every function's app is made of. */
export type Setting = {
  readonly deps: Deps;
  readonly log: Log;
  /** Scheme and host that the browser sees: `https://twiza.example`. */
  readonly origin: string;
};

export type Env = {
  Variables: {
    requestId: string;
    /** Set when a file of the built site answers. */
    isFile?: boolean;
    /** Set when what answers is a file that a page asks for and nobody opens. */
    isAsset?: boolean;
  };
};

/** The cookie is `__Host-` bound wherever there is TLS; a plain name on the learner's own machine. */
export const cookieName = (origin: string): string =>
  origin.startsWith("https:") ? "__Host-twiza" : "twiza";

export const cookieOf = (c: Context, origin: string): string | undefined =>
  getCookie(c, cookieName(origin));

/** Who is asking. @throws Refused `session.required` without a session that still holds. */
export async function whoAsks(c: Context, { deps, origin }: Setting): Promise<Principal> {
  const cookie = cookieOf(c, origin);
  const principal = cookie ? await principalOf(deps, cookie) : undefined;
  if (!principal) throw new Refused("session.required");
  return principal;
}

/** `?lang=`, else the first of our languages that the browser asks for, else Arabic. */
export const languageOf = (c: Context): Language =>
  pickLanguage(c.req.query("lang"), c.req.header("accept-language"));

/**
 * An app with what all share: request id, the headers of each kind of reply, compression, one log line a request, problem details
 * for whatever is thrown.
 */
export function createApp({ log }: Pick<Setting, "log">): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const requestId = crypto.randomUUID();
    c.set("requestId", requestId);
    const begun = performance.now();
    await next();
    await compressAnswer(c);
    for (const [name, value] of Object.entries(headersOf(c))) c.header(name, value);
    const milliseconds = Math.round(performance.now() - begun);
    log.info("request", {
      requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      milliseconds,
    });
  });
  app.onError((thrown, c) => {
    const error = asRefusal(thrown);
    const about = { requestId: c.get("requestId"), language: languageOf(c) };
    const problem = problemOf(error, about);
    if (problem.code === "internal") log.error("bug", { requestId: about.requestId, error });
    return sendProblem(c, problem);
  });
  app.notFound((c) => {
    const about = { requestId: c.get("requestId"), language: languageOf(c) };
    return sendProblem(c, problemOf(new Refused("not_found"), about));
  });
  return app;
}

/** What this reply says beside its body; what its route said already stands. */
function headersOf(c: Context<Env>): Readonly<Record<string, string>> {
  if (c.get("isAsset")) return ASSET_HEADERS;
  const { headers } = c.res;
  const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
  return {
    ...(isPage ? PAGE_HEADERS : API_HEADERS),
    "x-request-id": c.get("requestId"),
    "cache-control": headers.get("cache-control") ?? "no-store",
    "content-security-policy": headers.get("content-security-policy") ?? API_CONTENT_POLICY,
  };
}

/** What the storage room throws and a client can mend is a refusal. */
function asRefusal(error: unknown): unknown {
  if (error instanceof InvalidPageToken)
    return new Invalid([{ path: "after", code: "not_of_this_list" }]);
  if (error instanceof EngineBusy) return new Refused("busy");
  return error;
}

const sendProblem = (c: Context, problem: ReturnType<typeof problemOf>): Response =>
  c.body(JSON.stringify(problem), {
    status: statusCode(problem.status),
    headers: { "content-type": "application/problem+json" },
  });

/** Hono wants one of the statuses it knows; ours are all among them. */
const statusCode = (status: number) =>
  status as 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503;
