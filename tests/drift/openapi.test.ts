import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { LANGUAGES, operations, REFUSALS, whats, type What, type Where } from "@twiza/contract";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { openapiDocument } from "../../scripts/openapi/document.ts";
import { openapiPage } from "../../scripts/openapi/page.ts";

const document = openapiDocument();
// As a client gets it: what JSON cannot carry is gone.
const text = JSON.stringify(document);
const Plain = z.record(z.string(), z.unknown());
const plain = Plain.parse(JSON.parse(text));
const page = openapiPage(document);
const idsOfPage = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);

const ajv = addFormats.default(new Ajv2020({ strict: false }));
ajv.addSchema({ ...plain, $id: "twiza" });
const validators = new Map<string, ValidateFunction>();

/** Each schema is compiled once, wherever it stands: a refusal's is that of all its fellows. */
function validatorOf(schema: object): ValidateFunction {
  const local = JSON.stringify(schema).replaceAll('"#/', '"twiza#/');
  const known = validators.get(local) ?? ajv.compile(Plain.parse(JSON.parse(local)));
  validators.set(local, known);
  return known;
}

const places: [string, Where][] = Object.entries(operations);
const contents: Readonly<Record<string, What>> = whats;
const templated = (path: string) => path.replaceAll(/:(\w+)/g, "{$1}");
const operationAt = ({ path, method }: Where) =>
  document.paths[templated(path)]?.[method.toLowerCase()];

/** The statuses that the document gives a code in an operation. */
const statusesOf = (name: Where, code: string) =>
  Object.entries(operationAt(name)?.responses ?? {}).flatMap(([status, { content }]) =>
    code in (content["application/problem+json"]?.examples ?? {}) ? [Number(status)] : [],
  );

describe("openapi.json", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(plain))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  it("tells every operation of the contract and nothing else", () => {
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, it]) => `${it.operationId} ${method} ${path}`),
    );
    const promised = places.map(
      ([name, { method, path }]) => `${name} ${method.toLowerCase()} ${templated(path)}`,
    );
    expect(told.sort()).toEqual(promised.sort());
  });

  it("leads every reference somewhere", () => {
    const refs = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = ""]) => path);
    const missing = refs.filter((path) => {
      let at: unknown = plain;
      for (const key of path.split("/")) at = Plain.safeParse(at).data?.[key];
      return at === undefined;
    });
    expect(refs.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it("keeps what stays on the server out", () => {
    expect(text).not.toContain("secretHash");
    // Keys of graded items go to who writes the course, keeps the bank or corrects, and stand in no other operation.
    const withKeys = Object.entries(document.paths).flatMap(([path, methods]) =>
      /"#\/components\/schemas\/(?:Draft)?Items?"/.test(JSON.stringify(methods)) ? [path] : [],
    );
    const items = "/api/courses/{courseId}/draft/items";
    expect(withKeys.toSorted()).toEqual([
      "/api/bank/items",
      items,
      `${items}/arrangements`,
      `${items}/put-from-bank`,
      `${items}/{itemId}`,
      "/api/courses/{courseId}/items/{itemId}/corrections",
    ]);
    for (const name of ["Quiz", "Session", "Content"])
      expect(Object.keys(document.components.schemas)).not.toContain(name);
  });
});

describe.each(places)("the documentation of %s", (name, where) => {
  const what = contents[name];
  const operation = operationAt(where);

  it("gives each of its own refusals its status", () => {
    for (const code of what?.refusals ?? []) {
      expect(statusesOf(where, code), code).toEqual([REFUSALS[code]]);
    }
  });

  it("names the refusals of the way in that it can meet, and no others", () => {
    const writes = where.method !== "GET";
    const meets = {
      "request.forged": writes,
      "session.required": where.allow !== "anyone",
      "role.missing": Array.isArray(where.allow),
      "request.malformed": what?.body !== undefined,
      "request.not_json": what?.body !== undefined,
      "request.too_large": what?.body !== undefined,
      "request.too_deep": what?.body !== undefined,
      "request.invalid": true,
    } satisfies Partial<Record<keyof typeof REFUSALS, boolean>>;
    for (const [code, met] of Object.entries(meets))
      expect(statusesOf(where, code).length, code).toBe(met ? 1 : 0);
    expect(statusesOf(where, "internal")).toEqual([500]);
  });

  it("declares every parameter of the path, and the header of a write", () => {
    const parameters = JSON.stringify(operation?.parameters);
    for (const [, parameter = ""] of where.path.matchAll(/:(\w+)/g))
      expect(parameters).toContain(`{"name":"${parameter}","in":"path","required":true`);
    expect(parameters.includes("#/components/parameters/twiza")).toBe(where.method !== "GET");
    expect(operation?.security).toEqual(where.allow === "anyone" ? [] : undefined);
  });

  it("gives examples that fit the schemas, here and in the contract", () => {
    const fits = (schema: object, example: unknown) => {
      const validate = validatorOf(schema);
      expect(validate(example), ajv.errorsText(validate.errors)).toBe(true);
    };
    const body = operation?.requestBody?.content["application/json"];
    const reply = operation?.responses[String(what?.status ?? 200)]?.content["application/json"];
    expect(reply).toBeDefined();
    expect(Boolean(body)).toBe(what?.body !== undefined);
    for (const part of [body, reply]) if (part) fits(part.schema, part.example);
    for (const it of operation?.parameters ?? []) if ("name" in it) fits(it.schema, it.example);
    for (const { content } of Object.values(operation?.responses ?? {})) {
      const problem = content["application/problem+json"];
      for (const code of Object.keys(problem?.examples ?? {}))
        fits(problem?.schema ?? {}, document.components.examples[code]?.value);
    }
    if (body) expect(what?.body?.safeParse(body.example).error).toBeUndefined();
    expect(what?.reply.safeParse(reply?.example).error).toBeUndefined();
  });
});

describe("the page of the API", () => {
  it("has one place for each refusal, where `type` of a problem leads", () => {
    for (const code of [...Object.keys(REFUSALS), "internal"])
      expect(idsOfPage.filter((id) => id === code)).toEqual([code]);
  });

  it("has one place for each operation, no name twice and no inner link to nowhere", () => {
    expect(idsOfPage).toEqual(expect.arrayContaining(Object.keys(operations)));
    expect(new Set(idsOfPage).size).toBe(idsOfPage.length);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !idsOfPage.includes(id))).toEqual([]);
  });

  it("runs no script and asks nothing of another server", () => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|(src|href)="(https?:)?\/\//);
    expect(page).toContain('content="default-src &#39;none&#39;; style-src &#39;self&#39;;');
  });

  it("says the sentences that the product says", () => {
    const english = Plain.parse(
      JSON.parse(readFileSync("packages/messages/refusal.en.json", "utf8")),
    );
    for (const code of Object.keys(REFUSALS))
      expect(page).toContain(String(english[`${code}.mend`]).replaceAll("'", "&#39;"));
    expect(document.components.parameters.lang.schema.enum).toEqual(LANGUAGES);
  });
});
