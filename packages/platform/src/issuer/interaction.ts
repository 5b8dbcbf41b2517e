import type { HttpBindings } from "@hono/node-server";
import type { Language } from "@twiza/contract/where";
import { Refused } from "@twiza/core";
import { messages } from "@twiza/messages/sign-in";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { errors, type Provider } from "oidc-provider";
import { languageOf, type Html } from "../page/index.ts";
import type { Accounts } from "./account.ts";
import { CODE_TRIES, type Checked, type Codes } from "./code.ts";
import { parseContact } from "./contact.ts";
import { codePage, contactPage, lostPage } from "./pages.ts";
import { MOUNT } from "./provider.ts";

type Env = { Bindings: HttpBindings };
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

  /** The interaction of this browser's signed cookie; a link that was passed on has none. */
  async function details(c: C) {
    const { incoming, outgoing } = c.env;
    const found = await provider.interactionDetails(incoming, outgoing);
    if (found.uid !== c.req.param("uid")) throw new errors.SessionNotFound("another interaction");
    return found;
  }
  type Details = Awaited<ReturnType<typeof details>>;

  async function send(c: C, to: { uid: string; contact: string }) {
    const { language, action } = shownIn(c);
    const t = messages[language];
    await codes.send({
      interaction: to.uid,
      contact: to.contact,
      address: deps.addressOf(c),
      message: (code) => ({
        subject: t["message.subject"]({ code }),
        text: t["message.text"]({ code }),
      }),
    });
    // So that going back or reloading sends nothing twice.
    return c.redirect(`${action}?lang=${language}`, 303);
  }

  function why(error: unknown): Unsent {
    const reason = unsentBy(error);
    if (reason === "code.unsent") deps.report?.(error);
    return reason;
  }

  async function finish(c: C, contact: string) {
    const accountId = await accounts.remember({ contact, language: shownIn(c).language });
    const { incoming, outgoing } = c.env;
    const login = { accountId, remember: false };
    return c.redirect(await provider.interactionResult(incoming, outgoing, { login }), 303);
  }

  /** Proven already, but the answer was lost on the way: goes on instead of asking for a spent code. */
  const proven = (c: C, { result, returnTo }: Details) =>
    result?.login ? c.redirect(returnTo, 303) : undefined;

  return new Hono<Env>()
    .use(bodyLimit({ maxSize: 8 * 1024 }))
    .use(async (c, next) => {
      // The cookies are SameSite=Lax already; browsers that say more are believed.
      const site = c.req.header("sec-fetch-site") ?? "none";
      if (c.req.method === "POST" && !["same-origin", "none"].includes(site))
        throw new errors.SessionNotFound("posted from another site");
      c.header("cache-control", "no-store");
      return next();
    })
    .get("/:uid", async (c) => {
      const found = await details(c);
      const sent = c.req.query("change") === undefined ? await codes.sent(found.uid) : undefined;
      const shown = shownIn(c, uiLocale(found));
      return (
        proven(c, found) ?? c.html(sent ? codePage({ ...shown, ...sent }) : contactPage(shown))
      );
    })
    .post("/:uid/contact", async (c) => {
      const { uid } = await details(c);
      const { contact: written } = await c.req.parseBody();
      const text = typeof written === "string" ? written : "";
      const contact = parseContact(text);
      const again = (shown: Parameters<typeof contactPage>[0]) =>
        contactPage({ ...shown, written: text });
      if (contact === undefined) return unsent(c, "contact.invalid", again);
      return send(c, { uid, contact }).catch((error: unknown) => unsent(c, why(error), again));
    })
    .post("/:uid/again", async (c) => {
      const { uid } = await details(c);
      const sent = await codes.sent(uid);
      if (!sent) return c.redirect(`${shownIn(c).action}?lang=${shownIn(c).language}`, 303);
      return send(c, { uid, contact: sent.contact }).catch((error: unknown) =>
        unsent(c, why(error), (shown) => codePage({ ...shown, ...sent })),
      );
    })
    .post("/:uid/code", async (c) => {
      const found = await details(c);
      const done = proven(c, found);
      if (done) return done;
      const { code } = await c.req.parseBody();
      const checked = await codes.check(found.uid, typeof code === "string" ? code : "");
      if (checked.outcome === "right") return finish(c, checked.contact);
      const sent = await codes.sent(found.uid);
      const shown = shownIn(c);
      const error = complaint(checked, { language: shown.language, digits: sent?.digits ?? 6 });
      c.status(checked.outcome === "locked" ? 429 : 401);
      return c.html(
        sent ? codePage({ ...shown, ...sent, error }) : contactPage({ ...shown, error }),
      );
    })
    .onError((error, c) => {
      const lost = error instanceof errors.SessionNotFound;
      if (!lost && !deps.report) throw error;
      if (!lost) deps.report?.(error);
      const { language } = shownIn(c);
      const kind = lost ? "expired" : "bug";
      return c.html(lostPage({ language, kind, restart: deps.restart }), lost ? 400 : 500);
    });
}

/** The language and place of the page of this request. */
function shownIn(c: C, wished?: string) {
  const accept = wished ?? c.req.header("accept-language");
  const language: Language = languageOf(c.req.query("lang"), accept);
  return { language, action: `${MOUNT}/interaction/${c.req.param("uid") ?? ""}` };
}

const uiLocale = ({ params }: { params: Record<string, unknown> }) =>
  typeof params["ui_locales"] === "string" ? params["ui_locales"] : undefined;

/** Why nothing was sent: a wrong contact, one of the limits, or a messenger that failed. */
type Unsent = "contact.invalid" | "code.tooMany" | "code.busy" | "code.unsent";
const STATUS = {
  "contact.invalid": 400,
  "code.tooMany": 429,
  "code.busy": 429,
  "code.unsent": 503,
} as const satisfies Record<Unsent, number>;

const unsentBy = (error: unknown): Unsent => {
  if (!(error instanceof Refused)) return "code.unsent";
  return error.code === "code.too_many" ? "code.tooMany" : "code.busy";
};

function unsent(
  c: C,
  why: Unsent,
  show: (shown: ReturnType<typeof shownIn> & { error: string }) => Html,
) {
  const shown = shownIn(c);
  return c.html(show({ ...shown, error: messages[shown.language][why]() }), STATUS[why]);
}

/** Why the code was not taken and how to mend it. */
function complaint(
  checked: Exclude<Checked, { outcome: "right" }>,
  about: { language: Language; digits: number },
): string {
  const t = messages[about.language];
  if (checked.outcome === "malformed") return t["code.malformed"]({ digits: String(about.digits) });
  if (checked.outcome !== "wrong") return t[`code.${checked.outcome}`]();
  const { left } = checked;
  return left > 0 && left < CODE_TRIES ? t["code.wrong"]({ left }) : t["code.locked"]();
}
