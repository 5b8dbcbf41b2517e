import { cpSync } from "node:fs";
import { createServer } from "node:net";
import { type OperationName, operations, type Problem, type Whats } from "@twiza/contract";
import { type Clock, found, openSession } from "@twiza/core";
import { openServer } from "@twiza/functions/server";
import { outbox as openOutbox } from "@twiza/platform/messages";
import type { Engine } from "@twiza/storage";
import type * as z from "zod";
import { newFolder, removeFolder } from "./folder.ts";
import { ISSUES_AT, seededFolder } from "./seeded.ts";

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  });

type Part<N extends OperationName, K extends string> = K extends keyof Whats[N]
  ? Whats[N][K] extends z.ZodType
    ? Record<K, z.input<Whats[N][K]>>
    : unknown
  : unknown;
export type Asked<N extends OperationName> = Part<N, "params"> &
  Partial<Part<N, "query">> &
  Part<N, "body">;
export type Answered<N extends OperationName> = z.output<Whats[N]["reply"]>;

/** Somebody at the door: each call is a real request to the real apps, with her cookie. */
export type Visitor = {
  /** The reply of an operation that must succeed. @throws Error naming the refusal */
  do<N extends OperationName>(name: N, asked: Asked<N>): Promise<Answered<N>>;
  /** The code with which an operation is refused. @throws Error when it is not */
  refused<N extends OperationName>(name: N, asked: Asked<N>): Promise<Problem["code"]>;
  /** A plain request. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

/** How far a clock may have gone on since the seed, in milliseconds. */
const HOUR = 3_600_000;

type Furnishing = {
  readonly seeded?: boolean;
  readonly observe?: (engine: Engine) => Engine;
  /** Moved by hand, where weeks must pass. */
  readonly clock?: Clock;
};

/** The folder to copy, unless this clock shows another day, or stands before the folder was made: then the seed happens by it. */
async function copiedFor(clock: Clock | undefined): Promise<string | undefined> {
  const { folder, madeAt } = await seededFolder();
  const since = (clock?.now().getTime() ?? Date.now()) - madeAt;
  return clock && (since < 0 || since > HOUR) ? undefined : folder;
}

/** All of Twiza over an empty folder of its own, in this process. */
export async function openHouse({ seeded = true, observe, clock }: Furnishing = {}) {
  const folder = newFolder();
  const copied = seeded ? await copiedFor(clock) : undefined;
  if (copied) cpSync(copied, folder, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const lines: string[] = [];
  const server = await openServer({
    folder,
    site: "web/build",
    port,
    // Houses are copies of one that had another port.
    issuesAt: ISSUES_AT,
    ...(observe ? { observe } : {}),
    ...(clock ? { clock } : {}),
    write: (line) => lines.push(line),
  });
  if (seeded && !copied) await server.seed();
  await server.listen();
  const visitor = (cookie?: string): Visitor => {
    const fetch = async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      if (cookie) headers.set("cookie", `twiza=${cookie}`);
      return server.app.request(`${origin}${path}`, { ...init, headers });
    };
    const ask = async <N extends OperationName>(name: N, asked: Asked<N>) => {
      const response = await fetch(pathOf(name, asked), requestOf(name, asked));
      // The reply passed through the operation's own schema on its way out; the tests lean on that and check it elsewhere.
      const body = (await response.json()) as Answered<N> & Problem;
      return { status: response.status, body };
    };
    return {
      fetch,
      do: async (name, asked) => {
        const { status, body } = await ask(name, asked);
        if (status >= 400) throw new Error(`${name} was refused: ${JSON.stringify(body)}`);
        return body;
      },
      refused: async (name, asked) => {
        const { status, body } = await ask(name, asked);
        if (status < 400) throw new Error(`${name} was not refused: ${JSON.stringify(body)}`);
        return body.code;
      },
    };
  };
  return {
    server,
    folder,
    /** What was logged, one JSON line each. */
    lines,
    origin,
    outbox: () => openOutbox(folder).list(1),
    anyone: visitor(),
    withCookie: visitor,
    /** A person of the seed, on a device of her own. */
    as: async (contact: string): Promise<Visitor> => {
      const accountId = found(await server.deps.store.people.byContact(contact));
      const { cookie } = await openSession(server.deps, { accountId, device: "test" });
      return visitor(cookie);
    },
    close: async () => {
      await server.close();
      removeFolder(folder);
    },
  };
}
export type House = Awaited<ReturnType<typeof openHouse>>;

type Loose = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };

/** The path of an operation with its parameters filled in. */
export function pathOf(name: OperationName, asked: Loose): string {
  const path = operations[name].path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(asked.params?.[key] ?? ""),
  );
  const query = new URLSearchParams(asked.query).toString();
  return query ? `${path}?${query}` : path;
}

/** The request of an operation as the app's own client makes it. */
export function requestOf(name: OperationName, asked: Loose): RequestInit {
  const headers = { "x-twiza": "1", "accept-language": "en", "content-type": "application/json" };
  const body = asked.body === undefined ? {} : { body: JSON.stringify(asked.body) };
  return { method: operations[name].method, headers, ...body };
}

/** A fresh intent id, as the app's client makes it. */
export const newIntent = (): string => {
  const hex = Date.now().toString(16).padStart(12, "0");
  const random = crypto.randomUUID();
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${random.slice(15)}`;
};
