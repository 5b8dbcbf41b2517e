import type { OperationName } from "./where.ts";
import { operations } from "./where.ts";
import type { Role } from "./role.ts";

/**
 * Which roles may ask an operation; one that is not here asks for none. All that a page needs to know before it offers something.
 * The build of the site writes it out as plain data.
 */
export const allowed: Partial<Record<OperationName, readonly Role[]>> = Object.fromEntries(
  Object.entries(operations).flatMap(([name, { allow }]) =>
    typeof allow === "string" ? [] : [[name, allow]],
  ),
);
