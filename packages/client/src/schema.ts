import type { Tx } from "./database.ts";

/**
 * What lies where. Keys are lists, so that what belongs together lies side by side and is counted and paged by their beginning:
 *
 * | store      | key                                             | what                                                   |
 * | ---------- | ----------------------------------------------- | ------------------------------------------------------ |
 * | `outbox`   | learner, course, seq, id                        | what waits to be sent (`Entry`)                        |
 * | `receipts` | learner, `sent` or `refused`, seq, id           | what the server answered (`Receipt`)                   |
 * | `state`    | learner, `course`, course                       | progress and place (`CourseState`)                     |
 * | `meta`     | `device`                                        | this device's name, count and clock (`Device`)         |
 * |            | `parked`, learner                               | since when her queue waits for her to sign in          |
 * |            | `pass`, learner                                 | what lets this phone send by others as her             |
 * |            | `carried`, name                                 | a sealed parcel of somebody's, and its receipt         |
 */
export type StoreName = "outbox" | "receipts" | "state" | "meta";
export type Key = readonly (string | number)[];

/** A kind of kept thing: the store it lies in, and its type for whoever reads it. */
export type Kind<T> = { readonly store: StoreName; readonly type?: T };
export const kind = <T>(store: StoreName): Kind<T> => ({ store });

/** Steps from one version of the database to the next. Only ever add to the end: phones are at any of them. */
export type Migration = (upgrade: {
  readonly create: (store: string) => void;
  /** Works in the transaction of the upgrade: what throws leaves the old version whole. */
  readonly tx: Tx;
}) => void | Promise<void>;

const FIRST: readonly StoreName[] = ["outbox", "receipts", "state", "meta"];
export const MIGRATIONS: readonly Migration[] = [
  ({ create }) => {
    for (const store of FIRST) create(store);
  },
];
