import type { OperationName, Problem } from "@twiza/contract";
import { type Answered, type Asked, pathOf, requestOf } from "../house/house.ts";

type Cookie = { readonly value: string; readonly path: string };

/** A redirect that leads on; everything else is a page to stop at. */
const LEADS_ON = new Set([301, 302, 303, 307, 308]);
const MOST_STEPS = 12;

/** As much of a browser as one person needs: cookies by host and path, redirects, and where a request comes from. */
export function openBrowser({ origin, entry }: { origin: string; entry: string }) {
  const jars = new Map<string, Map<string, Cookie>>();
  const jarOf = (url: URL) => {
    const jar = jars.get(url.origin) ?? new Map<string, Cookie>();
    jars.set(url.origin, jar);
    return jar;
  };

  /** One step. The site's own name leads to the entry, as DNS would have it. */
  async function step(url: URL, init: RequestInit = {}): Promise<Response> {
    const address = url.origin === origin ? `${entry}${url.pathname}${url.search}` : url.href;
    const headers = new Headers({ "accept-language": "en", "user-agent": "Firefox" });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const sent = [...jarOf(url)].filter(([, { path }]) => isUnder(url.pathname, path));
    if (sent.length > 0) headers.set("cookie", sent.map(([n, c]) => `${n}=${c.value}`).join("; "));
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) keep(jarOf(url), line);
    return response;
  }

  /** Goes to an address and on, wherever it leads. */
  async function visit(address: string, init: RequestInit = {}): Promise<Visited> {
    let url = new URL(address, origin);
    let response = await step(url, init);
    for (let steps = 0; LEADS_ON.has(response.status); steps++) {
      if (steps > MOST_STEPS) throw new Error(`Led in circles, at last to ${url.href}.`);
      const next = new URL(response.headers.get("location") ?? "", url);
      const from = next.origin === url.origin ? "same-origin" : "cross-site";
      url = next;
      response = await step(url, { headers: { "sec-fetch-site": from } });
    }
    return { url, status: response.status, headers: response.headers, text: await response.text() };
  }

  /** Fills in the only field of a page's first form and sends it. */
  async function submit({ url, text }: Visited, field: Record<string, string>): Promise<Visited> {
    const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    if (action === undefined) throw new Error(`No form at ${url.href}: ${text}`);
    const headers = { "sec-fetch-site": "same-origin" };
    return visit(new URL(action, url).href, {
      method: "POST",
      body: new URLSearchParams(field),
      headers,
    });
  }

  async function ask<N extends OperationName>(name: N, asked: Asked<N>) {
    const { headers, ...init } = requestOf(name, asked);
    const all = new Headers(headers);
    all.set("sec-fetch-site", "same-origin");
    const response = await step(new URL(pathOf(name, asked), origin), { ...init, headers: all });
    // The reply passed through the operation's own schema on its way out of the function.
    const body = (await response.json()) as Answered<N> & Problem;
    return { status: response.status, body };
  }

  return {
    visit,
    submit,
    cookies: () => [...jarOf(new URL(origin)).keys()],
    cookie: (name: string) => jarOf(new URL(origin)).get(name)?.value ?? "",
    /** One step without following, to look at what it says. */
    step: (path: string, init?: RequestInit) => step(new URL(path, origin), init),
    /** The reply of an operation that must succeed. @throws Error naming the refusal */
    do: async <N extends OperationName>(name: N, asked: Asked<N>): Promise<Answered<N>> => {
      const { status, body } = await ask(name, asked);
      if (status >= 400) throw new Error(`${name} was refused: ${JSON.stringify(body)}`);
      return body;
    },
    /** The code with which an operation is refused. @throws Error when it is not */
    refused: async <N extends OperationName>(
      name: N,
      asked: Asked<N>,
    ): Promise<Problem["code"]> => {
      const { status, body } = await ask(name, asked);
      if (status < 400) throw new Error(`${name} was not refused: ${JSON.stringify(body)}`);
      return body.code;
    },
  };
}
export type Browser = ReturnType<typeof openBrowser>;

export type Visited = {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

const isUnder = (pathname: string, path: string) =>
  pathname === path || pathname.startsWith(path.replace(/\/?$/, "/"));

function keep(jar: Map<string, Cookie>, line: string): void {
  const [pair = "", ...attributes] = line.split(/;\s*/);
  const [name = "", ...rest] = pair.split("=");
  const path = attributes.find((it) => /^path=/i.test(it))?.slice(5) ?? "/";
  if (name.startsWith("__Host-") && !isHostBound(attributes, path))
    throw new Error(`A browser refuses this cookie: ${line}`);
  if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, { value: rest.join("="), path });
}

/** RFC 6265bis §4.1.3.2: Secure, for the whole host, and for no other. */
const isHostBound = (attributes: readonly string[], path: string) =>
  path === "/" &&
  attributes.some((it) => /^secure$/i.test(it)) &&
  !attributes.some((it) => /^domain=/i.test(it));
