import { type Html, html, prose } from "./html.ts";
import { nameOfRef, type Schema } from "./schema.ts";

/** Values of a closed list that are worth reading at once; a longer list folds. */
const FEW = 10;
/** A pattern longer than this tells a machine more than a reader; `openapi.json` has it. */
const READABLE_PATTERN = 80;

/** A schema as nested lists: type, limits, and each field of what is inside. */
export function schemaView(schema: Schema): Html {
  const { anyOf, oneOf } = schema;
  const choices = anyOf ?? oneOf;
  if (choices)
    return html`<p class="type">One of:</p>
      <ul class="choices">
        ${choices.map((choice) => html`<li>${typeLine(choice)}${inside(choice)}</li>`)}
      </ul>`;
  return schema.properties
    ? inside(schema)
    : html`<p class="type">${typeLine(schema)}</p>
        ${inside(schema)}`;
}

function inside(schema: Schema): Html {
  const { properties, additionalProperties, propertyNames, items, anyOf, oneOf } = schema;
  if (properties && Object.keys(properties).length > 0)
    return html`<ul class="fields">
      ${Object.entries(properties).map(([name, inner]) =>
        fieldView(name, inner, schema.required?.includes(name) === true),
      )}
      ${typeof additionalProperties === "object" ? othersView(additionalProperties) : ""}
    </ul>`;
  if (anyOf ?? oneOf) return schemaView(schema);
  if (items) return items.$ref === undefined ? inside(items) : html``;
  if (typeof additionalProperties === "object" && propertyNames)
    return html`<ul class="fields">
      <li>
        for each ${typeLine(propertyNames)}: ${typeLine(additionalProperties)}
        ${inside(additionalProperties)}
      </li>
    </ul>`;
  return html``;
}

/** Of what is said in languages: those that an organisation added. */
const othersView = (schema: Schema): Html =>
  html`<li>
    any other language <span class="may">optional</span>
    <span class="type">${typeLine(schema)}</span>
  </li>`;

const fieldView = (name: string, schema: Schema, required: boolean): Html =>
  html`<li>
    <code class="name">${name}</code>
    <span class="${required ? "must" : "may"}">${required ? "required" : "optional"}</span>
    <span class="type">${typeLine(schema)}</span>${inside(schema)}
  </li>`;

/** Type and limits on one line. */
export function typeLine(schema: Schema): Html {
  const { $ref, items, enum: values } = schema;
  if ($ref !== undefined) {
    const name = nameOfRef($ref);
    return html`<a href="#schema.${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`always <code>${String(schema.const)}</code>`;
  if (values) return valuesView(values);
  if (schema.anyOf ?? schema.oneOf) return html``;
  if (items)
    return html`list of ${limits(schema)}${items.type === "object" ? "objects" : typeLine(items)}`;
  return html`${TYPE_WORDS[schema.type ?? "object"] ?? schema.type}${limits(schema)}`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  boolean: "true or false",
};

function valuesView(values: readonly (string | number)[]): Html {
  const list = values.map((value, at) => html`${at > 0 ? ", " : ""}<code>${value}</code>`);
  return values.length <= FEW
    ? html`one of ${list}`
    : html`<details>
        <summary>one of ${values.length} values</summary>
        ${list}
      </details>`;
}

/** Limits in words; those that only say how far JavaScript counts are left out. */
function limits(schema: Schema): Html | undefined {
  const { minLength, maxLength, minItems, maxItems, format, pattern, exclusiveMinimum } = schema;
  const least = exclusiveMinimum === undefined ? schema.minimum : exclusiveMinimum + 1;
  const safe = (bound: number | undefined) =>
    bound !== undefined && Number.isSafeInteger(bound) && Math.abs(bound) < Number.MAX_SAFE_INTEGER
      ? bound
      : undefined;
  const words = [
    range(minLength, maxLength, "characters"),
    range(safe(least), safe(schema.maximum), ""),
    schema.minProperties === undefined ? "" : "at least one of them",
  ].filter(Boolean);
  if (schema.items) {
    const count = range(minItems, maxItems, "");
    return count ? html`${count} ` : undefined;
  }
  if (format !== undefined) words.push(format);
  else if (pattern !== undefined && pattern.length <= READABLE_PATTERN)
    words.push(`\`${pattern}\``);
  return words.length > 0 ? html`, ${prose(words.join(", "))}` : undefined;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const words = (text: string) => `${text} ${unit}`.trim();
  if (least !== undefined && most !== undefined) return words(`${least} to ${most}`);
  if (most !== undefined) return words(`at most ${most}`);
  return least === undefined ? "" : words(`at least ${least}`);
}

/** One named schema, with its sentence. */
export const componentView = (name: string, schema: Schema): Html =>
  html`<article id="schema.${name}" class="schema">
    <h3><a class="self" href="#schema.${name}">${name}</a></h3>
    <p>${prose(schema.description ?? name)}</p>
    ${schemaView(schema)}
  </article>`;
