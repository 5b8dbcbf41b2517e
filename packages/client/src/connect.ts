import type { DatabaseOptions } from "./database.ts";
import { MIGRATIONS } from "./schema.ts";
import { txOver } from "./tx.ts";
import { answered, ended } from "./wait.ts";

/**
 * Opens the database at the version that this code knows, and brings an older one there.
 * @param onlost is called when the browser takes the connection away
 * @throws DOMException when storage is absent or forbidden, or the database newer than this code
 */
export async function connect(
  { factory, name = "twiza", migrations = MIGRATIONS }: DatabaseOptions,
  onlost: () => void,
): Promise<IDBDatabase> {
  const storage = factory();
  if (!storage) throw new DOMException("no IndexedDB", "NotSupportedError");
  const request = storage.open(name, migrations.length);
  request.addEventListener("upgradeneeded", ({ oldVersion }) => {
    void upgrade(request, migrations.slice(oldVersion));
  });
  const database = await answered(request);
  database.addEventListener("close", onlost);
  database.addEventListener("versionchange", () => {
    // Another tab waits for us: it is newer, or the data is being cleared.
    database.close();
    onlost();
  });
  return database;
}

/** Step by step in one transaction: a step that fails leaves the old version whole. */
async function upgrade(request: IDBOpenDBRequest, steps: DatabaseOptions["migrations"]) {
  const { result, transaction } = request;
  if (!transaction) return;
  // A failure is told by the request that waits for all of this.
  ended(transaction).catch(() => undefined);
  try {
    const create = (store: string): void => void result.createObjectStore(store);
    for (const step of steps ?? []) await step({ create, tx: txOver(transaction) });
  } catch {
    transaction.abort();
  }
}
