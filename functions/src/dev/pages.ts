import type { Language } from "@twiza/contract";
import type { Role } from "@twiza/contract/where";
import { messages } from "@twiza/messages/sign-in";
import type { SentMessage } from "@twiza/platform/messages";
import { LANGUAGE_NAMES, page, type Html } from "@twiza/platform/page";
import { html } from "hono/html";

/** An imagined person of the demo data. */
export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
};

/** What would have been sent, as it would have been read. */
export function outboxPage(language: Language, sent: readonly SentMessage[]): Html {
  const t = messages[language];
  const title = t["dev.outbox.title"]();
  const body = html`<h1>${title}</h1>
    <p>${t["dev.outbox.lead"]()}</p>
    ${sent.length === 0 ? html`<p class="card">${t["dev.outbox.empty"]()}</p>` : ""}
    ${sent.map((message) => article(language, message))}`;
  return page({ language, title, body });
}

const article = (language: Language, { to, subject, text, sentAt }: SentMessage): Html =>
  html`<article class="card">
    <h2 dir="auto">${subject}</h2>
    <p class="hint">
      ${messages[language]["dev.outbox.to"]({ contact: `\u2066${to}\u2069` })}
      <br /><time datetime="${sentAt}" dir="ltr">${clockOf(sentAt)}</time>
    </p>
    <pre dir="auto">${text}</pre>
  </article>`;

/** `2026-03-01 08:00:01 UTC`: the same for every reader of the page. */
const clockOf = (sentAt: string) => `${sentAt.slice(0, 10)} ${sentAt.slice(11, 19)} UTC`;

/** A button for each demo person. */
export function peoplePage(
  language: Language,
  shown: { people: readonly DemoPerson[]; returnTo: string | undefined },
): Html {
  const t = messages[language];
  const title = t["dev.people.title"]();
  const body = html`<h1>${title}</h1>
    <p>${t["dev.people.lead"]()}</p>
    ${shown.people.map((person) => entry(language, { person, returnTo: shown.returnTo ?? "/" }))}
    <a class="btn" href="/dev/outbox?lang=${language}">${t["dev.people.outbox"]()}</a>`;
  const query =
    shown.returnTo === undefined ? "" : `?returnTo=${encodeURIComponent(shown.returnTo)}`;
  return page({ language, title, body, path: `/dev/sign-in${query}` });
}

const entry = (
  language: Language,
  { person, returnTo }: { person: DemoPerson; returnTo: string },
): Html =>
  html`<form method="post" action="/dev/sign-in">
    <input type="hidden" name="person" value="${person.id}" />
    <input type="hidden" name="returnTo" value="${returnTo}" />
    <button class="btn second">
      <bdi>${person.name}</bdi>
      <small>
        ${messages[language][`role.${person.role}`]()} ·
        <bdi lang="${person.language}">${LANGUAGE_NAMES[person.language]}</bdi>
      </small>
    </button>
  </form>`;
