import { type OpenedSession, Refused, type SignedIn as Proof } from "@twiza/core";
import { messages } from "@twiza/messages/sign-in";
import { safeReturnTo, type Identity } from "@twiza/platform/identity";
import { note, page, PAGE_POLICY, type Html } from "@twiza/platform/page";
import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { LEARNER_MARK, type RefusalCode, SIGNED_IN_MARK, statusOf } from "@twiza/contract/where";
import { cookieName, languageOf } from "../http/app.ts";

export type AuthDeps = {
  readonly identity: Identity;
  /** Scheme and host that the browser sees; with TLS the cookies are `__Host-` and Secure. */
  readonly origin: string;
  /** Opens a session and ends the device's former one, whose learners stay on the device. */
  readonly signIn: (proof: Proof) => Promise<OpenedSession>;
  /** Ends the session of this cookie at once; harmless when there is none. */
  readonly signOut: (cookie: string) => Promise<unknown>;
  /** Told of each bug, which then becomes a page. Without it the bug goes on to whoever mounts these routes. */
  readonly report?: (error: unknown, c: Context) => void;
};

/** Signing in and out, as a browser walks it: two redirects and a form. No token ever reaches the page. */
export function authRoutes(deps: AuthDeps): Hono {
  const { identity, origin } = deps;
  const app = new Hono();

  app.get("/auth/sign-in", async (c) => {
    const returnTo = c.req.query("returnTo") ?? "/";
    const leaving = await identity.begin({ returnTo, language: languageOf(c) });
    const options = { ...cookieOptions(origin), maxAge: TRANSACTION_SECONDS };
    setCookie(c, transactionName(origin), leaving.transaction, options);
    c.header("cache-control", "no-store");
    return c.redirect(leaving.url);
  });

  app.get("/auth/callback", async (c) => {
    const transaction = getCookie(c, transactionName(origin));
    if (transaction === undefined) throw new Refused("sign_in.expired");
    const person = await identity.finish({ callbackUrl: c.req.url, transaction });
    deleteCookie(c, transactionName(origin), cookieOptions(origin));
    const { issuer, subject, contact, language } = person;
    const device = (c.req.header("user-agent") ?? "").slice(0, 200);
    const former = getCookie(c, cookieName(origin));
    const session = await deps.signIn({ issuer, subject, contact, language, device, former });
    setSessionCookie(c, { origin, ...session });
    c.header("cache-control", "no-store");
    return c.redirect(safeReturnTo(person.returnTo) ?? "/", 303);
  });

  app.post("/auth/sign-out", async (c) => {
    await endSession(c, deps);
    c.header("cache-control", "no-store");
    return c.redirect("/", 303);
  });

  app.onError((error, c) => {
    const refused = error instanceof Refused ? error.code : undefined;
    if (refused === undefined && !deps.report) throw error;
    if (refused === undefined) deps.report?.(error, c);
    c.header("content-security-policy", PAGE_POLICY);
    c.header("cache-control", "no-store");
    return c.html(problemPage(c, refused), statusFor(refused));
  });

  return app;
}

const TRANSACTION_SECONDS = 600;

/** The session's cookie: HttpOnly, this host only, sent along on links from elsewhere but not on posts. Beside it, the mark. */
export function setSessionCookie(c: Context, session: OpenedSession & { origin: string }): void {
  setCookie(c, cookieName(session.origin), session.cookie, {
    ...cookieOptions(session.origin),
    maxAge: session.maxAgeSeconds,
  });
  setCookie(c, SIGNED_IN_MARK, session.hasLearner ? LEARNER_MARK : "1", {
    ...cookieOptions(session.origin),
    httpOnly: false,
    maxAge: session.maxAgeSeconds,
  });
}

async function endSession(c: Context, { origin, signOut }: AuthDeps): Promise<void> {
  const cookie = getCookie(c, cookieName(origin));
  if (cookie === undefined) return;
  await signOut(cookie);
  deleteCookie(c, cookieName(origin), cookieOptions(origin));
  deleteCookie(c, SIGNED_IN_MARK, cookieOptions(origin));
}

const transactionName = (origin: string) => `${cookieName(origin)}-signin`;

const cookieOptions = (origin: string) =>
  ({ path: "/", httpOnly: true, sameSite: "Lax", secure: origin.startsWith("https:") }) as const;

const PROBLEMS = {
  "request.forged": "forged",
  "request.invalid": "forged",
  "contact.invalid": "contact",
  "profile.too_many": "full",
  busy: "busy",
} as const satisfies Partial<Record<RefusalCode, string>>;

/** What happened, how to mend it, and two ways on. */
function problemPage(c: Context, code: RefusalCode | undefined): Html {
  const language = languageOf(c);
  const t = messages[language];
  const known = Object.entries(PROBLEMS).find(([other]) => other === code)?.[1] ?? "expired";
  const kind = code === undefined ? "bug" : known;
  const title = t[`problem.${kind}.title`]();
  const body = html`<h1>${title}</h1>
    <div class="card">
      ${note("warn", t[`problem.${kind}.mend`]())}
      <a class="btn" href="/auth/sign-in?lang=${language}">${t["problem.retry"]()}</a>
      <a class="btn second" href="/">${t["problem.home"]()}</a>
    </div>`;
  return page({ language, title, body });
}

const statusFor = (code: RefusalCode | undefined) => {
  const status = code === undefined ? 500 : statusOf(code);
  return status === 403 || status === 500 || status === 503 ? status : 400;
};
