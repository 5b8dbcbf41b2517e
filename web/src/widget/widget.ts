import { directionOf, inLanguage, isLanguage, type Language } from "@twiza/contract/where";
import { messages } from "@twiza/messages/widget";
import { style } from "./style.ts";

type Said = keyof (typeof messages)["en"];
/** What our register tells of a certificate, as far as it is shown here. */
type Told = {
  readonly state: "valid" | "revoked" | "suspended" | "expired";
  readonly number: string;
  /** Of one that its holder keeps closed there is neither name nor course. */
  readonly shows?: "whole" | "brief" | "closed";
  readonly learnerName?: string;
  readonly courseTitle?: Readonly<Record<string, string>>;
  readonly organisationName: Readonly<Record<string, string>>;
};

const ID = /crt_[0-9a-f]{32}/;
const SIGNS: Readonly<Partial<Record<Said, string>>> = {
  valid: "✓",
  revoked: "✗",
  unknown: "?",
  away: "?",
};
/** The site that this script came from: only its own register is asked, whatever the page around says. */
const HOME = new URL(document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href).origin; // prettier-ignore

/**
 * `<twiza-certificate id="crt_…">`, or `src` with the address of its page: what the register says of a certificate now. It proves nothing
 * to whoever does not trust the page around it, so it always leads to the register's own.
 */
class TwizaCertificate extends HTMLElement {
  static readonly observedAttributes = ["id", "src", "lang"];
  readonly #root = this.attachShadow({ mode: "open" });
  #asked = 0;

  attributeChangedCallback(): void {
    if (this.isConnected) void this.connectedCallback();
  }
  async connectedCallback(): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    const [id] = ID.exec(this.getAttribute("src") ?? this.id) ?? [];
    if (!id) {
      this.#show("unknown");
      return;
    }
    this.#show("asking", id);
    const told = await ask(id);
    if (mine === this.#asked) this.#show(typeof told === "string" ? told : told.state, id, told);
  }

  #show(said: Said, id?: string, told?: Told | string): void {
    const language = languageOf(this);
    const t = messages[language];
    const lines = told && typeof told !== "string"
      ? [told.learnerName, ...[told.courseTitle, told.organisationName].map((text) => text && inLanguage(text, language).text), told.number, told.shows === "closed" && t.closed()]
      : []; // prettier-ignore
    const box = made("section", "", [
      made("b", said, [`${SIGNS[said] ?? "!"} `, t[said]()]),
      ...lines.flatMap((line) => (line ? made("div", "", [made("bdi", "", [line])]) : [])),
    ]);
    box.lang = language;
    box.dir = directionOf(language);
    box.setAttribute("role", "status");
    if (id) {
      const link = made("a", "", [t.open()]);
      Object.assign(link, {
        href: `${HOME}/verify/${id}?lang=${language}`,
        target: "_blank",
        rel: "noopener",
      });
      box.append(link);
    }
    this.#root.replaceChildren(made("style", "", [style]), box);
  }
}

async function ask(id: string): Promise<Told | "unknown" | "away"> {
  try {
    const response = await fetch(`${HOME}/api/verify/${id}`, { credentials: "omit" });
    if (response.status === 404) return "unknown";
    return response.ok ? ((await response.json()) as Told) : "away";
  } catch {
    return "away";
  }
}

function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  kind: string,
  inside: readonly (Node | string)[],
) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...inside);
  return element;
}

/** Its own `lang`, or that of what stands around it, or the reader's. */
function languageOf(element: Element): Language {
  const around = element.closest("[lang]")?.getAttribute("lang");
  const wanted = [around, ...navigator.languages].map((tag) => tag?.split("-")[0]);
  return wanted.find((tag): tag is Language => tag !== undefined && isLanguage(tag)) ?? "en";
}

if (!customElements.get("twiza-certificate"))
  customElements.define("twiza-certificate", TwizaCertificate);
