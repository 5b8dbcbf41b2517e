import { type OpenapiDocument, openapiDocument } from "./document.ts";
import { type Html, html, prose } from "./html.ts";
import { allCodes, described, nounOf } from "./operations.ts";
import { operationView } from "./operation-view.ts";
import { refusalView } from "./refusal-view.ts";
import { componentView } from "./schema-view.ts";
import { GUIDE, NOUN_WORDS } from "./words.ts";

/** Nothing runs, nothing comes from elsewhere, nothing can be sent. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const nouns = Map.groupBy(described, nounOf);

const headingOf = (noun: string): string => {
  const words = NOUN_WORDS[noun];
  if (!words) throw new Error(`${noun} needs a heading in scripts/openapi/words.ts`);
  return words;
};

/** The documentation of the API as one page that needs no script. */
export function openapiPage(document: OpenapiDocument = openapiDocument()): string {
  const page = html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="${document.info.summary}" />
        <title>API – Twiza</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/docs/api/docs.css" />
      </head>
      <body>
        <a class="skip" href="#main">To the content</a>
        <header>
          <p class="band" aria-hidden="true"></p>
          <h1>The Twiza API</h1>
          <p>${document.info.summary}</p>
          <p class="quiet">
            Version ${document.info.version}, ${described.length} operations.
            <a href="/api/openapi.json">openapi.json</a> says the same to programs (OpenAPI
            ${document.openapi}).
          </p>
        </header>
        ${navigation()}
        <main id="main" tabindex="-1">
          ${guide()}
          ${[...nouns].map(([noun, operations]) => nounSection(noun, operations, document))}
          <section aria-labelledby="schemas">
            <h2 id="schemas">Schemas</h2>
            ${Object.entries(document.components.schemas).map(([name, schema]) =>
              componentView(name, schema),
            )}
          </section>
          ${refusals()}
        </main>
        <footer><a href="/">To Twiza</a></footer>
      </body>
    </html>`;
  return `${page.markup}\n`;
}

function navigation(): Html {
  return html`<nav aria-label="Contents">
    <ul>
      <li><a href="#guide">How it works</a></li>
      ${[...nouns].map(
        ([noun, operations]) =>
          html`<li>
            <a href="#noun.${noun}">${headingOf(noun)}</a>
            <ul>
              ${operations.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}
            </ul>
          </li>`,
      )}
      <li><a href="#schemas">Schemas</a></li>
      <li><a href="#refusals">Refusals</a></li>
    </ul>
  </nav>`;
}

const guide = (): Html =>
  html`<section aria-labelledby="guide">
    <h2 id="guide">How it works</h2>
    ${GUIDE.map(
      ({ title, text }) =>
        html`<h3>${title}</h3>
          ${text.map((paragraph) => html`<p>${prose(paragraph)}</p>`)}`,
    )}
    <p>
      The examples are for a shell: set <code>TWIZA</code> to the address of your server and
      <code>SESSION</code> to the value of the cookie.
    </p>
  </section>`;

const nounSection = (noun: string, operations: typeof described, document: OpenapiDocument): Html =>
  html`<section aria-labelledby="noun.${noun}">
    <h2 id="noun.${noun}">${headingOf(noun)}</h2>
    ${operations.map((one) => operationView(one, document))}
  </section>`;

function refusals(): Html {
  const giversOf = (code: (typeof allCodes)[number]) =>
    described.filter(({ codes }) => codes.includes(code)).map(({ name }) => name);
  return html`<section aria-labelledby="refusals">
    <h2 id="refusals">Refusals</h2>
    ${allCodes.map((code) => refusalView(code, giversOf(code)))}
    ${refusalView(
      "internal",
      described.map(({ name }) => name),
    )}
  </section>`;
}
