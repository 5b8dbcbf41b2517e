import type { Where } from "./operation.ts";
import { operations } from "./where.ts";

export type Address = readonly [method: string, path: string];
type Addresses = Record<string, Address>;

const addressesOf = (wanted: (where: Where) => boolean): Addresses =>
  Object.fromEntries(
    Object.entries(operations)
      .filter(([, where]) => wanted(where))
      .map(([name, { method, path }]): [string, Address] => [name, [method, path]]),
  );
const isForStaff = ({ allow }: Where): boolean => typeof allow === "object";

/**
 * Method and path of each operation by its name: all that a caller needs. Here those that anybody or anybody's session may ask;
 * a desk adds the others. The build of the site writes both out as plain data.
 */
export const addresses = addressesOf((where) => !isForStaff(where));
export const staffAddresses = addressesOf(isForStaff);
