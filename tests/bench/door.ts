import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/run.ts";

/** What HTTP/2 has no word for (RFC 9113 §8.2.2). */
const OF_ONE_CONNECTION = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade"]);

/**
 * A door before the house that speaks HTTP/2, as CloudFront does: all at once over one connection. The house itself speaks HTTP/1.1,
 * over which a browser asks for six things at a time, and each further six would count as one more way to and fro.
 */
export async function openDoor(house: { readonly origin: string }) {
  const behind = new URL(house.origin);
  const server = createSecureServer(await selfSigned(), (asked, answer) => {
    pass(asked, answer, behind);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  // A server that listens on a port has an address with one.
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => server.close() };
}

function pass(asked: Http2ServerRequest, answer: Http2ServerResponse, behind: URL): void {
  const headers = Object.entries(asked.headers).filter(([name]) => !name.startsWith(":"));
  const onward = request(
    new URL(asked.url, behind),
    { method: asked.method, headers: { ...Object.fromEntries(headers), host: behind.host } },
    (reply) => {
      const told = Object.entries(reply.headers).filter(([name]) => !OF_ONE_CONNECTION.has(name));
      answer.writeHead(reply.statusCode ?? 502, Object.fromEntries(told));
      reply.pipe(answer);
    },
  );
  onward.on("error", () => answer.stream.close());
  asked.pipe(onward);
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
