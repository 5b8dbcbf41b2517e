import { createServer, type Server } from "node:http";

/** An issuer that answers what a test tells it to: discovery, keys and a token endpoint, on 127.0.0.1. */
export async function hostileIssuer(says: {
  keys: () => readonly object[];
  /** The reply of the token endpoint: status and body. */
  token: () => Promise<{ status: number; body: unknown }>;
  algorithms: readonly string[];
}): Promise<{ url: string; discoveries: () => number; server: Server }> {
  let discoveries = 0;
  const server = createServer((request, response) => {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.url === "/.well-known/openid-configuration") {
      discoveries += 1;
      send(200, document());
    } else if (request.url === "/jwks") {
      send(200, { keys: says.keys() });
    } else {
      void says.token().then(({ status, body }) => {
        send(status, body);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const document = () => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    id_token_signing_alg_values_supported: says.algorithms,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
  });
  return { url, discoveries: () => discoveries, server };
}
