import type { Undisplayable } from "../ports.ts";
import { Refused } from "../refused.ts";

/** What was made; a sign that no letter of ours shows goes to a person instead, by its name. @throws Refused `paper.undisplayable` */
export function displayed<T extends string | Uint8Array>(made: T | Undisplayable): T {
  if (typeof made === "string" || made instanceof Uint8Array) return made;
  const sign = made.undisplayable;
  const code = sign.startsWith("U+")
    ? sign
    : `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  throw new Refused("paper.undisplayable", [{ path: sign, code }]);
}
