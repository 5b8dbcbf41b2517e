import { manifest } from "../manifest.ts";

/**
 * What certificates are checked by without us: DID documents of organisations with their keys, status lists, and the signed forms for
 * their holders, and how much of a certificate its holder lets anybody see, which is all that is written of one. Sessions are in `people`.
 */
export const credentials = manifest({
  name: "credentials",
  kind: "http",
  pages: [
    { method: "GET", path: "/o/*" },
    { method: "GET", path: "/.well-known/openid-credential-issuer" },
    { method: "GET", path: "/.well-known/oauth-authorization-server" },
    { method: "ANY", path: "/oid4vci/*" },
  ],
  tables: { certificates: "read-write", people: "read-write" },
  blobs: {},
  issues: true,
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 15,
});
