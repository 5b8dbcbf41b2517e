import { InvalidPageToken, InvalidRead, type Query, type SortRange } from "./engine.ts";
import { PK_BYTES, SK_BYTES } from "./limits.ts";
import { type Position, positionOf } from "./page-token.ts";
import { textBytes } from "./size.ts";
import type { IndexSpec, TableSpec } from "../spec.ts";

/** Sort keys as bytes of UTF-8, `from` included and `below` not: the one form in which every range can be told. */
export type ByteRange = { readonly from: Buffer; readonly below: Buffer };

/** A query after everything that either engine would refuse has been refused. */
export type Plan = {
  readonly index: IndexSpec | undefined;
  readonly range: ByteRange;
  readonly after: Position | undefined;
};

/** No byte of UTF-8 is greater than 0xF4. */
export const ABOVE_ALL = Buffer.from([0xff]);
const BELOW_ALL = Buffer.alloc(0);

/** @throws {InvalidRead} @throws {InvalidPageToken} */
export function planOf(spec: TableSpec, query: Query): Plan {
  const index = indexOf(spec, query.index);
  if (index && query.consistent) throw new InvalidRead("an index has no consistent reads");
  if (query.limit !== undefined && !(Number.isInteger(query.limit) && query.limit >= 1))
    throw new InvalidRead("a limit is an integer from 1");
  checkText(query.pk, PK_BYTES);
  const range = rangeOf(query.sk);
  const after = query.after === undefined ? undefined : positionOf(query.after, index);
  // DynamoDB refuses a start outside of the range as well; a token from elsewhere must not read as an empty page.
  if (after && !within(range, Buffer.from(after.isk ?? after.sk))) throw new InvalidPageToken();
  const plan = { index, range, after };
  if (after && isAtEnd(plan, query, after.sk)) throw new InvalidPageToken();
  return plan;
}

/**
 * Whether nothing can follow in the range after this sort key of a table. Such a page has no `next`: DynamoDB Local refuses to go
 * on from the end of a BETWEEN, and a caller should not ask for a page that must be empty.
 */
export function isAtEnd(
  { index, range }: Pick<Plan, "index" | "range">,
  { descending }: Query,
  sk: string,
): boolean {
  // In an index other items may lie under the same sort key.
  if (index) return false;
  return descending ? bytes(sk).equals(range.from) : justAfter(sk).equals(range.below);
}

function indexOf(spec: TableSpec, name: string | undefined): IndexSpec | undefined {
  if (name === undefined) return undefined;
  const index = spec.indexes.find((each) => each.name === name);
  if (!index) throw new InvalidRead(`${spec.name} has no index ${name}`);
  return index;
}

function rangeOf(sk: SortRange | undefined): ByteRange {
  if (!sk) return { from: BELOW_ALL, below: ABOVE_ALL };
  if ("beginsWith" in sk) return { from: bytes(sk.beginsWith), below: successor(sk.beginsWith) };
  if ("eq" in sk) return { from: bytes(sk.eq), below: justAfter(sk.eq) };
  if ("from" in sk) return { from: bytes(sk.from), below: ABOVE_ALL };
  if ("to" in sk) return { from: BELOW_ALL, below: justAfter(sk.to) };
  const [from, to] = sk.between;
  const range = { from: bytes(from), below: justAfter(to) };
  if (Buffer.compare(range.from, range.below) >= 0)
    throw new InvalidRead("the ends of a range are the wrong way round");
  return range;
}

const within = ({ from, below }: ByteRange, at: Buffer): boolean =>
  Buffer.compare(from, at) <= 0 && Buffer.compare(at, below) < 0;

const justAfter = (text: string): Buffer => Buffer.concat([bytes(text), Buffer.alloc(1)]);

/** The first bytes after everything that begins with the prefix: its last byte, never 0xFF in UTF-8, plus one. */
function successor(prefix: string): Buffer {
  const next = bytes(prefix);
  const last = next.length - 1;
  next.writeUInt8(next.readUInt8(last) + 1, last);
  return next;
}

function bytes(text: string): Buffer {
  checkText(text, SK_BYTES);
  return Buffer.from(text);
}

function checkText(text: string, most: number): void {
  if (text === "" || !text.isWellFormed() || textBytes(text) > most)
    throw new InvalidRead("a key is empty, too long or not Unicode");
}
