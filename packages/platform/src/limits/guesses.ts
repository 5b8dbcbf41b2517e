import { createHash } from "node:crypto";
import { Refused, type Clock, type Records } from "@twiza/core";
import { addressPrefix } from "./address.ts";
import { openBreaker } from "./breaker.ts";
import { giveBack, take } from "./window.ts";

export type GuessLimits = {
  /** Wrong codes from one network within an hour. */
  readonly perAddressHour: number;
  /** Wrong codes of everybody within two hours, above which typing waits. */
  readonly everybody: number;
};
/** A class of forty behind one hotspot mistypes now and then; a machine that guesses does so at once. */
const LIMITS: GuessLimits = { perAddressHour: 20, everybody: 1000 };

/**
 * Codes that people type, counted: a place is taken before the code is looked at, so that parallel guesses cannot share a
 * count, and given back when the code was not wrong.
 */
export function openGuesses(
  deps: { records: Records; clock: Clock },
  { perAddressHour, everybody }: GuessLimits = LIMITS,
) {
  const breaker = openBreaker(deps, { kind: "guess.failures", threshold: everybody });
  return {
    /**
     * Does what a typed code asks.
     * @param isWrong whether a refusal means that there is no such code
     * @throws Refused `guess.too_many` without looking at the code; else what `act` throws
     */
    async attempt<T>(
      address: string,
      act: () => Promise<T>,
      isWrong: (code: Refused["code"]) => boolean,
    ): Promise<T> {
      const window = {
        kind: "guess.address",
        id: createHash("sha256").update(addressPrefix(address)).digest("base64url"),
        limit: perAddressHour,
        seconds: 3600,
      };
      if ((await breaker.isTripped()) || !(await take(deps, window)))
        throw new Refused("guess.too_many");
      try {
        const done = await act();
        await giveBack(deps, window);
        return done;
      } catch (error) {
        if (error instanceof Refused && isWrong(error.code)) await breaker.failed();
        else await giveBack(deps, window);
        throw error;
      }
    },
  };
}
export type Guesses = ReturnType<typeof openGuesses>;
