import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

/**
 * Keys of what we sign, newest first: the first signs, all verify. A key of this kind cannot turn by itself; a new one is a new
 * name here (docs/operate.md, Rotate). A name is never taken out while anything that it signed may still be shown.
 */
const SIGNING_KEYS = ["signing-key"] as const;
/**
 * Keys for what phones seal for us, newest first: phones seal with the first, all open. Such a key cannot turn by itself either. A name
 * may go once no phone can still hold what was sealed for it: passes hold 90 days.
 */
const SEALING_KEYS = ["sealing-key"] as const;

/**
 * Keys of certificates, newest first, one a year: it signs from its day on, the one before it is `retiredAt` that day. A line is never
 * taken out, or what the key signed could no longer be checked. `compromisedAfter`: see docs/operate.md, Rotate.
 */
type IssuerKeyLine = {
  readonly name: string;
  readonly from: string;
  readonly retiredAt?: string;
  readonly compromisedAfter?: number;
  /** An organisation with a key of its own. */
  readonly organisations?: readonly string[];
};
const ISSUER_KEYS: readonly IssuerKeyLine[] = [
  { name: "issuer-key-2026", from: "2026-01-01T00:00:00.000Z" },
];

/** A key of certificates as laid out, beside what is told of it. */
export type LaidOutIssuerKey = { readonly key: Key; readonly line: Omit<IssuerKeyLine, "name"> };

/** Ed25519 keys of certificates that never leave KMS. */
export const issuerKeys = (scope: Construct, deployment: string): readonly LaidOutIssuerKey[] =>
  ISSUER_KEYS.map(({ name, ...line }) => ({
    key: new Key(scope, name, {
      description: `Signs certificates of ${deployment} from ${line.from}`,
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    }),
    line,
  }));

/**
 * Keys of the public log, newest first: the first signs its checkpoints, and nothing but these. Another key than that of certificates,
 * so that whoever gets hold of one still cannot do without the other. A name is never taken out.
 */
const LOG_KEYS = ["log-key"] as const;

/** Ed25519 keys that never leave KMS. */
export const signingKeys = (scope: Construct, deployment: string): readonly Key[] =>
  ed25519Keys(scope, SIGNING_KEYS, `Signs tickets of ${deployment}`);
export const logKeys = (scope: Construct, deployment: string): readonly Key[] =>
  ed25519Keys(scope, LOG_KEYS, `Signs checkpoints of the public log of ${deployment}`);

const ed25519Keys = (
  scope: Construct,
  names: readonly string[],
  description: string,
): readonly Key[] =>
  names.map(
    (name) =>
      new Key(scope, name, {
        description,
        keySpec: KeySpec.ECC_NIST_EDWARDS25519,
        keyUsage: KeyUsage.SIGN_VERIFY,
        pendingWindow: Duration.days(30),
        removalPolicy: RemovalPolicy.RETAIN,
      }),
  );

/** RSA keys whose private half never leaves KMS. */
export const sealingKeys = (scope: Construct, deployment: string): readonly Key[] =>
  SEALING_KEYS.map(
    (name) =>
      new Key(scope, name, {
        description: `Opens parcels that phones seal for ${deployment}`,
        keySpec: KeySpec.RSA_3072,
        keyUsage: KeyUsage.ENCRYPT_DECRYPT,
        pendingWindow: Duration.days(30),
        removalPolicy: RemovalPolicy.RETAIN,
      }),
  );
