import { kind } from "./schema.ts";
import type { Phone } from "./phone.ts";

/** Whose things are everybody's. */
export const EVERYBODY = "";

/**
 * Things that pages keep of a learner by a name: copies of the server's last answers, or sittings under way. Each stands alone, so
 * that two tabs overwrite nothing but the thing they both change, and that one after the other.
 */
export function things<T>(what: "copy" | "sitting") {
  const THINGS = kind<T>("state");
  return {
    read: (phone: Phone, learnerId: string, name: string): Promise<T | undefined> =>
      phone.database.run("read", [THINGS], (tx) => tx.get(THINGS, [learnerId, what, name])),
    /** Changes what is there now, and answers what is there then; nothing takes it away. @throws PhoneFull */
    change: (
      phone: Phone,
      { learnerId, name }: { learnerId: string; name: string },
      by: (before: T | undefined) => T | undefined,
    ): Promise<T | undefined> =>
      phone.database.run("write", [THINGS], async (tx) => {
        const key = [learnerId, what, name];
        const after = by(await tx.get(THINGS, key));
        await (after === undefined ? tx.drop(THINGS, key) : tx.put(THINGS, key, after));
        return after;
      }),
    /** Forgets all of a learner's. */
    forget: (phone: Phone, learnerId: string): Promise<void> =>
      phone.database.run("write", [THINGS], (tx) => tx.drop(THINGS, [learnerId, what])),
  };
}
