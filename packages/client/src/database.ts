/// <reference lib="dom" />
import { connect } from "./connect.ts";
import type { Estimate } from "./phone-full.ts";
import type { Key, Kind, Migration } from "./schema.ts";
import { txOver } from "./tx.ts";
import { ended } from "./wait.ts";

/** What can be done within one transaction. */
export type Tx = {
  get<T>(kind: Kind<T>, key: Key): Promise<T | undefined>;
  put<T>(kind: Kind<T>, key: Key, value: T): Promise<void>;
  /** Removes what lies under a key and under keys that begin with it. */
  drop(kind: Kind<unknown>, under: Key): Promise<void>;
  /** What lies under keys that begin so, in their order; `after` leaves out all up to that key and under it. */
  list<T>(kind: Kind<T>, under: Key, page?: { after?: Key; limit?: number }): Promise<T[]>;
  count(kind: Kind<unknown>, under: Key): Promise<number>;
};
/** `strict` comes back only once the disk has it: for what nobody could do again. */
export type Mode = "read" | "write" | "strict";
/** The work of one transaction. It may run twice, and waits for nothing but its transaction. */
export type Work<T> = (tx: Tx) => Promise<T>;

export type Database = {
  /** False when the browser keeps nothing: what is written lasts as long as the page. */
  readonly durable: boolean;
  /** Does all of the work or nothing of it. @throws PhoneFull when there is no room */
  run<T>(mode: Mode, kinds: readonly Kind<unknown>[], work: Work<T>): Promise<T>;
  close(): void;
};

export type DatabaseOptions = {
  /** Asking for it may throw where storage is forbidden. */
  readonly factory: () => IDBFactory | undefined;
  readonly estimate?: Estimate | undefined;
  readonly name?: string;
  readonly migrations?: readonly Migration[];
};

/** The connection is gone though the database may be there: closed for a newer tab, cleared by hand, lost by the browser. */
const LOST: ReadonlySet<string> = new Set(["InvalidStateError", "AbortError", "UnknownError"]);
const isLost = (error: unknown): boolean => error instanceof Error && LOST.has(error.name);

/** Opens the phone's database at its first use, and again whenever the connection was lost. */
export function openDatabase(options: DatabaseOptions): Database {
  let connection: Promise<IDBDatabase> | undefined;
  let spare: Database | undefined;
  const lose = (): void => {
    connection = undefined;
  };
  const close = (): void => {
    connection?.then((database) => database.close()).catch(() => undefined);
    lose();
  };

  return {
    get durable() {
      return spare === undefined;
    },
    async run(mode, kinds, work) {
      for (let tries = 0; spare === undefined; tries++) {
        connection ??= connect(options, lose);
        // Absent, forbidden, or newer than this page: what is written now is kept for this visit, and still sent.
        const database = await connection.catch(() => undefined);
        if (!database) spare ??= (await import("./memory.ts")).memoryDatabase();
        else
          try {
            return await inTransaction(database, options.estimate, { mode, kinds, work });
          } catch (error) {
            if (tries > 0 || !isLost(error)) throw error;
            close();
          }
      }
      return spare.run(mode, kinds, work);
    },
    close,
  };
}

async function inTransaction<T>(
  database: IDBDatabase,
  estimate: Estimate | undefined,
  { mode, kinds, work }: { mode: Mode; kinds: readonly Kind<unknown>[]; work: Work<T> },
): Promise<T> {
  const stores = [...new Set(kinds.map(({ store }) => store))];
  const transaction = database.transaction(stores, mode === "read" ? "readonly" : "readwrite", {
    durability: mode === "strict" ? "strict" : "relaxed",
  });
  // Whoever waits below hears of a failure; without this the browser would report it a second time.
  const end = ended(transaction);
  end.catch(() => undefined);
  const put: unknown[] = [];
  try {
    const answer = await work(txOver(transaction, put));
    await end;
    return answer;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    if (!(error instanceof Error) || error.name !== "QuotaExceededError") throw error;
    throw await (await import("./phone-full.ts")).phoneFull(put, estimate, error);
  }
}
