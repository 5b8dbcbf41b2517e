import { directionOf, type Language } from "@twiza/contract/where";
import { messages } from "@twiza/messages/sign-in";
import { html } from "hono/html";
import { note, page, type Html } from "../page/index.ts";

/** Left-to-right isolate: a phone number keeps its plus sign in front inside an Arabic sentence. */
const isolated = (text: string) => `\u2066${text}\u2069`;

type Shown = { readonly language: Language; readonly action: string; readonly error?: string };

/** How she says who she is. A telephone is the first choice: it is what people here have. */
export type By = "phone" | "email";

/** First page: who are you. `written` is what was typed before, given back to be mended. */
export function contactPage(shown: Shown & { by: By; written?: string }): Html {
  const { language, action, error, by } = shown;
  const t = messages[language];
  const isPhone = by === "phone";
  const other = isPhone ? "email" : "phone";
  const body = html`<h1>${t["signIn.title"]()}</h1>
    <form class="card" method="post" action="${action}/contact?lang=${language}&amp;by=${by}">
      <p>${t[`signIn.lead.${by}`]()}</p>
      ${error === undefined ? "" : note("wrong", error, "error")}
      <label for="contact">${t[`signIn.${by}`]()}</label>
      <input
        id="contact"
        name="contact"
        type="${isPhone ? "tel" : "email"}"
        dir="ltr"
        maxlength="254"
        required
        autofocus
        inputmode="${isPhone ? "tel" : "email"}"
        autocomplete="${isPhone ? "tel" : "email"}"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        enterkeyhint="send"
        aria-describedby="${described(error)}"
        value="${shown.written ?? ""}"
        ${invalid(error)}
      />
      <div class="hint" id="hint">
        ${
          isPhone
            ? html`<p>${t["signIn.example.morocco"]()} <bdi dir="ltr">06 12 34 56 78</bdi></p>
                <p>${t["signIn.example.abroad"]()} <bdi dir="ltr">+221 77 123 45 67</bdi></p>`
            : html`<p>${t["signIn.example.email"]()} <bdi dir="ltr">fatima@example.ma</bdi></p>`
        }
      </div>
      <button class="btn">${t["signIn.send"]()}</button>
    </form>
    <a class="btn second" href="${action}?lang=${language}&amp;by=${other}&amp;change=1"
      >${t[isPhone ? "signIn.byEmail" : "signIn.byPhone"]()}</a
    >
    <a class="btn second" href="/ticket?lang=${language}">${t["signIn.ticket"]()}</a>
    <a class="btn second" href="/card?lang=${language}">${t["signIn.card"]()}</a>
    <p class="hint">${t["signIn.help"]()}</p>`;
  const path = `${action}?by=${by}&change=1`;
  return page({ language, title: t["signIn.title"](), body, path });
}

/** Second page: the code that was sent. */
export function codePage(shown: Shown & { contact: string; digits: number }): Html {
  const { language, action, error } = shown;
  const t = messages[language];
  const body = html`<h1>${t["code.title"]()}</h1>
    <form class="card" method="post" action="${action}/code?lang=${language}">
      <p>${t["code.sentTo"]({ contact: isolated(shown.contact) })}</p>
      ${error === undefined ? "" : note("wrong", error, "error")}
      <label for="code">${t["code.label"]({ digits: String(shown.digits) })}</label>
      <input
        class="code"
        id="code"
        name="code"
        type="text"
        dir="ltr"
        maxlength="400"
        required
        autofocus
        inputmode="numeric"
        autocomplete="one-time-code"
        enterkeyhint="go"
        aria-describedby="${described(error)}"
        ${invalid(error)}
      />
      <p class="hint" id="hint">${t["code.valid"]()}</p>
      <button class="btn">${t["code.submit"]()}</button>
    </form>
    <form method="post" action="${action}/again?lang=${language}">
      <button class="btn second">${t["code.resend"]()}</button>
    </form>
    <a class="btn second" href="${action}?lang=${language}&amp;change=1">${t["code.change"]()}</a>`;
  return page({ language, title: t["code.title"](), body, path: action });
}

/** What to do when the way in has been lost: too old, already used, or not begun in this browser. */
export function lostPage(shown: { language: Language; kind: Lost; restart: string }): Html {
  const { language, kind } = shown;
  const t = messages[language];
  const title = t[`problem.${kind}.title`]();
  const body = html`<h1>${title}</h1>
    <div class="card" dir="${directionOf(language)}">
      ${note("warn", t[`problem.${kind}.mend`]())}
      <a class="btn" href="${shown.restart}?lang=${language}">${t["problem.retry"]()}</a>
      <a class="btn second" href="/">${t["problem.home"]()}</a>
    </div>`;
  return page({ language, title, body });
}
export type Lost = "expired" | "bug";

const described = (error: string | undefined) => (error === undefined ? "hint" : "error hint");
const invalid = (error: string | undefined) =>
  error === undefined ? "" : html` aria-invalid="true"`;
