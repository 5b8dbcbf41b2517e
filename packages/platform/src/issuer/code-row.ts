import { Contact } from "@twiza/contract";
import { Refused, type Clock, type Records } from "@twiza/core";
import * as z from "zod";

export const CODE_SECONDS = 300;
export const CODE_TRIES = 5;

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
export type Sent = z.infer<typeof Sent>;

/** Why a code opens nothing, without looking at it. */
export type Ended = "expired" | "locked" | "malformed";

const KIND = "signin.code";

/** The code of each interaction: one row that every try changes under its revision. */
export function codeRows({ records, clock }: { records: Records; clock: Clock }) {
  /** The row outlives its code a little, so that the page can say "too old" instead of "unknown". */
  const expiresAt = () => new Date(clock.now().getTime() + 4 * CODE_SECONDS * 1000);

  async function load(interaction: string) {
    const found = await records.read(KIND, interaction);
    return found && { sent: Sent.parse(found.value), revision: found.revision };
  }

  return {
    async read(interaction: string): Promise<Sent | undefined> {
      return (await load(interaction))?.sent;
    },

    /** A new code: any earlier one of the interaction ends. */
    async replace(interaction: string, sent: Sent): Promise<void> {
      await records.write(KIND, interaction, sent, { expiresAt: expiresAt(), expected: "any" });
    },

    /** Writes what follows from the row as it is at that moment; `next` is asked again when another was first. */
    async change(interaction: string, next: (sent: Sent) => Sent | Ended): Promise<Sent | Ended> {
      // Others can be first at most once for each try, use and new code.
      for (let attempt = 0; attempt < 4 * CODE_TRIES; attempt++) {
        const found = await load(interaction);
        if (!found) return "expired";
        const following = next(found.sent);
        if (typeof following === "string") return following;
        const options = { expiresAt: expiresAt(), expected: found.revision };
        const outcome = await records.write(KIND, interaction, following, options);
        if (outcome === "written") return following;
      }
      throw new Refused("busy");
    },
  };
}
