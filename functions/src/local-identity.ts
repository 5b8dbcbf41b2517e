import { join } from "node:path";
import { openIdentity } from "@twiza/platform/identity";
import { loadOrCreateKeys, openIssuer } from "@twiza/platform/issuer";
import { outbox as openOutbox } from "@twiza/platform/messages";
import { openRecords } from "@twiza/storage";
import type { AddressOf } from "./http/address.ts";
import type { LocalHouse } from "./local.ts";

const CLIENT_ID = "twiza-web";

/** Signing in on one machine: our own issuer in this process, its client, and an outbox for the messages it cannot send. */
export async function openLocalIdentity(
  { engine, clock, log, origin }: LocalHouse,
  {
    folder,
    addressOf,
    countries,
  }: { folder: string; addressOf: AddressOf; countries?: readonly string[] | undefined },
) {
  const records = openRecords(engine, clock);
  const outbox = openOutbox(folder, clock);
  const client = { id: CLIENT_ID, redirectUri: `${origin}/auth/callback` };
  const keys = await loadOrCreateKeys(join(folder, "keys"));
  const report = (error: unknown) => {
    log.error("bug", { where: "issuer", error });
  };
  const issuer = openIssuer({
    origin,
    records,
    messenger: outbox,
    clock,
    client,
    keys,
    addressOf,
    report,
    ...(countries && { codes: { countries } }),
  });
  const identity = openIdentity({
    issuerUrl: issuer.issuerUrl,
    clientId: client.id,
    redirectUri: client.redirectUri,
    records,
    clock,
    allowInsecure: origin.startsWith("http:"),
  });
  return { identity, issuer: issuer.app, outbox, records };
}
