import type { HttpBindings } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Clock, Messenger, Records } from "@twiza/core";
import { Hono, type Context } from "hono";
import { languageOf, PAGE_POLICY } from "../page/index.ts";
import { openAccounts } from "./account.ts";
import { recordsAdapter } from "./adapter.ts";
import { openCodes, type CodeLimits } from "./code.ts";
import { interactionRoutes, type Env } from "./interaction.ts";
import type { IssuerKeys } from "./keys.ts";
import { lostPage } from "./pages.ts";
import { COOKIE_NAMES, MOUNT, openProvider } from "./provider.ts";

export type IssuerSettings = {
  /** The public origin of the site, `https://twiza.example`: no path, no slash at the end. */
  readonly origin: string;
  readonly records: Records;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly client: { readonly id: string; readonly redirectUri: string };
  readonly keys: IssuerKeys;
  readonly codes?: Partial<CodeLimits>;
  /** Whose wish it is, for the limit of each address. The socket's peer unless a proxy in front names another. */
  readonly addressOf?: (c: Context<Env>) => string;
  /** Where signing in begins again; `/auth/sign-in` when absent. */
  readonly restart?: string;
  /** Told once of each bug within the issuer. */
  readonly report?: (error: unknown) => void;
};

/**
 * Our own OpenID issuer, to be mounted at `/oidc` in a Hono app served by `@hono/node-server`: people prove an e-mail or a
 * phone by a one-time code. It remembers nobody between two sign-ins: the app's own session is what counts.
 */
export function openIssuer(settings: IssuerSettings): { app: Hono<Env>; issuerUrl: string } {
  const { origin, records, messenger, clock, keys } = settings;
  const restart = settings.restart ?? "/auth/sign-in";
  const accounts = openAccounts({ records, clock, secret: keys.subject });
  const limits = settings.codes;
  const codes = openCodes({
    records,
    messenger,
    clock,
    secret: keys.codes,
    ...(limits && { limits }),
  });
  const provider = openProvider({
    origin,
    client: settings.client,
    keys,
    adapter: recordsAdapter({ records, clock }),
    accounts,
    renderError: async (ctx, out) => {
      const language = languageOf(undefined, ctx.get("accept-language"));
      const kind = out.error === "server_error" ? "bug" : "expired";
      ctx.set("content-security-policy", PAGE_POLICY);
      ctx.type = "html";
      ctx.body = String(await lostPage({ language, kind, restart }));
    },
  });
  provider.on("server_error", (_ctx, error) => settings.report?.(error));
  const answer = provider.callback();

  const pages = interactionRoutes({
    provider,
    codes,
    accounts,
    restart,
    ...(settings.report && { report: settings.report }),
    addressOf: settings.addressOf ?? ((c) => getConnInfo(c).remote.address ?? "unknown"),
  });
  const app = new Hono<Env>();
  app.use("/interaction/*", async (c, next) => {
    c.header("content-security-policy", PAGE_POLICY);
    c.header("referrer-policy", "same-origin");
    c.header("x-content-type-options", "nosniff");
    return next();
  });
  app.route("/interaction", pages);
  app.all("*", async (c) => {
    const { incoming, outgoing } = c.env;
    prepare(incoming, origin);
    await answer(incoming, outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  return { app, issuerUrl: `${origin}${MOUNT}` };
}

/** Makes a request what the provider expects: below its mount, at our own origin, from a browser it has never seen. */
function prepare(incoming: HttpBindings["incoming"], origin: string): void {
  const { host, protocol } = new URL(origin);
  incoming.headers["x-forwarded-host"] = host;
  incoming.headers["x-forwarded-proto"] = protocol.replace(":", "");
  const originalUrl = incoming.url ?? MOUNT;
  const url = originalUrl.slice(MOUNT.length) || "/";
  Object.assign(incoming, { originalUrl, url });
  const cookie = incoming.headers.cookie;
  if (cookie !== undefined) incoming.headers.cookie = withoutSession(cookie);
}

/** Whoever held the phone before must not be signed in again by the issuer's memory, nor stand in the way of the next person. */
const withoutSession = (cookie: string) =>
  cookie
    .split(/;\s*/)
    .filter((pair) => !pair.startsWith(`${COOKIE_NAMES.session}=`))
    .filter((pair) => !pair.startsWith(`${COOKIE_NAMES.session}.sig=`))
    .join("; ");
