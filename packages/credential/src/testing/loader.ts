import { didDocument } from "../did.ts";
import { BUNDLED } from "../integrity/canonical.ts";
import type { IssuerKey } from "../keys.ts";
import { DID } from "./index.ts";

/** What a library of others may load: our contexts, our issuer's document with its keys, and whatever else is given. */
export function loaderOf(
  keys: readonly IssuerKey[],
  others: Readonly<Record<string, object>> = {},
) {
  const issuer = didDocument({ did: DID, keys });
  // Theirs follow terms of a document of DIDs only where it has the contexts of the standard alone.
  const did = { ...issuer, "@context": "https://www.w3.org/ns/did/v1" };
  const methods = issuer.verificationMethod.map((method) => [
    method["id"],
    { ...method, "@context": "https://w3id.org/security/multikey/v1" },
  ]);
  const known = new Map<unknown, unknown>([
    ...BUNDLED,
    [DID, did],
    ...(methods as [unknown, unknown][]),
    ...Object.entries(others),
  ]);
  return async (url: string) => {
    const document = known.get(url);
    if (document === undefined) throw new Error(`NotFound loading ${url}`);
    return await Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
}
