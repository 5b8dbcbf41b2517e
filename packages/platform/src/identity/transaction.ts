import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { LanguageCode } from "@twiza/contract";
import { Refused, type Clock, type Records } from "@twiza/core";
import * as z from "zod";

/** What must be remembered between leaving for the issuer and coming back. */
const Leaving = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  language: LanguageCode,
  startedAt: z.iso.datetime({ precision: 3 }),
  used: z.boolean(),
});
export type Leaving = z.infer<typeof Leaving>;

const KIND = "signin.transaction";
export const TRANSACTION_SECONDS = 600;

/** Kept under the hash of the cookie, so that reading the table finishes nobody's sign-in. */
const idOf = (transaction: string) => createHash("sha256").update(transaction).digest("base64url");

/** Remembers, and answers the 256-bit secret that goes into the browser's cookie. */
export async function remember(
  deps: { records: Records; clock: Clock },
  leaving: Omit<Leaving, "used" | "startedAt">,
): Promise<string> {
  const transaction = randomBytes(32).toString("base64url");
  const now = deps.clock.now();
  await deps.records.write(
    KIND,
    idOf(transaction),
    { ...leaving, startedAt: now.toISOString(), used: false },
    { expiresAt: expiryOf(now), expected: "absent" },
  );
  return transaction;
}

/**
 * Spends the transaction of this browser, once. A callback with another's `state` is refused before anything is spent, so
 * that a link sent by a stranger cannot end a sign-in that is under way.
 * @throws Refused `sign_in.expired` when unknown, old or spent; `request.forged` when the state is foreign
 */
export async function spend(
  deps: { records: Records },
  returned: { transaction: string; state: string },
): Promise<Leaving> {
  const id = idOf(returned.transaction);
  const found = await deps.records.read(KIND, id);
  if (!found) throw new Refused("sign_in.expired");
  const leaving = Leaving.parse(found.value);
  if (leaving.used) throw new Refused("sign_in.expired");
  if (!equal(leaving.state, returned.state)) throw new Refused("request.forged");
  const outcome = await deps.records.write(
    KIND,
    id,
    { ...leaving, used: true },
    { expiresAt: expiryOf(new Date(leaving.startedAt)), expected: found.revision },
  );
  if (outcome === "stale") throw new Refused("sign_in.expired");
  return leaving;
}

const expiryOf = (start: Date) => new Date(start.getTime() + TRANSACTION_SECONDS * 1000);

const digest = (text: string) => createHash("sha256").update(text).digest();
const equal = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));
