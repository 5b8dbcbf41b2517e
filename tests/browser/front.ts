import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { House } from "../house/house.ts";

/** One answer as it went over the wire: its body's bytes, compressed as they came. */
export type Passed = {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly bytes: number;
};
/** What happens to an answer instead: another status without asking the house, a changed body, or it is lost or late on its way. */
export type Meddling =
  | { readonly status: number }
  | { readonly change: (body: string) => string }
  | { readonly lost: true }
  | { readonly lateBy: number };

/**
 * A door before the house that sees all that goes over the wire, a service worker's own requests among it, and that can fail as
 * servers do.
 */
export async function openFront(house: Pick<House, "origin">) {
  const behind = new URL(house.origin);
  const passed: Passed[] = [];
  const meddlings = new Map<string, Meddling>();
  const server = createServer((asked, answer) => {
    const path = (asked.url ?? "/").split("?")[0] ?? "/";
    const meddling = meddlings.get(path);
    const note = (status: number, type: string, bytes: number) =>
      passed.push({ path, status, type, bytes });
    if (meddling && "status" in meddling) {
      note(meddling.status, "", 0);
      answer.writeHead(meddling.status, { "cache-control": "no-store" }).end();
    } else pass(asked, answer, { behind, front: origin, meddling, note });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  // A server that listens on a port has an address with one.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    /** All that has passed since the last look, in order. */
    look: (): readonly Passed[] => passed.splice(0),
    meddle: (path: string, how: Meddling) => meddlings.set(path, how),
    leaveAlone: () => meddlings.clear(),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type Front = Awaited<ReturnType<typeof openFront>>;

type Way = {
  readonly behind: URL;
  readonly front: string;
  readonly meddling: Exclude<Meddling, { status: number }> | undefined;
  readonly note: (status: number, type: string, bytes: number) => void;
};

function pass(
  asked: IncomingMessage,
  answer: ServerResponse,
  { behind, front, meddling, note }: Way,
): void {
  const headers = { ...asked.headers, host: behind.host };
  if (headers.origin) headers.origin = behind.origin;
  const change = meddling && "change" in meddling ? meddling.change : undefined;
  if (change) {
    headers["accept-encoding"] = "identity";
    delete headers["if-modified-since"];
    delete headers["if-none-match"];
  }
  const { hostname, port } = behind;
  const options = { hostname, port, path: asked.url, method: asked.method, headers };
  const onward = request(options, (reply) => {
    const status = reply.statusCode ?? 502;
    const said = { ...reply.headers };
    if (said.location) said.location = said.location.replace(behind.origin, front);
    // A changed body is another file than the one of that length and date.
    if (change) {
      delete said["content-length"];
      delete said["last-modified"];
    }
    if (!meddling) answer.writeHead(status, said);
    const chunks: Buffer[] = [];
    let bytes = 0;
    reply.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (meddling) chunks.push(chunk);
      else answer.write(chunk);
    });
    reply.on("end", () => {
      note(status, reply.headers["content-type"] ?? "", bytes);
      const body = Buffer.concat(chunks);
      if (!meddling) answer.end();
      else if ("lost" in meddling) answer.destroy();
      else if ("lateBy" in meddling)
        setTimeout(() => answer.writeHead(status, said).end(body), meddling.lateBy);
      else answer.writeHead(status, said).end(meddling.change(body.toString()));
    });
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}
