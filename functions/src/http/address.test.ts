import { Hono } from "hono";
import { expect, test } from "vitest";
import { type AddressOf, peerAddress, proxiedAddress, viewerAddress } from "./address.ts";

const seen = async (addressOf: AddressOf, forwarded?: string, env = {}) => {
  const app = new Hono();
  app.get("/", (c) => c.text(addressOf(c)));
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return (await app.request("/", { headers }, env)).text();
};
const socket = { incoming: { socket: { remoteAddress: "10.0.0.7" } } };

test("behind CloudFront it is the address that CloudFront saw, whatever a client wrote before it", async () => {
  expect(await seen(viewerAddress, "196.200.131.104, 130.176.1.1")).toBe("196.200.131.104");
  expect(await seen(viewerAddress, "1.1.1.1, 196.200.131.104, 130.176.1.1")).toBe(
    "196.200.131.104",
  );
  expect(await seen(viewerAddress)).toBe("unknown");
});

test("behind a proxy it is what the proxy saw; without one, the peer, whatever a client wrote", async () => {
  expect(await seen(proxiedAddress, "1.1.1.1, 196.200.131.104", socket)).toBe("196.200.131.104");
  expect(await seen(proxiedAddress, undefined, socket)).toBe("10.0.0.7");
  expect(await seen(peerAddress, "1.1.1.1", socket)).toBe("10.0.0.7");
  expect(await seen(peerAddress)).toBe("unknown");
});
