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

/** Ed25519 keys that never leave KMS. */
export const signingKeys = (scope: Construct, deployment: string): readonly Key[] =>
  SIGNING_KEYS.map(
    (name) =>
      new Key(scope, name, {
        description: `Signs tickets of ${deployment}`,
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
