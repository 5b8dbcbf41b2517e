import { createHmac } from "node:crypto";
import { Contact, LanguageCode } from "@twiza/contract";
import type { Clock, Records } from "@twiza/core";
import type { Account } from "oidc-provider";
import * as z from "zod";

const Known = z.strictObject({ contact: Contact, language: LanguageCode });
export type Known = z.infer<typeof Known>;

const KIND = "signin.account";

/**
 * Who is signing in, for as long as a sign-in takes. The issuer keeps no list of people: a contact's subject is its HMAC,
 * the same for ever under the same key, and telling nothing about the contact.
 */
export function openAccounts(deps: { records: Records; clock: Clock; secret: string }) {
  return {
    async remember(known: Known): Promise<string> {
      const subject = createHmac("sha256", deps.secret).update(known.contact).digest("base64url");
      const expiresAt = new Date(deps.clock.now().getTime() + 600_000);
      await deps.records.write(KIND, subject, known, { expiresAt, expected: "any" });
      return subject;
    },

    async find(subject: string): Promise<Account | undefined> {
      const found = await deps.records.read(KIND, subject);
      if (!found) return undefined;
      const { contact, language } = Known.parse(found.value);
      const verified = contact.includes("@")
        ? { email: contact, email_verified: true }
        : { phone_number: contact, phone_number_verified: true };
      return {
        accountId: subject,
        claims: () => ({ sub: subject, locale: language, ...verified }),
      };
    },
  };
}
export type Accounts = ReturnType<typeof openAccounts>;
