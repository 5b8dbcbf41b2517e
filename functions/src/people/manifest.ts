import { manifest } from "../manifest.ts";

/**
 * Accounts, sessions, organisations, what they agree with each other about courses, whose published outlines are public blobs, erasing
 * somebody (of certificates it tells how many there are) and signing in. A public OIDC client with PKCE: there is no client secret to keep, rotate
 * or leak, and state, nonce and verifier already bind the code to the browser that asked (RFC 9700 §2.1.1).
 */
export const people = manifest({
  name: "people",
  kind: "http",
  pages: [{ method: "ANY", path: "/auth/*" }],
  tables: {
    certificates: "read",
    courses: "read",
    learners: "read-write",
    people: "read-write",
  },
  blobs: { public: "read" },
  environment: ["TWIZA_ISSUER_URL", "TWIZA_CLIENT_ID"],
  memoryMb: 512,
  timeoutSeconds: 15,
});
