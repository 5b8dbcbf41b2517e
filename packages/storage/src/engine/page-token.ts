import { InvalidPageToken, type Item, type PageToken } from "./engine.ts";
import { SK_BYTES, PK_BYTES } from "./limits.ts";
import { textBytes } from "./size.ts";
import type { IndexSpec } from "../spec.ts";

/**
 * Where a page ended. In a table the partition is the query's own and only `sk` is needed; in an index also the item's key,
 * since many items may lie under one sort key.
 */
export type Position = { readonly isk?: string; readonly pk?: string; readonly sk: string };

/** The token is the sort keys as JSON in base64url: opaque to clients, not secret, and bound to no engine. */
export function pageToken(item: Item, index: IndexSpec | undefined): PageToken {
  const parts = index ? [item[index.key.sk], item.pk, item.sk] : [item.sk];
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** @throws {InvalidPageToken} when it was not made for such a query */
export function positionOf(token: PageToken, index: IndexSpec | undefined): Position {
  const parts = parsed(token);
  if (!index) {
    const [sk] = parts;
    if (parts.length === 1 && isKey(sk, SK_BYTES)) return { sk };
  } else {
    const [isk, pk, sk] = parts;
    if (parts.length === 3 && isKey(isk, SK_BYTES) && isKey(pk, PK_BYTES) && isKey(sk, SK_BYTES))
      return { isk, pk, sk };
  }
  throw new InvalidPageToken();
}

const isKey = (part: unknown, most: number): part is string =>
  typeof part === "string" && part !== "" && part.isWellFormed() && textBytes(part) <= most;

function parsed(token: PageToken): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, "base64url").toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Not JSON: not ours.
  }
  throw new InvalidPageToken();
}
