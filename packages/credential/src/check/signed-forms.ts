import type { IssuerKey } from "@twiza/contract";
import { addressOf as documentAddress } from "../did.ts";
import { jcs } from "../jcs.ts";
import { verifyJwt } from "../jwt.ts";
import { bytesOf } from "../ed25519.ts";
import { readPaperAddress } from "../paper-code/address.ts";
import type { PaperClaims } from "../paper-code/claims.ts";
import { keysNamed, partsOfPaper, signerOf } from "../paper-code/read.ts";
import { isCut } from "../paper-code/words.ts";
import { isRecord, type Proof } from "../proof.ts";
import { faultIn, type Said, saidIn } from "./claims.ts";
import type { Claims, Finding } from "./outcome.ts";
import type { VerifyDocument } from "./sources.ts";

/** Whose key proved it; or why none did. */
export type Proven = { readonly kid: string } | "no_key" | "wrong";

/** A signed form, opened: what it says, and how to prove it. */
export type Opened = {
  /** What the log has the hash of. */
  readonly text: string;
  /** Paper names neither organisation nor partners: it has no room. */
  readonly said: Omit<Said, "organisationId" | "partners"> &
    Partial<Pick<Said, "organisationId" | "partners">>;
  /** What is signed, where it is a credential. */
  readonly credential?: Readonly<Record<string, unknown>>;
  /** What lies in the same file, as JSON in one spelling where it is any: what partners have signed is among it. */
  readonly carried: readonly string[];
  readonly finding: Finding;
  prove(keys: readonly IssuerKey[], verifyDocument: VerifyDocument): Promise<Proven>;
};

/** A plain address: of a paper that was printed before its certificate was signed. */
export type Unsigned = { readonly origin: string; readonly certificateId: string };

/** A VC-JWT. */
export function openJwt(token: string): Opened | Finding {
  const payload = payloadOf(token);
  if (!payload) return "form.not_canonical";
  const said = saidIn(payload);
  if (typeof said === "string") return said;
  return {
    text: token,
    said,
    credential: payload,
    carried: [],
    finding: "claims.whole",
    prove: async (keys) => provenBy(await verifyJwt(token, () => keys)),
  };
}

/** The payload of a token in its one spelling. */
export function payloadOf(token: string): Readonly<Record<string, unknown>> | undefined {
  const parts = token.split(".").map(bytesOf);
  const payload = parts[1];
  if (parts.length !== 3 || parts.includes(undefined) || !payload) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON-LD with a proof beside its claims. */
export function openDocument(document: Readonly<Record<string, unknown>>): Opened | Finding {
  const { proof, ...credential } = document;
  const said = saidIn(credential);
  if (typeof said === "string") return said;
  const one: unknown = Array.isArray(proof) && proof.length === 1 ? proof[0] : proof;
  const value = isRecord(one) ? one["proofValue"] : undefined;
  if (typeof value !== "string") return "form.none";
  return {
    text: value,
    said,
    credential,
    carried: endorsementsIn(credential["endorsement"]),
    finding: "claims.whole",
    prove: async (keys, verifyDocument) => provenBy(await verifyDocument(document, keys)),
  };
}

/** What partners have signed, as it stands in a document. */
const endorsementsIn = (endorsement: unknown): readonly string[] =>
  [endorsement].flat().filter(isRecord).map(jcs);

/** What stands on paper. Its issuer is the installation that its address names, since there is no room for more. */
export function openPaper(text: string): Opened | Unsigned | Finding {
  const address = readPaperAddress(text);
  if (!address) return "form.unreadable";
  const { origin, certificateId, code } = address;
  if (code === "") return { origin, certificateId };
  const parts = partsOfPaper(code, certificateId);
  if (parts === "claims") return "claims.wrong";
  if (typeof parts === "string") return "form.not_canonical";
  const claims = claimsOf(parts.claims);
  const fault = faultIn(claims);
  if (fault) return fault;
  const { name, course, organisation } = claims;
  return {
    text: code,
    said: { claims, origin, did: installationDid(origin) },
    carried: [],
    finding: [name, course, organisation].some(isCut) ? "claims.cut" : "claims.whole",
    prove: async (keys) => {
      const key = await signerOf(parts, keys);
      if (key) return { kid: key.kid };
      return keysNamed(parts.signed, keys).length > 0 ? "wrong" : "no_key";
    },
  };
}

/** `did:web:twiza.example`: all keys of an installation stand at its root. */
function installationDid(origin: string): string {
  const { hostname, port } = new URL(origin);
  const did = `did:web:${hostname}${port === "" ? "" : `%3A${port}`}`;
  return documentAddress(did) === undefined ? "" : did;
}

const claimsOf = ({ issuedOn, expiresOn, salt: _, ...claims }: PaperClaims): Claims => ({
  ...claims,
  issuedAt: issuedOn,
  ...(expiresOn === undefined ? {} : { expiresAt: expiresOn }),
});

const provenBy = (proof: Proof): Proven =>
  proof.state === "proven"
    ? { kid: proof.kid }
    : proof.code === "unknown_key" || proof.code === "unknown_issuer"
      ? "no_key"
      : "wrong";
