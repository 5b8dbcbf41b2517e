import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EngineBusy } from "../engine.ts";

/** Kept in the file as `user_version`; a file of a later layout is refused rather than misread. */
const LAYOUT = 1;
const BUSY_TIMEOUT_MILLISECONDS = 5_000;

/**
 * Keys are BLOBs, so that they compare by the bytes of UTF-8 as DynamoDB's do. `items` holds every table; `entries` every index,
 * in its order; `changes` the feed, written in the transaction that it tells of; `tokens` the transactions of ten minutes.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS items (
  tbl TEXT NOT NULL, pk BLOB NOT NULL, sk BLOB NOT NULL,
  bytes INTEGER NOT NULL, expires REAL, body TEXT NOT NULL,
  PRIMARY KEY (tbl, pk, sk)
) STRICT;
CREATE INDEX IF NOT EXISTS items_expires ON items (expires) WHERE expires IS NOT NULL;
CREATE TABLE IF NOT EXISTS entries (
  tbl TEXT NOT NULL, idx TEXT NOT NULL, ipk BLOB NOT NULL, isk BLOB NOT NULL, pk BLOB NOT NULL, sk BLOB NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (tbl, idx, ipk, isk, pk, sk)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS indexes (
  tbl TEXT NOT NULL, idx TEXT NOT NULL, spec TEXT NOT NULL, PRIMARY KEY (tbl, idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, tbl TEXT NOT NULL, pk TEXT NOT NULL, sk TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS changes_table ON changes (tbl, seq);
CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tokens_at ON tokens (at);
`;

/**
 * Opens the file, or makes it readable by its owner only. A write is on the disk before it is acknowledged (WAL with
 * `synchronous=FULL`), so that neither the process nor the power can take it back. What is deleted is written over: nobody finds an erased
 * person in the file's free pages.
 */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ":memory:") {
    mkdirSync(dirname(file), { recursive: true });
    closeSync(openSync(file, "a", 0o600));
  }
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA busy_timeout = ${String(BUSY_TIMEOUT_MILLISECONDS)};
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;
    PRAGMA secure_delete = ON;`);
  const layout = database.prepare("PRAGMA user_version").get()?.["user_version"];
  if (typeof layout !== "number" || layout > LAYOUT) {
    database.close();
    throw new Error(`${file} was written by a later version`);
  }
  atomically(database, () => {
    database.exec(`${SCHEMA} PRAGMA user_version = ${String(LAYOUT)};`);
  });
  return database;
}

/** All of the work or none of it, alone among writers from its beginning. @throws {EngineBusy} when another process writes on */
export function atomically<T>(database: DatabaseSync, work: () => T): T {
  try {
    database.exec("BEGIN IMMEDIATE");
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw isBusy(error) ? new EngineBusy(error) : error;
  }
}

const SQLITE_BUSY = 5;

/** Node reports SQLite's code, with its extension in the higher bits, as `errcode`. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  "errcode" in error &&
  typeof error.errcode === "number" &&
  (error.errcode & 0xff) === SQLITE_BUSY;
