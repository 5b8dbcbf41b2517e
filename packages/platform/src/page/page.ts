import { directionOf, LANGUAGES, type Language } from "@twiza/contract/where";
import { messages } from "@twiza/messages/page";
import { html, raw } from "hono/html";
import { LANGUAGE_NAMES } from "./language.ts";
import { STYLE } from "./style.ts";

/** Escaped HTML, as Hono's `html` makes it and `c.html` takes it. */
export type Html = ReturnType<typeof html>;

export type Page = {
  readonly language: Language;
  /** Becomes `<title>`; the body brings its own `<h1>`. */
  readonly title: string;
  readonly body: Html;
  /** Where the language links lead, with its own query if need be; the page itself when absent. */
  readonly path?: string;
  /** What messengers show of it, with a picture of 1200 × 630. Addresses are whole. */
  readonly preview?: Preview;
  /** Nothing that searches the web keeps it. */
  readonly isUnlisted?: boolean;
};
type Preview = {
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly picture: string;
};

/** A whole HTML document that works without JavaScript, in the reader's language and direction. */
export const page = ({ language, title, body, path = "", ...more }: Page): Html =>
  html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <title>${title} · ${messages[language]["page.name"]()}</title>
        <link rel="icon" href="data:," />
        ${more.isUnlisted ? UNLISTED : ""} ${more.preview ? previewOf(more.preview) : ""}
        ${STYLE_ELEMENT}
      </head>
      <body>
        <header>
          <div class="top">
            <a class="brand" href="/"
              >${MARK}<span translate="no">${messages[language]["page.name"]()}</span></a
            >
            <a class="help" href="/help?lang=${language}"
              >${HELP}<span>${messages[language]["page.help"]()}</span></a
            >
          </div>
          <nav aria-label="${messages[language]["page.language"]()}">
            ${LANGUAGES.map((other) => languageLink(other, { path, current: other === language }))}
          </nav>
        </header>
        <main>${body}</main>
      </body>
    </html>`;

/** What a search shows of it, and the Open Graph protocol, which WhatsApp and its like read. */
const previewOf = ({ title, description, address, picture }: Preview): Html => html`
  <meta name="description" content="${description}" />
  <meta property="og:type" content="website" />
  <meta property="og:site_name" content="Twiza" />
  <meta property="og:title" content="${title}" />
  <meta property="og:description" content="${description}" />
  <meta property="og:url" content="${address}" />
  <meta property="og:image" content="${picture}" />
  <meta property="og:image:type" content="image/png" />
  <meta property="og:image:width" content="1200" />
  <meta property="og:image:height" content="630" />
`;

function languageLink(language: Language, link: { path: string; current: boolean }): Html {
  const href = `${link.path}${link.path.includes("?") ? "&" : "?"}lang=${language}`;
  const current = link.current ? raw(' aria-current="true"') : "";
  return html`<a
    href="${href}"
    lang="${language}"
    hreflang="${language}"
    dir="${directionOf(language)}"
    ${current}
    >${LANGUAGE_NAMES[language]}</a
  > `;
}

const UNLISTED = raw('<meta name="robots" content="noindex" />');

/** Whole and raw: its hash is of exactly these bytes, and a formatter must not reach inside. */
const STYLE_ELEMENT = raw(`<style>${STYLE}</style>`);

/** The mark, as the app has it: four lozenges about a grain of saffron. Decoration: the name beside it says the same. */
const MARK = raw(
  '<svg viewBox="0 0 32 32" aria-hidden="true"><path d="M16 1l5.5 5.5L16 12l-5.5-5.5zM16 20l5.5 5.5L16 31l-5.5-5.5zM6.5 10.5L12 16l-5.5 5.5L1 16zM25.5 10.5L31 16l-5.5 5.5L20 16z"/><path d="M16 12.5l3.5 3.5-3.5 3.5-3.5-3.5z"/></svg>',
);

/** Help stands at the same place as in the app: at the end of the first line. */
const HELP = raw(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM9 9.5a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.7M12 17.5h.01"/></svg>',
);

const ICONS = {
  wrong: '<path d="M12 8v5m0 3v.5"/><circle cx="12" cy="12" r="10"/>',
  right: '<path d="m7 12.5 3.5 3.5L17 9"/><circle cx="12" cy="12" r="10"/>',
  warn: '<path d="M12 9v5m0 3v.5M12 3 1.5 21h21z"/>',
  info: '<path d="M12 11v6m0-10v.5"/><circle cx="12" cy="12" r="10"/>',
  ended: '<path d="m8.5 8.5 7 7m0-7-7 7"/><circle cx="12" cy="12" r="10"/>',
  paused: '<path d="M10 8.5v7m4-7v7"/><circle cx="12" cy="12" r="10"/>',
  over: '<path d="M12 7v5l3.5 2"/><circle cx="12" cy="12" r="10"/>',
  gone: '<path d="M5 20c.6-4 3.4-6 7-6s6.4 2 7 6" stroke-dasharray="2 3"/><circle cx="12" cy="8" r="4" stroke-dasharray="2 3"/>',
} as const;
/** Those that have the colours of another and a shape of their own. */
const COLOURS: Readonly<Partial<Record<keyof typeof ICONS, string>>> = {
  ended: "wrong",
  paused: "warn",
  over: "warn",
};

/** A coloured message that also differs by its icon and its words. Only what is wrong interrupts a screen reader. */
export function note(kind: keyof typeof ICONS, text: string | Html, id?: string): Html {
  const role = (COLOURS[kind] ?? kind) === "wrong" ? raw(' role="alert"') : "";
  const named = id === undefined ? "" : html` id="${id}"`;
  return html`<div class="note ${COLOURS[kind] ?? kind}" ${named}${role}>
    ${raw(`<svg viewBox="0 0 24 24" aria-hidden="true">${ICONS[kind]}</svg>`)}
    <p>${text}</p>
  </div>`;
}
