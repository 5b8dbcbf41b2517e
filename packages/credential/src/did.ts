export { type DidDocument, didDocument, keyOf, keysIn, multibaseOf } from "./did-document.ts";

const HOST = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*";
/** A host, its port with the colon escaped, and parts of a path: nothing that an address could hide something else in. */
const DID_WEB = new RegExp(
  `^did:web:(${HOST})(?:%3A([1-9][0-9]{0,4}))?((?::[A-Za-z0-9_-]{1,100})*)$`,
);
const NUMERIC_HOST = /^[0-9.]+$/;

/** The DID of an organisation: `did:web:twiza.example:o:org_…`, with the port of an installation on one. */
export function didOf({ origin, organisationId }: Issuer): string {
  const { hostname, port } = new URL(origin);
  return `did:web:${hostname}${port === "" ? "" : `%3A${port}`}:o:${organisationId}`;
}
export type Issuer = { readonly origin: string; readonly organisationId: string };

/**
 * Where the document of a `did:web` lies. Always https, but on this computer itself; nothing for what is no `did:web`, or names its
 * host by number or in any other spelling than the plain one.
 */
export function addressOf(did: string): string | undefined {
  const [, host, port, path = ""] = DID_WEB.exec(did) ?? [];
  if (host === undefined || (NUMERIC_HOST.test(host) && host !== "127.0.0.1")) return undefined;
  const isHere = host === "localhost" || host === "127.0.0.1";
  const folder = path === "" ? "/.well-known" : path.replaceAll(":", "/");
  const address = `${isHere ? "http" : "https"}://${host}${port === undefined ? "" : `:${port}`}${folder}/did.json`;
  // Readers of addresses take some names for numbers of hosts: 0x7f000001 is this computer.
  return URL.canParse(address) && new URL(address).href === address ? address : undefined;
}

/** The organisation that an address of a document is for: `https://twiza.example/o/org_…/did.json`, and back again. */
export function didAt(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, port, pathname } = new URL(address);
  const path = /^\/(?:\.well-known|(.+))\/did\.json$/.exec(pathname);
  if (!path) return undefined;
  const parts = path[1] === undefined ? "" : `:${path[1].replaceAll("/", ":")}`;
  const did = `did:web:${hostname}${port === "" ? "" : `%3A${port}`}${parts}`;
  return addressOf(did) === address ? did : undefined;
}
