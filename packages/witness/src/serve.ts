import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { verifierText } from "@twiza/log";
import type { Answer, Witness } from "./witness.ts";

const MOST_BYTES = 64 * 1024;
const SECONDS = 10;

/**
 * `POST /add-checkpoint` for logs; `GET /` tells the witness's key, and `GET /seen/<origin>` what it saw last of a log, signed, so that
 * anybody can compare.
 */
export function serve(witness: Witness, port: number): Promise<Server> {
  const server = createServer((asked, answer) => {
    answerTo(witness, asked).then(
      (reply) => say(answer, reply),
      () => say(answer, { status: 500, text: "something is wrong here\n" }),
    );
  });
  server.requestTimeout = SECONDS * 1000;
  server.headersTimeout = SECONDS * 1000;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => resolve(server));
  });
}

async function answerTo(witness: Witness, asked: IncomingMessage): Promise<Answer> {
  const { method, url = "/" } = asked;
  if (method === "POST" && url === "/add-checkpoint") {
    const body = await bodyOf(asked);
    return body === undefined ? { status: 413, text: "too long\n" } : witness.addCheckpoint(body);
  }
  if (method !== "GET") return { status: 405, text: "not here\n" };
  if (url === "/") return { status: 200, text: `${verifierText(witness.verifier)}\n` };
  const seen = url.startsWith("/seen/") ? witness.seen(originIn(url)) : undefined;
  return seen ? { status: 200, text: seen.note } : { status: 404, text: "nothing seen\n" };
}

function originIn(url: string): string {
  try {
    return decodeURIComponent(url.slice("/seen/".length));
  } catch {
    return "";
  }
}

async function bodyOf(asked: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of asked as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function say(answer: ServerResponse, { status, text, type }: Answer): void {
  answer
    .writeHead(status, {
      "content-type": type ?? "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
    })
    .end(text);
}
