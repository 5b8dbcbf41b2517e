import { openIdentity } from "@twiza/platform/identity";
import { openGuesses } from "@twiza/platform/limits";
import { openPins } from "@twiza/platform/pins";
import { openRecords } from "@twiza/storage";
import { viewerAddress } from "../http/address.ts";
import { openFunction, toHandler } from "../lambda.ts";
import { people } from "./manifest.ts";
import { peopleApp } from "./routes.ts";

const opened = openFunction(people);
const issuerUrl = opened.environment.TWIZA_ISSUER_URL ?? "";
const records = openRecords(opened.engine, opened.clock);
const identity = openIdentity({
  issuerUrl,
  clientId: opened.environment.TWIZA_CLIENT_ID ?? "",
  redirectUri: `${opened.origin}/auth/callback`,
  records,
  clock: opened.clock,
  // An issuer on this very computer may go without TLS; any other address must have it.
  allowInsecure: new URL(issuerUrl).hostname === "127.0.0.1",
});

const guesses = openGuesses({ records, clock: opened.clock });
const pins = openPins({ records, clock: opened.clock });

export const handler = toHandler(
  peopleApp({ ...opened, identity, guesses, pins, addressOf: viewerAddress }),
);
