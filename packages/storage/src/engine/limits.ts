import { InvalidWrite, type Item, type Key, type Op } from "./engine.ts";
import { isPlain } from "./plain.ts";
import { itemBytes, textBytes } from "./size.ts";
import type { TableSpec } from "../spec.ts";

/**
 * What DynamoDB refuses whatever is stored, held before either engine is asked, so that both refuse alike.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const ITEM_BYTES = 400 * 1024;
export const PK_BYTES = 2048;
export const SK_BYTES = 1024;
const TRANSACTION_OPS = 100;
const TRANSACTION_BYTES = 4 * 1024 * 1024;
const TOKEN_CHARACTERS = 36;
const NAME_BYTES = 65_535;
/** Lists and maps within each other below one attribute; the item itself is the 32nd level. */
const NESTED_LEVELS = 31;
const SMALLEST_NUMBER = 1e-130;

/** Checks a whole item against its table. @returns its size in bytes @throws {InvalidWrite} */
export function checkItem(spec: TableSpec, item: Item): number {
  if (!isPlain(item)) throw new InvalidWrite("value", "an item is a plain object");
  checkKey(item);
  checkMembers(item, 0);
  for (const index of spec.indexes) {
    checkIndexKey(item[index.key.pk], index.key.pk, PK_BYTES);
    checkIndexKey(item[index.key.sk], index.key.sk, SK_BYTES);
  }
  const bytes = itemBytes(item);
  if (bytes > ITEM_BYTES) throw new InvalidWrite("item_size", `${String(bytes)} bytes`);
  return bytes;
}

/** @throws {InvalidWrite} */
export function checkKey({ pk, sk }: Key): void {
  checkKeyText(pk, "pk", PK_BYTES);
  checkKeyText(sk, "sk", SK_BYTES);
}

function checkKeyText(text: unknown, name: string, most: number): void {
  if (typeof text !== "string" || text === "") throw new InvalidWrite("key_empty", name);
  checkText(text, name);
  if (textBytes(text) > most) throw new InvalidWrite("key_size", name);
}

function checkIndexKey(value: unknown, name: string, most: number): void {
  if (value === undefined) return;
  if (typeof value !== "string" || value === "") throw new InvalidWrite("index_key", name);
  if (textBytes(value) > most) throw new InvalidWrite("index_key", name);
}

function checkMembers(map: Readonly<Record<string, unknown>>, depth: number): void {
  for (const [name, value] of Object.entries(map)) {
    // `__proto__` would be set as the prototype, and so be lost, where the SDK reads the item back.
    if (name === "" || name === "__proto__" || textBytes(name) > NAME_BYTES)
      throw new InvalidWrite("name", "an attribute name is empty, reserved or too long");
    checkText(name, "an attribute name");
    checkValue(value, name, depth);
  }
}

function checkValue(value: unknown, name: string, depth: number): void {
  if (typeof value === "boolean" || value === null || value instanceof Uint8Array) return;
  if (typeof value === "string") checkText(value, name);
  else if (typeof value === "number") checkNumber(value, name);
  else {
    if (depth >= NESTED_LEVELS) throw new InvalidWrite("nesting", name);
    if (Array.isArray(value))
      // Not `forEach`, which would pass over a hole.
      for (const element of value) checkValue(element, name, depth + 1);
    else if (isPlain(value)) checkMembers(value, depth + 1);
    else throw new InvalidWrite("value", name);
  }
}

function checkText(text: string, name: string): void {
  if (!text.isWellFormed()) throw new InvalidWrite("text", name);
}

/** DynamoDB would keep more, but the SDK refuses what JavaScript cannot keep exactly. */
function checkNumber(number: number, name: string): void {
  const size = Math.abs(number);
  const kept = size === 0 || (size >= SMALLEST_NUMBER && size <= Number.MAX_SAFE_INTEGER);
  if (!kept) throw new InvalidWrite("number", name);
}

/** Checks the operations together; each item by `checkItem` as well. @throws {InvalidWrite} */
export function checkTransaction(specOf: (table: string) => TableSpec, ops: readonly Op[]): void {
  if (ops.length < 1 || ops.length > TRANSACTION_OPS)
    throw new InvalidWrite("transaction_count", `${String(ops.length)} operations`);
  const met = new Set<string>();
  let bytes = 0;
  for (const op of ops) {
    const key = keyOf(op);
    const spec = specOf(op.table);
    if (op.op === "put") bytes += checkItem(spec, op.item);
    else {
      checkKey(key);
      bytes += itemBytes({ pk: key.pk, sk: key.sk });
    }
    const place = JSON.stringify([op.table, key.pk, key.sk]);
    if (met.has(place)) throw new InvalidWrite("transaction_duplicate", op.table);
    met.add(place);
  }
  if (bytes > TRANSACTION_BYTES)
    throw new InvalidWrite("transaction_size", `${String(bytes)} bytes`);
}

/** @throws {InvalidWrite} */
export function checkToken(token: string | undefined): void {
  if (token === undefined) return;
  if (token === "" || token.length > TOKEN_CHARACTERS)
    throw new InvalidWrite("token", `1 to ${String(TOKEN_CHARACTERS)} characters`);
}

/** The key of the item that an operation is about. */
export const keyOf = (op: Op): Key => (op.op === "put" ? op.item : op.key);

/** Finds table specs by name. @throws {InvalidWrite} for a name that no spec has */
export function specFinder(specs: readonly TableSpec[]): (table: string) => TableSpec {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  return (table) => {
    const spec = byName.get(table);
    if (!spec) throw new InvalidWrite("table_unknown", table);
    return spec;
  };
}
