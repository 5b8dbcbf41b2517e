import { openIdentity } from "@twiza/platform/identity";
import { openRecords } from "@twiza/storage";
import { openFunction, toHandler } from "../lambda.ts";
import { people } from "./manifest.ts";
import { peopleApp } from "./routes.ts";

const opened = openFunction(people);
const issuerUrl = opened.environment.TWIZA_ISSUER_URL ?? "";
const identity = openIdentity({
  issuerUrl,
  clientId: opened.environment.TWIZA_CLIENT_ID ?? "",
  redirectUri: `${opened.origin}/auth/callback`,
  records: openRecords(opened.engine, opened.clock),
  clock: opened.clock,
  // An issuer on this very computer may go without TLS; any other address must have it.
  allowInsecure: new URL(issuerUrl).hostname === "127.0.0.1",
});

export const handler = toHandler(peopleApp({ ...opened, identity }));
