import { scrypt, timingSafeEqual } from "node:crypto";
import type { Clock, Pins, Records } from "@twiza/core";
import { giveBack, lastTaken, take, type Window } from "../limits/window.ts";

/**
 * A tenth of a second and 16 MiB for each hash. Ten thousand PINs of four digits are tried in a quarter of an hour even so: that nobody
 * guesses rests on `LIMIT`, and this on nobody reading them in passing.
 */
const COST = { N: 16_384, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const BYTES = 32;

/** Wrong PINs of one person within a day; then none is looked at. */
const LIMIT = { limit: 5, seconds: 86_400 } as const;

/** Right ones that come at once hold a place each for a moment: who comes then waits a little, before she is told that she is locked out. */
const TURNS = { most: 12, milliseconds: 100, fresh: 5000 } as const;

type Deps = { readonly records: Records; readonly clock: Clock };

async function takeInTurn(deps: Deps, window: Window): Promise<boolean> {
  for (let turn = 0; turn < TURNS.most; turn += 1) {
    if (await take(deps, window)) return true;
    const age = deps.clock.now().getTime() - ((await lastTaken(deps, window)) ?? 0);
    if (age > TURNS.fresh) return false;
    await new Promise((resolve) => setTimeout(resolve, TURNS.milliseconds));
  }
  return false;
}

const hashOf = (pin: string, salt: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, BYTES, COST, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });

/** PINs by scrypt (RFC 7914), their tries counted among the records. */
export const openPins = (deps: Deps): Pins => ({
  hash: async (pin, salt) => (await hashOf(pin, salt)).toString("base64url"),
  async check(whose, pin, kept) {
    const window = { kind: "pin.tries", id: whose, ...LIMIT };
    if (!(await takeInTurn(deps, window))) return "locked";
    const expected = Buffer.from(kept.hash, "base64url");
    const hash = await hashOf(pin, kept.salt);
    if (expected.length !== hash.length || !timingSafeEqual(hash, expected)) return "wrong";
    await giveBack(deps, window);
    return "right";
  },
});
