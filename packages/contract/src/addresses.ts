import { operations } from "./where.ts";

export type Address = readonly [method: string, path: string];

/** Method and path of each operation by its name: all that a caller needs. The build of the site writes them out as plain data. */
export const addresses: Readonly<Record<string, Address>> = Object.fromEntries(
  Object.entries(operations).map(([name, { method, path }]): [string, Address] => [
    name,
    [method, path],
  ]),
);
