import { createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { Contact } from "@twiza/contract";
import { Refused, type Clock, type Messenger, type Records } from "@twiza/core";
import { addressPrefix } from "../limits/address.ts";
import { openBreaker } from "../limits/breaker.ts";
import { take } from "../limits/window.ts";
import { CODE_SECONDS, CODE_TRIES, codeRows, type Ended, type Sent } from "./code-row.ts";
import { plainDigits } from "./contact.ts";
import { AFRICA, isReachable } from "./countries.ts";

export type CodeLimits = {
  readonly perContactDay: number;
  readonly perAddressHour: number;
  /** Calling codes of the countries whose telephones get codes, without the plus. E-mail goes anywhere. */
  readonly countries: readonly string[];
  /** Wrong codes of everybody within two hours at which new codes grow to 8 digits. */
  readonly failuresBeforeLonger: number;
};
export const CODE_LIMITS: CodeLimits = {
  perContactDay: 5,
  perAddressHour: 20,
  countries: AFRICA,
  failuresBeforeLonger: 100,
};

export type CodeDeps = {
  readonly records: Records;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Kept by the issuer; without it the stored hashes of six digits could be tried out. */
  readonly secret: string;
  readonly limits?: Partial<CodeLimits>;
};

export type Checked =
  | { readonly outcome: "right"; readonly contact: Contact }
  | { readonly outcome: "wrong"; readonly left: number }
  | { readonly outcome: Ended };

/** One-time codes: made, sent, tried a counted number of times, spent once. */
export function openCodes(deps: CodeDeps) {
  const { clock } = deps;
  const limits = { ...CODE_LIMITS, ...deps.limits };
  const breaker = openBreaker(deps, {
    kind: "signin.failures",
    threshold: limits.failuresBeforeLonger,
  });
  const rows = codeRows(deps);
  const mac = (...parts: readonly string[]) =>
    createHmac("sha256", deps.secret).update(JSON.stringify(parts)).digest();
  const windowOf = (kind: string, whose: string) => ({
    kind,
    id: mac(kind, whose).toString("base64url"),
  });

  /** The country before all, since it costs nothing to see; then the address: what it may not do must not use up the contact's five. */
  async function allow(contact: Contact, address: string): Promise<void> {
    if (!isReachable(contact, limits.countries)) throw new Refused("contact.country");
    const place = windowOf("signin.address", addressPrefix(address));
    if (!(await take(deps, { ...place, limit: limits.perAddressHour, seconds: 3600 })))
      throw new Refused("busy");
    const person = windowOf("signin.sent", contact);
    if (!(await take(deps, { ...person, limit: limits.perContactDay, seconds: 86_400 })))
      throw new Refused("code.too_many");
  }

  return {
    /**
     * Makes a new code for this interaction (any earlier one of it ends) and sends it.
     * @throws Refused `contact.country` for a telephone of no country on the list, `code.too_many` after 5 a day for the contact, `busy` after 20 an hour from the address
     */
    async send(to: {
      interaction: string;
      contact: Contact;
      address: string;
      message: (code: string) => { subject: string; text: string };
    }): Promise<void> {
      const { interaction, contact } = to;
      await allow(contact, to.address);
      // A guess at eight digits is a hundred times less likely to be right.
      const digits = (await breaker.isTripped()) ? 8 : 6;
      const code = String(randomInt(10 ** digits)).padStart(digits, "0");
      const salt = randomBytes(16).toString("base64url");
      const hash = mac(salt, interaction, code).toString("base64url");
      const expiresAt = clock.now().getTime() + CODE_SECONDS * 1000;
      const sent = { contact, digits, salt, hash, expiresAt, tries: 0, used: false };
      await rows.replace(interaction, sent);
      await deps.messenger.send({ to: contact, ...to.message(code) });
    },

    /** What was sent in this interaction, to show the page again. */
    async sent(interaction: string): Promise<Pick<Sent, "contact" | "digits"> | undefined> {
      return rows.read(interaction);
    },

    /** One try. It is counted before the code is looked at, so that parallel guesses cannot share a count. */
    async check(interaction: string, guess: string): Promise<Checked> {
      const code = plainDigits(guess).replace(/[^0-9]/g, "");
      const counted = await rows.change(interaction, (sent) => {
        if (sent.used || sent.expiresAt <= clock.now().getTime()) return "expired";
        if (sent.tries >= CODE_TRIES) return "locked";
        if (code.length !== sent.digits) return "malformed";
        return { ...sent, tries: sent.tries + 1 };
      });
      if (typeof counted === "string") return { outcome: counted };
      const right = Buffer.from(counted.hash, "base64url");
      if (!timingSafeEqual(mac(counted.salt, interaction, code), right)) {
        await breaker.failed();
        return { outcome: "wrong", left: CODE_TRIES - counted.tries };
      }
      const spent = await rows.change(interaction, (sent) =>
        // Another request spent it, or asked for a new one, in between.
        sent.used || sent.salt !== counted.salt ? "expired" : { ...sent, used: true },
      );
      if (typeof spent === "string") return { outcome: spent };
      return { outcome: "right", contact: spent.contact };
    },
  };
}
export type Codes = ReturnType<typeof openCodes>;
