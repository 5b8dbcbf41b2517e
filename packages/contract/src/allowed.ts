import type { Where } from "./operation.ts";
import { type OperationName, operations } from "./where.ts";

/** Who may ask each operation: all that a page needs to know before it offers something. The build of the site writes it out as plain data. */
export const allowed = Object.fromEntries(
  Object.entries(operations).map(([name, { allow }]) => [name, allow]),
) as Record<OperationName, Where["allow"]>;
