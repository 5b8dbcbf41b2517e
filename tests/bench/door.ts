import { createHash, X509Certificate } from "node:crypto";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/run.ts";
import { type Line, outgoing, urgencyOf } from "./line.ts";

/** What HTTP/2 has no word for (RFC 9113 §8.2.2). */
const OF_ONE_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade"]);

/** By whom a browser is let in whose certificate nobody has vouched for: the flag that it wants for that. */
const flagFor = (cert: string): string => {
  const key = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return `--ignore-certificate-errors-spki-list=${createHash("sha256").update(key).digest("base64")}`;
};

/**
 * A door before the house that speaks HTTP/2 over a slow line, as CloudFront does: all at once over one connection, the most urgent
 * first. The house itself speaks HTTP/1.1, over which a browser asks for six things at a time, and each further six would count as one
 * more way to and fro. Its certificate is one that the browser takes by its flag: without a fault, else it would keep nothing.
 */
export async function openDoor(house: { readonly origin: string }, line: Line) {
  const behind = new URL(house.origin);
  const pair = await selfSigned();
  const server = createSecureServer(pair);
  const send = outgoing(line);
  const known = new WeakSet<object>();
  server.on("request", (asked, answer) => {
    const { session } = answer.stream;
    const isKnown = session !== undefined && known.has(session);
    if (session) known.add(session);
    // A connection is open after a way for TCP and one for TLS 1.3, which take no time inside one computer.
    setTimeout(() => pass(asked, answer, { behind, send }), line.rttMs * (isKnown ? 1 : 3));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  // A server that listens on a port has an address with one.
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, flag: flagFor(pair.cert), close: () => server.close() };
}

type Onward = { readonly behind: URL; readonly send: ReturnType<typeof outgoing> };

function pass(asked: Http2ServerRequest, answer: Http2ServerResponse, onward: Onward): void {
  const { behind, send } = onward;
  const turn = {
    urgency: urgencyOf(String(asked.headers["priority"] ?? "")),
    order: asked.stream.id ?? 0,
  };
  const headers = Object.entries(asked.headers).filter(([name]) => !name.startsWith(":"));
  const further = request(
    new URL(asked.url, behind),
    { method: asked.method, headers: { ...Object.fromEntries(headers), host: behind.host } },
    (reply) => {
      const told = Object.entries(reply.headers).filter(([name]) => !OF_ONE_CONNECTION.has(name));
      answer.writeHead(reply.statusCode ?? 502, Object.fromEntries(told));
      reply.on("data", (chunk: Buffer) => send(turn, chunk, (packet) => void answer.write(packet)));
      reply.on("end", () => send(turn, Buffer.alloc(0), () => void answer.end()));
    },
  );
  further.on("error", () => answer.stream.close());
  asked.pipe(further);
}

/** A key and a certificate of this moment, which only a browser takes that was told to. */
async function selfSigned(): Promise<{ key: string; cert: string }> {
  const folder = mkdtempSync(join(tmpdir(), "twiza-door-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  try {
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const files = ["-keyout", key, "-out", cert];
    const { code, output } = await run("openssl", ["req", "-x509", ...curve, ...names, ...files]);
    if (code !== 0) throw new Error(`openssl makes no certificate: ${output}`);
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
