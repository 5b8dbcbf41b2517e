import { join } from "node:path";
import { serve } from "@hono/node-server";
import type { Clock } from "@twiza/core";
import { createKeys, openIssuer } from "@twiza/platform/issuer";
import { outbox as openOutbox } from "@twiza/platform/messages";
import { openRecords } from "@twiza/storage";
import { openSqlite } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import { Hono } from "hono";
import type { Running } from "./listen.ts";

const clock: Clock = { now: () => new Date() };

/** An issuer somewhere else, as Cognito is: a server, a store and an outbox of its own, known to the functions by address alone. */
export async function startIssuer(
  port: number,
  { folder, client }: { folder: string; client: { id: string; redirectUri: string } },
): Promise<Running & { issuerUrl: string; codeFor(contact: string): Promise<string> }> {
  const origin = `http://127.0.0.1:${String(port)}`;
  const engine = openSqlite({ file: join(folder, "issuer.sqlite"), tables: tableList });
  const outbox = openOutbox(folder, clock);
  const { app, issuerUrl } = openIssuer({
    origin,
    records: openRecords(engine, clock),
    messenger: outbox,
    clock,
    client,
    keys: await createKeys(),
  });
  const { fetch } = new Hono().route("/oidc", app);
  const server = serve({ fetch, port, hostname: "127.0.0.1" });
  return {
    address: origin,
    issuerUrl,
    codeFor: async (contact) => {
      const message = (await outbox.list()).find(({ to }) => to === contact);
      const code = /\d{6,8}/.exec(message?.text ?? "")?.[0];
      if (code === undefined) throw new Error(`No code was sent to ${contact}.`);
      return code;
    },
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}
