import { byStatus, type Described } from "./operations.ts";
import { type Code, wordsOf } from "./refusal-words.ts";
import { refTo, type Schema } from "./schema.ts";

export type Content = { readonly schema: Schema; readonly example: unknown };
type Reference = { readonly $ref: string };
export type Response = {
  readonly description: string;
  readonly headers: Readonly<Record<string, Reference>>;
  readonly content: {
    readonly "application/json"?: Content;
    readonly "application/problem+json"?: {
      readonly schema: Schema;
      readonly examples: Readonly<Record<string, Reference>>;
    };
  };
};

const headers = { "x-request-id": { $ref: "#/components/headers/requestId" } };

/** The reply of an operation under its status, then its refusals, those of one status together, then the bug. */
export function responsesOf(
  { what, codes }: Described,
  content: Content,
): Readonly<Record<string, Response>> {
  const status = what.status ?? 200;
  const all: readonly (readonly [string, Response])[] = [
    [
      String(status),
      {
        description: status === 201 ? "Done, and made" : "Done",
        headers,
        content: { "application/json": content },
      },
    ],
    ...byStatus(codes).map(
      ([refused, group]) => [String(refused), problemResponse(refused, group)] as const,
    ),
    ["500", problemResponse(500, ["internal"])],
  ];
  return Object.fromEntries(all);
}

/** Problem details limited to the codes that can come with a status here. */
function problemResponse(status: number, codes: readonly Code[]): Response {
  return {
    description: codes.map((code) => `\`${code}\`: ${wordsOf(code).title}`).join("\n\n"),
    headers,
    content: {
      "application/problem+json": {
        schema: {
          allOf: [
            { $ref: refTo("Problem") },
            {
              type: "object",
              properties: { status: { const: status }, code: { enum: [...codes] } },
            },
          ],
        },
        examples: Object.fromEntries(
          codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
        ),
      },
    },
  };
}
