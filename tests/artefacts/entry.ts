import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { FunctionName } from "@twiza/contract/where";
import { httpManifests } from "@twiza/functions/manifests";
import { routesOf } from "@twiza/infra/functions/routes";
import { bytesOf, httpEvent, HttpReply, type Route } from "./http-event.ts";
import type { Lambda } from "./lambda.ts";
import { listen, type Running } from "./listen.ts";

type Behind = {
  readonly port: number;
  readonly lambdas: ReadonlyMap<FunctionName, Lambda>;
  /** Where public blobs lie in S3, without their key. */
  readonly publicBlobs: string;
};

/** Addresses that the distribution sends to the API; all others are files. */
const TO_API = /^\/(api|auth|verify)\/|^\/health$/;

/** What stands before the functions in the cloud: the distribution's choice by path and the API's by route. */
export function startEntry({ port, lambdas, publicBlobs }: Behind): Promise<Running> {
  return listen(port, async (asked, answer) => {
    const path = asked.url ?? "/";
    if (path.startsWith("/content/")) return passOn(`${publicBlobs}${path}`, answer);
    if (!TO_API.test(path)) return say(answer, 404, "no such file");
    const found = routeTo(asked.method ?? "GET", path.split("?", 1)[0] ?? "");
    const lambda = found && lambdas.get(found.name);
    if (!lambda) return say(answer, 404, '{"message":"Not Found"}');
    const reply = HttpReply.parse(await lambda.invoke(await eventOf(asked, found)));
    answer.writeHead(reply.statusCode, { ...reply.headers, "set-cookie": reply.cookies ?? [] });
    answer.end(bytesOf(reply));
  });
}

async function eventOf(asked: IncomingMessage, route: Route) {
  const headers = Object.fromEntries(
    Object.entries(asked.headers).map(([name, value]) => [name, [value].flat().join(",")]),
  );
  const { method = "GET", url = "/" } = asked;
  return httpEvent({ method, target: url, headers, body: await buffer(asked) }, route);
}

async function passOn(address: string, answer: ServerResponse): Promise<void> {
  const found = await fetch(address);
  answer.writeHead(found.status, { "content-type": found.headers.get("content-type") ?? "" });
  answer.end(Buffer.from(await found.arrayBuffer()));
}

async function say(answer: ServerResponse, status: number, text: string): Promise<void> {
  answer.writeHead(status).end(text);
}

const vagueness = (routeKey: string) =>
  (routeKey.match(/\{/g)?.length ?? 0) + (routeKey.includes("{proxy+}") ? 100 : 0);

/** The routes as infra lays them out; a whole path wins over one with parameters, and that over one that takes the rest. */
const routes = httpManifests
  .flatMap((manifest) => routesOf(manifest).map((routeKey) => ({ routeKey, name: manifest.name })))
  .map(({ routeKey, name }) => {
    const [method = "", path = ""] = routeKey.split(" ");
    const pattern = path
      .replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")
      .replace("{proxy+}", "(?<proxy>.+)");
    return { routeKey, name, method, pattern: new RegExp(`^${pattern}$`) };
  })
  .sort((one, other) => vagueness(one.routeKey) - vagueness(other.routeKey));

function routeTo(method: string, path: string): (Route & { name: FunctionName }) | undefined {
  for (const { routeKey, name, pattern, ...route } of routes) {
    const match = route.method === "ANY" || route.method === method ? pattern.exec(path) : null;
    if (match) return { routeKey, name, pathParameters: { ...match.groups } };
  }
  return undefined;
}
