import { type OpenapiDocument, type Operation, templateOf, whoMay } from "./document.ts";
import { type Html, html } from "./html.ts";
import type { Described } from "./operations.ts";
import { refusalsView } from "./refusal-view.ts";
import type { Content } from "./responses.ts";
import { schemaView, typeLine } from "./schema-view.ts";

/** One operation: where it is, who may call it, what goes in, what comes out, what it may refuse, and how to call it. */
export function operationView(one: Described, document: OpenapiDocument): Html {
  const { name, where, what } = one;
  const operation = document.paths[templateOf(where.path)]?.[where.method.toLowerCase()];
  if (!operation) throw new Error(`${name} is missing in the document`);
  const body = operation.requestBody?.content["application/json"];
  const status = what.status ?? 200;
  const reply = replyOf(operation, status);
  return html`<article id="${name}" aria-labelledby="${name}.title">
    <h3 id="${name}.title"><a class="self" href="#${name}">${what.summary}</a></h3>
    <p class="route">
      <span class="method ${where.method.toLowerCase()}">${where.method}</span>
      <code>${pathView(where.path)}</code>
    </p>
    <p class="who">
      ${whoMay(where.allow)} <span class="quiet">Operation <code>${name}</code>.</span>
    </p>
    ${parametersView(operation)}
    ${
      body &&
      html`<h4>Body</h4>
        ${schemaView(body.schema)}`
    }
    <h4>Reply, ${status}</h4>
    ${schemaView(reply.schema)}
    <h4>Refusals</h4>
    ${refusalsView(one)}
    <h4>Example</h4>
    <pre><code>${curlOf(one, operation)}</code></pre>
    <details>
      <summary>Its reply</summary>
      <pre><code>${JSON.stringify(reply.example, null, 2)}</code></pre>
    </details>
  </article>`;
}

/** A long path may break after a slash. */
const pathView = (path: string): readonly Html[] =>
  templateOf(path)
    .split("/")
    .map((part, at) => (at === 0 ? html`` : html`/<wbr />${part}`));

function replyOf({ responses }: Operation, status: number): Content {
  const content = responses[String(status)]?.content["application/json"];
  if (!content) throw new Error("A reply has no JSON");
  return content;
}

/** Parameters of its own; `lang` and the header of writes are told once, in the guide. */
function parametersView({ parameters }: Operation): Html | undefined {
  const own = parameters.flatMap((parameter) => ("name" in parameter ? [parameter] : []));
  if (own.length === 0) return undefined;
  return html`<h4>Parameters</h4>
    <ul class="fields">
      ${own.map(
        ({ name, in: place, required, schema }) =>
          html`<li>
            <code class="name">${name}</code>
            <span class="${required ? "must" : "may"}">${required ? "required" : "optional"}</span>
            <span class="type">in the ${place}, ${typeLine(schema)}</span>
          </li>`,
      )}
    </ul>`;
}

/** A request that can be pasted into a shell once `TWIZA` and `SESSION` are set. */
function curlOf({ where, what }: Described, operation: Operation): string {
  const examples = new Map(
    operation.parameters.flatMap((it) => ("name" in it ? [[it.name, String(it.example)]] : [])),
  );
  const path = where.path.replaceAll(/:(\w+)/g, (_, name: string) => examples.get(name) ?? name);
  const body = operation.requestBody?.content["application/json"].example;
  const parts = [
    `curl "$TWIZA${path}"`,
    where.method === "GET" ? "" : `--request ${where.method}`,
    where.allow === "anyone" ? "" : `--cookie "__Host-twiza=$SESSION"`,
    where.method === "GET" ? "" : `--header "x-twiza: 1"`,
    what.body ? `--header "content-type: application/json"` : "",
    // Inside a shell's single quotes, a quote is written by leaving them.
    what.body ? `--data '${JSON.stringify(body, null, 2).replaceAll("'", "'\\''")}'` : "",
  ];
  return parts.filter(Boolean).join(" \\\n  ");
}
