import type { HttpBindings } from "@hono/node-server";
import { messages } from "@twiza/messages/sign-in";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { errors, type Provider } from "oidc-provider";
import { languageOf } from "../page/index.ts";
import type { Accounts } from "./account.ts";
import type { Codes } from "./code.ts";
import { complaint, UNSENT, unsentBy, type Unsent } from "./complaints.ts";
import { parseContact } from "./contact.ts";
import { type By, codePage, contactPage, lostPage } from "./pages.ts";
import { MOUNT } from "./provider.ts";

export type Env = { Bindings: HttpBindings };
type C = Context<Env>;

export type InteractionDeps = {
  readonly provider: Provider;
  readonly codes: Codes;
  readonly accounts: Accounts;
  readonly addressOf: (c: C) => string;
  /** Where signing in begins, for whoever lost her way. */
  readonly restart: string;
  /** Told of each bug, which then becomes a page. Without it the bug goes on to whoever mounts these routes. */
  readonly report?: (error: unknown) => void;
};

/** The two pages between leaving the app and coming back: who are you, and the code that proves it. */
export function interactionRoutes(deps: InteractionDeps): Hono<Env> {
  const { provider, codes, accounts } = deps;
  const app = new Hono<Env>();

  app.use(bodyLimit({ maxSize: 8 * 1024 }), async (c, next) => {
    // The cookies are SameSite=Lax already; browsers that say more are believed.
    const site = c.req.header("sec-fetch-site") ?? "none";
    if (c.req.method === "POST" && !["same-origin", "none"].includes(site))
      throw new errors.SessionNotFound("posted from another site");
    c.header("cache-control", "no-store");
    return next();
  });

  app.get("/:uid", async (c) => {
    const { uid, params, result, returnTo } = await details(c);
    if (result?.login) return c.redirect(returnTo, 303);
    const sent = c.req.query("change") === undefined ? await codes.sent(uid) : undefined;
    const shown = shownIn(c, params["ui_locales"]);
    return c.html(sent ? codePage({ ...shown, ...sent }) : contactPage({ ...shown, by: byOf(c) }));
  });

  app.post("/:uid/contact", async (c) => {
    const { uid } = await details(c);
    const written = await field(c, "contact");
    const contact = parseContact(written);
    const why = contact === undefined ? "contact.invalid" : await send(c, { uid, contact });
    if (why === undefined) return backToPage(c);
    const shown = shownIn(c);
    const error = messages[shown.language][why]();
    return c.html(contactPage({ ...shown, by: byOf(c), written, error }), UNSENT[why]);
  });

  app.post("/:uid/again", async (c) => {
    const { uid } = await details(c);
    const sent = await codes.sent(uid);
    const why = sent && (await send(c, { uid, contact: sent.contact }));
    if (sent === undefined || why === undefined) return backToPage(c);
    const shown = shownIn(c);
    const error = messages[shown.language][why]();
    return c.html(codePage({ ...shown, ...sent, error }), UNSENT[why]);
  });

  app.post("/:uid/code", async (c) => {
    const { uid, result, returnTo } = await details(c);
    // Proven already, but the answer was lost on the way: goes on instead of asking for a spent code.
    if (result?.login) return c.redirect(returnTo, 303);
    const checked = await codes.check(uid, await field(c, "code"));
    if (checked.outcome === "right") return finish(c, checked.contact);
    const sent = await codes.sent(uid);
    const shown = shownIn(c);
    const error = complaint(checked, { language: shown.language, digits: sent?.digits ?? 6 });
    const page = sent
      ? codePage({ ...shown, ...sent, error })
      : contactPage({ ...shown, by: byOf(c), error });
    return c.html(page, checked.outcome === "locked" ? 429 : 401);
  });

  app.onError((error, c) => {
    const lost = error instanceof errors.SessionNotFound;
    if (!lost && !deps.report) throw error;
    if (!lost) deps.report?.(error);
    const { language } = shownIn(c);
    const kind = lost ? "expired" : "bug";
    return c.html(lostPage({ language, kind, restart: deps.restart }), lost ? 400 : 500);
  });

  return app;

  /** The interaction of this browser's signed cookie; a link that was passed on has none. */
  async function details(c: C) {
    const found = await provider.interactionDetails(c.env.incoming, c.env.outgoing);
    if (found.uid !== c.req.param("uid")) throw new errors.SessionNotFound("another interaction");
    return found;
  }

  /** Sends a code, or tells why none was sent. */
  async function send(c: C, to: { uid: string; contact: string }): Promise<Unsent | undefined> {
    const t = messages[shownIn(c).language];
    const message = (code: string) => ({
      subject: t["message.subject"]({ code }),
      text: t["message.text"]({ code }),
    });
    const address = deps.addressOf(c);
    try {
      await codes.send({ interaction: to.uid, contact: to.contact, address, message });
      return undefined;
    } catch (error) {
      const why = unsentBy(error);
      if (why === "code.unsent") deps.report?.(error);
      return why;
    }
  }

  async function finish(c: C, contact: string) {
    const accountId = await accounts.remember({ contact, language: shownIn(c).language });
    const login = { accountId, remember: false };
    const { incoming, outgoing } = c.env;
    return c.redirect(await provider.interactionResult(incoming, outgoing, { login }), 303);
  }
}

/** The language and place of the page of this request; `wished` by the app that sent her here. */
function shownIn(c: C, wished?: unknown) {
  const wish = typeof wished === "string" ? wished : c.req.header("accept-language");
  const action = `${MOUNT}/interaction/${c.req.param("uid") ?? ""}`;
  return { language: languageOf(c.req.query("lang"), wish), action };
}

/** By telephone, unless she asked for the other page. */
const byOf = (c: C): By => (c.req.query("by") === "email" ? "email" : "phone");

/** By a redirect, so that going back or reloading sends nothing twice. */
function backToPage(c: C) {
  const { action, language } = shownIn(c);
  return c.redirect(`${action}?lang=${language}`, 303);
}

async function field(c: C, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === "string" ? value : "";
}
