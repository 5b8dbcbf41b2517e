import type { Language } from "@twiza/contract";
import type { Role } from "@twiza/contract/where";
import { messages } from "@twiza/messages/sign-in";
import { safeReturnTo } from "@twiza/platform/identity";
import type { Outbox } from "@twiza/platform/messages";
import { LANGUAGE_NAMES, page, PAGE_POLICY } from "@twiza/platform/page";
import { Hono } from "hono";
import { html } from "hono/html";
import { languageOf } from "../http/app.ts";
import { setSessionCookie } from "../people/auth.ts";

/** An imagined person of the demo data. */
export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
};

export type DevDeps = {
  readonly origin: string;
  readonly outbox: Pick<Outbox, "list">;
  readonly people: readonly DemoPerson[];
  /** Opens a session as this person, proving nothing. */
  readonly signInAs: (
    person: DemoPerson,
    device: string,
  ) => Promise<{ cookie: string; maxAgeSeconds: number }>;
};

/**
 * What only a machine of one's own may have: the messages that were not sent, and coming in as a demo person by one tap.
 * Whoever reaches these pages is anybody, so only the local server mounts them; no function does.
 */
export function devRoutes({ origin, outbox, people, signInAs }: DevDeps): Hono {
  return new Hono()
    .use("/dev/*", async (c, next) => {
      c.header("content-security-policy", PAGE_POLICY);
      c.header("cache-control", "no-store");
      return next();
    })
    .get("/dev/outbox", async (c) => {
      const language = languageOf(c);
      const t = messages[language];
      const sent = await outbox.list();
      const title = t["dev.outbox.title"]();
      const body = html`<h1>${title}</h1>
        <p>${t["dev.outbox.lead"]()}</p>
        ${sent.length === 0 ? html`<p class="card">${t["dev.outbox.empty"]()}</p>` : ""}
        ${sent.map(
          (message) =>
            html`<article class="card" dir="auto">
              <h2><bdi>${message.subject}</bdi></h2>
              <p class="hint">
                ${t["dev.outbox.to"]({ contact: `\u2066${message.to}\u2069` })} ·
                <time datetime="${message.sentAt}"
                  ><bdi dir="ltr">${clockOf(message.sentAt)}</bdi></time
                >
              </p>
              <pre dir="auto">${message.text}</pre>
            </article>`,
        )}`;
      return c.html(page({ language, title, body }));
    })
    .get("/dev/sign-in", (c) => {
      const language = languageOf(c);
      const t = messages[language];
      const title = t["dev.people.title"]();
      const returnTo = c.req.query("returnTo");
      const body = html`<h1>${title}</h1>
        <p>${t["dev.people.lead"]()}</p>
        <ul class="plain">
          ${people.map(
            (person) =>
              html`<li>
                <form method="post" action="/dev/sign-in">
                  <input type="hidden" name="person" value="${person.id}" />
                  ${returnTo === undefined ? "" : html`<input type="hidden" name="returnTo" value="${returnTo}" />`}
                  <button class="btn second">
                    <bdi>${person.name}</bdi
                    ><small
                      >${t[`role.${person.role}`]()} ·
                      <span lang="${person.language}"
                        >${LANGUAGE_NAMES[person.language]}</span
                      ></small
                    >
                  </button>
                </form>
              </li>`,
          )}
        </ul>
        <a class="btn" href="/dev/outbox?lang=${language}">${t["dev.people.outbox"]()}</a>`;
      return c.html(page({ language, title, body }));
    })
    .post("/dev/sign-in", async (c) => {
      if (["cross-site", "same-site"].includes(c.req.header("sec-fetch-site") ?? ""))
        return c.body(null, 403);
      const form = await c.req.parseBody();
      const person = people.find(({ id }) => id === form["person"]);
      if (!person) return c.redirect("/dev/sign-in", 303);
      const device = (c.req.header("user-agent") ?? "").slice(0, 200);
      setSessionCookie(c, { origin, ...(await signInAs(person, device)) });
      const wanted = form["returnTo"];
      return c.redirect((typeof wanted === "string" && safeReturnTo(wanted)) || "/", 303);
    });
}

/** `2026-03-01 08:00:01` in UTC: the same for every reader of the page. */
const clockOf = (sentAt: string) => `${sentAt.slice(0, 10)} ${sentAt.slice(11, 19)} UTC`;
