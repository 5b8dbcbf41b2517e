import type { OpenedSession } from "@twiza/core";
import { safeReturnTo } from "@twiza/platform/identity";
import type { Outbox } from "@twiza/platform/messages";
import { PAGE_POLICY } from "@twiza/platform/page";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { cookieName, languageOf } from "../http/app.ts";
import { setSessionCookie } from "../people/auth.ts";
import { outboxPage, peoplePage, type DemoPerson } from "./pages.ts";

export type DevDeps = {
  readonly origin: string;
  readonly outbox: Pick<Outbox, "list">;
  readonly people: readonly DemoPerson[];
  /** Opens a session as this person, proving nothing. */
  readonly signInAs: (
    person: DemoPerson,
    on: { device: string; former: string | undefined },
  ) => Promise<OpenedSession>;
};

/**
 * What only a machine of one's own may have: the messages that were not sent, and coming in as a demo person by one tap.
 * Whoever reaches these pages is anybody, so only the local server mounts them; no function does.
 */
export function devRoutes({ origin, outbox, people, signInAs }: DevDeps): Hono {
  const app = new Hono();

  app.use("/dev/*", async (c, next) => {
    c.header("content-security-policy", PAGE_POLICY);
    c.header("cache-control", "no-store");
    return next();
  });

  app.get("/dev/outbox", async (c) => c.html(outboxPage(languageOf(c), await outbox.list())));

  app.get("/dev/sign-in", (c) =>
    c.html(peoplePage(languageOf(c), { people, returnTo: c.req.query("returnTo") })),
  );

  app.post("/dev/sign-in", async (c) => {
    const site = c.req.header("sec-fetch-site") ?? "none";
    if (!["same-origin", "none"].includes(site)) return c.body(null, 403);
    const form = await c.req.parseBody();
    const person = people.find(({ id }) => id === form["person"]);
    if (!person) return c.redirect("/dev/sign-in", 303);
    const device = (c.req.header("user-agent") ?? "").slice(0, 200);
    const former = getCookie(c, cookieName(origin));
    setSessionCookie(c, { origin, ...(await signInAs(person, { device, former })) });
    const wanted = form["returnTo"];
    const returnTo = typeof wanted === "string" ? safeReturnTo(wanted) : undefined;
    return c.redirect(returnTo ?? "/", 303);
  });

  return app;
}
