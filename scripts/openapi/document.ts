import { LANGUAGES, FUNCTIONS } from "@twiza/contract";
import contract from "../../packages/contract/package.json" with { type: "json" };
import { type Shapes, shapesOfContract } from "./components.ts";
import { type Described, described, allCodes } from "./operations.ts";
import { exampleOf } from "./example.ts";
import { type Code, problemExample, wordsOf } from "./refusal-words.ts";
import { responsesOf } from "./responses.ts";
import type { Schema } from "./schema.ts";
import { FUNCTION_WORDS, GUIDE } from "./words.ts";

/** Everything the HTTP API promises, as OpenAPI 3.1, from the contract alone. Pure: the same object each time. */
export function openapiDocument() {
  const shapes = shapesOfContract();
  return {
    openapi: "3.1.0",
    info: {
      title: "Twiza",
      summary: "Courses, cohorts and certificates that anybody can verify.",
      description: GUIDE.map(({ title, text }) => [`## ${title}`, ...text].join("\n\n")).join(
        "\n\n",
      ),
      version: contract.version,
      license: { name: "Apache License 2.0", identifier: "Apache-2.0" },
    },
    externalDocs: { url: "/docs/api", description: "The same for people to read" },
    servers: [{ url: "/", description: "The server that this document came from" }],
    tags: FUNCTIONS.map((name) => ({ name, description: FUNCTION_WORDS[name] })),
    security: [{ session: [] }],
    paths: pathsOf(shapes),
    components: {
      schemas: shapes.components,
      parameters: PARAMETERS,
      headers: HEADERS,
      examples: problemExamples(),
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-twiza",
          description:
            "The session's cookie, got by signing in; named `twiza` where there is no TLS.",
        },
      },
    },
  };
}
export type OpenapiDocument = ReturnType<typeof openapiDocument>;
export type Operation = ReturnType<typeof operationOf>;

const PARAMETERS = {
  lang: {
    name: "lang",
    in: "query",
    description: "The language of refusals; otherwise that of `Accept-Language`, otherwise Arabic.",
    schema: { type: "string", enum: [...LANGUAGES] },
  },
  twiza: {
    name: "x-twiza",
    in: "header",
    required: true,
    description: "Says that the request comes from our own pages or from no browser at all.",
    schema: { type: "string", const: "1" },
  },
} as const;

const HEADERS = {
  requestId: {
    description: "Names this request in the log of the server.",
    schema: { type: "string", format: "uuid" },
  },
} as const;

const problemExamples = () => {
  const codes: readonly Code[] = [...allCodes, "internal"];
  return Object.fromEntries(
    codes.map((code) => [code, { summary: wordsOf(code).title, value: problemExample(code) }]),
  );
};

/** `/api/courses/:courseId` as OpenAPI writes it: `/api/courses/{courseId}`. */
export const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, "{$1}");

function pathsOf(shapes: Shapes) {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const one of described) {
    const path = (paths[templateOf(one.where.path)] ??= {});
    path[one.where.method.toLowerCase()] = operationOf(one, shapes);
  }
  return paths;
}

function operationOf(one: Described, shapes: Shapes) {
  const { name, where, what } = one;
  return {
    operationId: name,
    summary: what.summary,
    description: whoMay(where.allow),
    tags: [where.function],
    ...(where.allow === "anyone" && { security: [] }),
    parameters: parametersOf(one, shapes),
    ...(what.body && {
      requestBody: {
        required: true,
        content: { "application/json": withExample(shapes.shapeOf(what.body), shapes) },
      },
    }),
    responses: responsesOf(one, withExample(shapes.shapeOf(what.reply), shapes)),
    "x-operation": where.id,
    "x-allow": where.allow,
  };
}

/** Who may call an operation, in a sentence. */
export function whoMay(allow: Described["where"]["allow"]): string {
  if (allow === "anyone") return "Public: no session is needed.";
  if (allow === "person") return "For any person who is signed in.";
  const names = new Intl.ListFormat("en", { type: "disjunction" }).format(allow);
  return `For the roles ${names} in the organisation of the session.`.replace(
    /^For the roles (\w+) in/,
    "For the role $1 in",
  );
}

const withExample = (schema: Schema, { components }: Shapes, name = "") => ({
  schema,
  example: exampleOf(schema, components, name),
});

/** Path parameters, query parameters, and those that many share. */
function parametersOf({ where, what }: Described, shapes: Shapes) {
  const fieldsOf = (place: "path" | "query", part: typeof what.query) => {
    const { properties = {}, required = [] } = part ? shapes.shapeOf(part) : {};
    return Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: required.includes(name),
      ...withExample(schema, shapes, name),
    }));
  };
  return [
    ...fieldsOf("path", what.params),
    ...fieldsOf("query", what.query),
    ...(where.method === "GET" ? [] : [{ $ref: "#/components/parameters/twiza" }]),
    { $ref: "#/components/parameters/lang" },
  ];
}
