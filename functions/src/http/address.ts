import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Whose wish it is, for limits by network. */
export type AddressOf = (c: Context) => string;

const forwarded = (c: Context): string[] =>
  (c.req.header("x-forwarded-for") ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);

/**
 * Behind CloudFront and API Gateway: the first appends who asked it, the second the first's own address. What stands before
 * these two anybody may have written.
 */
export const viewerAddress: AddressOf = (c) => {
  const all = forwarded(c);
  return all.at(-2) ?? all.at(-1) ?? "unknown";
};

/** Behind one proxy of one's own, which appends who asked it. */
export const proxiedAddress: AddressOf = (c) => forwarded(c).at(-1) ?? peerAddress(c);

/** Without anything in between: the peer of the socket. */
export const peerAddress: AddressOf = (c) => {
  // A request that came by no socket, as in a test, has none of the server's bindings.
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress ?? "unknown";
};
