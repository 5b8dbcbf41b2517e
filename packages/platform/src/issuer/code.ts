import { createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { Contact, type Contact as ContactText } from "@twiza/contract";
import { Refused, type Clock, type Messenger, type Records } from "@twiza/core";
import * as z from "zod";
import { addressPrefix } from "./address.ts";
import { openBreaker } from "./breaker.ts";
import { plainDigits } from "./contact.ts";
import { take } from "./window.ts";

export const CODE_SECONDS = 300;
export const CODE_TRIES = 5;

export type CodeLimits = {
  readonly perContactDay: number;
  readonly perAddressHour: number;
  /** Wrong codes of everybody within two hours at which new codes grow to 8 digits. */
  readonly failuresBeforeLonger: number;
};
export const CODE_LIMITS: CodeLimits = {
  perContactDay: 5,
  perAddressHour: 20,
  failuresBeforeLonger: 100,
};

/** The code that was sent within one interaction. The code itself is nowhere: only its HMAC. */
const Sent = z.strictObject({
  contact: Contact,
  digits: z.int(),
  salt: z.string(),
  hash: z.string(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  tries: z.int(),
  used: z.boolean(),
});
type Sent = z.infer<typeof Sent>;

export type Checked =
  | { readonly outcome: "right"; readonly contact: ContactText }
  | { readonly outcome: "wrong"; readonly left: number }
  | { readonly outcome: "malformed" | "expired" | "locked" };

export type CodeDeps = {
  readonly records: Records;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Kept by the issuer; without it the stored hashes of six digits could be tried out. */
  readonly secret: string;
  readonly limits?: Partial<CodeLimits>;
};

const KIND = "signin.code";

/** One-time codes: made, sent, tried a counted number of times, spent once. */
export function openCodes(deps: CodeDeps) {
  const { records, clock, secret } = deps;
  const limits = { ...CODE_LIMITS, ...deps.limits };
  const breaker = openBreaker(deps, limits.failuresBeforeLonger);
  const mac = (...parts: readonly string[]) =>
    createHmac("sha256", secret).update(JSON.stringify(parts)).digest();

  async function load(interaction: string) {
    const found = await records.read(KIND, interaction);
    return found && { sent: Sent.parse(found.value), revision: found.revision };
  }

  /** Writes what follows from the row as it is now, again if another was first; `next` answers a row, or an end. */
  async function change<End>(interaction: string, next: (sent: Sent | undefined) => Sent | End) {
    // Others can be first at most once for each try, use and new code.
    for (let attempt = 0; attempt < 4 * CODE_TRIES; attempt++) {
      const found = await load(interaction);
      const result = next(found?.sent);
      const row = Sent.safeParse(result);
      if (!found || !row.success) return result;
      const options = { expiresAt: rowExpiry(clock), expected: found.revision };
      if ((await records.write(KIND, interaction, row.data, options)) === "written")
        return row.data;
    }
    throw new Refused("busy");
  }

  return {
    /**
     * Makes a new code for this interaction (any earlier one of it ends) and sends it.
     * @throws Refused `code.too_many` after 5 a day for the contact, `busy` after 20 an hour from the address
     */
    async send(to: {
      interaction: string;
      contact: ContactText;
      address: string;
      message: (code: string) => { subject: string; text: string };
    }): Promise<void> {
      await allow({ kind: "signin.address", of: addressPrefix(to.address), seconds: 3600 });
      await allow({ kind: "signin.sent", of: to.contact, seconds: 86_400 });
      const digits = await breaker.digits();
      const code = String(randomInt(10 ** digits)).padStart(digits, "0");
      const salt = randomBytes(16).toString("base64url");
      const hash = mac(salt, to.interaction, code).toString("base64url");
      const expiresAt = clock.now().getTime() + CODE_SECONDS * 1000;
      const sent: Sent = {
        contact: to.contact,
        digits,
        salt,
        hash,
        expiresAt,
        tries: 0,
        used: false,
      };
      await records.write(KIND, to.interaction, sent, {
        expiresAt: rowExpiry(clock),
        expected: "any",
      });
      await deps.messenger.send({ to: to.contact, ...to.message(code) });
    },

    /** What was sent in this interaction, to show the page again. */
    async sent(interaction: string): Promise<Pick<Sent, "contact" | "digits"> | undefined> {
      return (await load(interaction))?.sent;
    },

    /** One try. It is counted before the code is looked at, so that parallel guesses cannot share a count. */
    async check(interaction: string, guess: string): Promise<Checked> {
      const code = plainDigits(guess).replace(/[^0-9]/g, "");
      const counted = await change<EndOfTry>(interaction, (sent) => {
        if (!sent || sent.used || sent.expiresAt <= clock.now().getTime()) return "expired";
        if (sent.tries >= CODE_TRIES) return "locked";
        if (code.length !== sent.digits) return "malformed";
        return { ...sent, tries: sent.tries + 1 };
      });
      if (counted === undefined || typeof counted === "string")
        return { outcome: counted ?? "expired" };
      const right = Buffer.from(counted.hash, "base64url");
      if (!timingSafeEqual(mac(counted.salt, interaction, code), right)) {
        await breaker.failed();
        return { outcome: "wrong", left: CODE_TRIES - counted.tries };
      }
      const spent = await change<EndOfTry>(interaction, (sent) =>
        // Another request spent it, or asked for a new one, in between.
        !sent || sent.used || sent.salt !== counted.salt ? "expired" : { ...sent, used: true },
      );
      if (spent === undefined || typeof spent === "string") return { outcome: "expired" };
      return { outcome: "right", contact: spent.contact };
    },
  };

  async function allow(limit: {
    kind: "signin.address" | "signin.sent";
    of: string;
    seconds: number;
  }) {
    const perAddress = limit.kind === "signin.address";
    const taken = await take(deps, {
      kind: limit.kind,
      id: mac(limit.kind, limit.of).toString("base64url"),
      limit: perAddress ? limits.perAddressHour : limits.perContactDay,
      seconds: limit.seconds,
    });
    if (!taken) throw new Refused(perAddress ? "busy" : "code.too_many");
  }
}

type EndOfTry = "expired" | "locked" | "malformed";
export type Codes = ReturnType<typeof openCodes>;

/** The row outlives its code a little, so that the page can say "too old" instead of "unknown". */
const rowExpiry = (clock: Clock) => new Date(clock.now().getTime() + 4 * CODE_SECONDS * 1000);
