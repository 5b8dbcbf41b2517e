import { type RefusalCode, statusOf } from "@twiza/contract";
import { type Html, html } from "./html.ts";
import type { Described } from "./operations.ts";
import { type Code, wordsOf } from "./refusal-words.ts";

/** The refusals of an operation: its own to be read at once, those that any such request can meet folded. */
export function refusalsView({ what, codes }: Described): Html {
  const own = codes.filter((code) => what.refusals?.includes(code));
  const common = codes.filter((code) => !own.includes(code));
  return html`${own.length > 0 ? codesView(own) : html``}
    <details>
      <summary>${common.length} that any such request can meet, and <code>internal</code></summary>
      ${codesView(common)}
    </details>`;
}

const codesView = (codes: readonly RefusalCode[]): Html =>
  html`<ul class="codes">
    ${codes.map((code) => {
      const { title, mend } = wordsOf(code);
      return html`<li>
        <a href="#${code}"><code>${code}</code></a> ${statusOf(code)}.
        <span class="quiet">${title} ${mend}</span>
      </li>`;
    })}
  </ul>`;

/** One refusal, as `type` of a problem document leads to it. */
export function refusalView(code: Code, givers: readonly string[]): Html {
  const { title, mend } = wordsOf(code);
  return html`<article id="${code}" class="refusal">
    <h3>
      <a class="self" href="#${code}"><code>${code}</code></a>
    </h3>
    <p><strong>${title}</strong> ${mend}</p>
    <p class="quiet">Status ${code === "internal" ? 500 : statusOf(code)}. ${giversView(givers)}</p>
  </article>`;
}

function giversView(givers: readonly string[]): Html {
  if (givers.length === 0) return html`No operation is refused with it.`;
  if (givers.length > 12) return html`Given by ${givers.length} operations.`;
  return html`Given by
  ${givers.map((name, at) => html`${at > 0 ? ", " : ""}<a href="#${name}">${name}</a>`)}.`;
}
