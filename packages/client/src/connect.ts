import { type IDBPDatabase, wrap } from "idb";
import type { DatabaseOptions } from "./database.ts";
import { MIGRATIONS } from "./schema.ts";
import { txOver } from "./tx.ts";

/**
 * Opens the database at the version that this code knows, and brings an older one there.
 * @param onlost is called when the browser takes the connection away
 * @throws DOMException when storage is absent or forbidden, or the database newer than this code
 */
export async function connect(
  { factory, name = "twiza", migrations = MIGRATIONS, onblocked, onoutdated }: DatabaseOptions,
  onlost: () => void,
): Promise<IDBPDatabase> {
  const storage = factory();
  if (!storage) throw new DOMException("no IndexedDB", "NotSupportedError");
  const request = storage.open(name, migrations.length);
  if (onblocked) request.addEventListener("blocked", onblocked);
  request.addEventListener("upgradeneeded", ({ oldVersion }) => {
    void upgrade(request, migrations.slice(oldVersion));
  });
  const database = await opened(request, onoutdated);
  database.addEventListener("close", onlost);
  database.addEventListener("versionchange", ({ newVersion }) => {
    // Another tab waits for us: it is newer, or the data is being cleared.
    database.close();
    onlost();
    if (newVersion !== null) onoutdated?.();
  });
  return database;
}

async function opened(request: IDBOpenDBRequest, onoutdated?: () => void): Promise<IDBPDatabase> {
  try {
    const database = await wrap(request);
    // An open request ends with a database or an error; idb's type also covers requests that end with nothing.
    if (!database) throw new DOMException("no database", "UnknownError");
    return database;
  } catch (error) {
    if (error instanceof Error && error.name === "VersionError") onoutdated?.();
    throw error;
  }
}

/** Step by step in one transaction: a step that fails leaves the old version whole. */
async function upgrade(request: IDBOpenDBRequest, steps: DatabaseOptions["migrations"]) {
  const { result, transaction } = request;
  if (!transaction) return;
  const wrapped = wrap(transaction);
  // A failure is told by the request that waits for all of this.
  wrapped.done.catch(() => undefined);
  try {
    const create = (store: string): void => void result.createObjectStore(store);
    for (const step of steps ?? []) await step({ create, tx: txOver(wrapped) });
  } catch {
    transaction.abort();
  }
}
