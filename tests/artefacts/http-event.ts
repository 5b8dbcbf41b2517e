import { randomUUID } from "node:crypto";
import * as z from "zod";

/** The API's own host, which functions see instead of the site's: CloudFront passes every header but `Host`. */
const API_HOST = "a1b2c3d4e5.execute-api.eu-west-3.amazonaws.com";

/** Only these bodies reach a function as they are; API Gateway wraps all others in base64. */
const PLAIN = /^(text\/|application\/(json|javascript|xml)\b)/;

export type HttpAsked = {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Payload format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export function httpEvent(
  { method, target, headers, body }: HttpAsked,
  { routeKey, pathParameters }: Route,
) {
  const { pathname, search, searchParams } = new URL(target, `https://${API_HOST}`);
  const { cookie, ...others } = headers;
  const isPlain = PLAIN.test(headers["content-type"] ?? "");
  const now = new Date();
  return {
    version: "2.0",
    routeKey,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split(/;\s*/) }),
    headers: {
      ...others,
      host: API_HOST,
      via: "1.1 d111111abcdef8.cloudfront.net (CloudFront)",
      "x-forwarded-for": "196.200.131.104, 130.176.1.1",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    },
    ...(search !== "" && { queryStringParameters: Object.fromEntries(searchParams) }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: "123456789012",
      apiId: API_HOST.split(".", 1)[0],
      domainName: API_HOST,
      domainPrefix: API_HOST.split(".", 1)[0],
      http: {
        method,
        path: pathname,
        protocol: "HTTP/1.1",
        sourceIp: "130.176.1.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && {
      body: Buffer.from(body).toString(isPlain ? "utf8" : "base64"),
    }),
    isBase64Encoded: body.length > 0 && !isPlain,
  };
}

export type Route = {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
};

/** What a function may answer. Anything else API Gateway would turn into a 500. */
export const HttpReply = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});
export type HttpReply = z.infer<typeof HttpReply>;

/** The bytes of a reply's body. */
export const bytesOf = ({ body = "", isBase64Encoded }: HttpReply): Buffer =>
  Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
