import {
  environmentOf,
  type Access,
  type BlobAccess,
  type EnvironmentName,
  type Manifest,
} from "@twiza/functions/manifest";
import { Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import type { Key } from "aws-cdk-lib/aws-kms";
import * as z from "zod";
import type { DataStack, LaidOutTable } from "../data/data-stack.ts";

const READ = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem"];
const WRITE = ["dynamodb:PutItem", "dynamodb:DeleteItem"];

/** Where functions find what is no table and no blob. */
export type Surroundings = Readonly<
  Pick<
    Record<EnvironmentName, string>,
    "TWIZA_ORIGIN" | "TWIZA_ISSUER_URL" | "TWIZA_CLIENT_ID" | "TWIZA_WITNESSES" | "TWIZA_SENDER"
  >
>;

/**
 * Gives a function what its manifest names: the rights and the variables in one act, so that a function can never know of a
 * table that it may not read, nor have a right that its manifest does not show.
 *
 * @returns the exact environment of the manifest.
 */
export function grant(
  role: Role,
  manifest: Manifest,
  { data, surroundings }: { readonly data: DataStack; readonly surroundings: Surroundings },
): Readonly<Record<string, string>> {
  const wanted: Readonly<Partial<Record<string, Access>>> = manifest.tables;
  for (const laidOut of data.tables.values()) {
    const access = wanted[laidOut.spec.name];
    if (access) grantTable(role, laidOut, access);
  }
  for (const kind of ["public", "private"] as const) {
    const access = manifest.blobs[kind];
    if (access) grantBlobs(role, { data, kind, access });
  }
  if (manifest.uploads) grantUploads(role, data);
  grantKey(role, data, manifest);
  if (manifest.issues) grantIssuing(role, data);
  if (manifest.signs) grantSigning(role, data.signingKeys);
  if (manifest.log) grantLog(role, data, manifest.log);
  if (manifest.log === "keep") grantSigning(role, data.logKeys);
  if (manifest.opens) grantOpening(role, data);
  if (manifest.sends) grantSending(role, surroundings.TWIZA_SENDER);
  const values: Record<EnvironmentName, string> = {
    TWIZA_TABLE_PREFIX: data.tablePrefix,
    TWIZA_PUBLIC_BLOBS: data.blobs.public.bucketName,
    TWIZA_PRIVATE_BLOBS: data.blobs.private.bucketName,
    TWIZA_UPLOADS: data.uploads.bucketName,
    TWIZA_SEALING_KEYS: data.sealingKeys.map(({ keyArn }) => keyArn).join(","),
    TWIZA_ISSUER_KEYS: Stack.of(role).toJsonString(
      data.issuerKeys.map(({ key, line }) => ({ id: key.keyArn, ...line })),
    ),
    TWIZA_LOG: data.log.bucketName,
    TWIZA_LOG_KEYS: data.logKeys.map(({ keyArn }) => keyArn).join(","),
    TWIZA_SIGNING_KEYS: data.signingKeys.map(({ keyArn }) => keyArn).join(","),
    ...surroundings,
  };
  return Object.fromEntries(environmentOf(manifest).map((name) => [name, values[name]]));
}

/** Items in the table, queries in the table and in each named index; no scan, no update in place, nothing on the table itself. */
function grantTable(role: Role, { spec, table }: LaidOutTable, access: Access): void {
  const indexes = spec.indexes.map(({ name }) => `${table.tableArn}/index/${name}`);
  role.addToPolicy(
    new PolicyStatement({
      actions: access === "read" ? READ : [...READ, ...WRITE],
      resources: [table.tableArn],
    }),
  );
  role.addToPolicy(
    new PolicyStatement({ actions: ["dynamodb:Query"], resources: [table.tableArn, ...indexes] }),
  );
}

/** Blobs are put once under their own hash; only what erases a person deletes any. Listing turns S3's "forbidden" for a missing blob into "not found". */
function grantBlobs(role: Role, { data, kind, access }: BlobGrant): void {
  const arn = data.exportValue(data.blobs[kind].bucketArn);
  const reads = access === "write" || access === "erase" ? [] : ["s3:GetObject"];
  const writes = access === "erase" ? "s3:DeleteObject" : "s3:PutObject";
  const actions = access === "read" ? reads : [...reads, writes];
  role.addToPolicy(new PolicyStatement({ actions, resources: [`${arn}/*`] }));
  if (reads.length > 0)
    role.addToPolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [arn] }));
  const imported = Imported.parse(Stack.of(role).resolve(arn));
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${imported["Fn::ImportValue"]}/*]`,
    reason: "Blobs have no names known beforehand: any blob of this one bucket.",
  });
}

/** Who signs a form must be allowed what it allows; and takes away what was taken in. */
function grantUploads(role: Role, data: DataStack): void {
  const arn = data.exportValue(data.uploads.bucketArn);
  const actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"];
  role.addToPolicy(new PolicyStatement({ actions, resources: [`${arn}/incoming/*`] }));
  role.addToPolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [arn] }));
  const imported = Imported.parse(Stack.of(role).resolve(arn));
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${imported["Fn::ImportValue"]}/incoming/*]`,
    reason: "What people bring has names that are made when they bring it.",
  });
}

/** Files of the log are read, and by one function put; nobody deletes one. */
function grantLog(role: Role, data: DataStack, access: "read" | "keep"): void {
  const arn = data.exportValue(data.log.bucketArn);
  const actions = access === "keep" ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"];
  role.addToPolicy(new PolicyStatement({ actions, resources: [`${arn}/log/*`] }));
  role.addToPolicy(new PolicyStatement({ actions: ["s3:ListBucket"], resources: [arn] }));
  const imported = Imported.parse(Stack.of(role).resolve(arn));
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${imported["Fn::ImportValue"]}/log/*]`,
    reason: "Files of the log are named by how far it has grown.",
  });
}

type BlobGrant = {
  readonly data: DataStack;
  readonly kind: "public" | "private";
  readonly access: BlobAccess;
};

/** Writes from the one address, by whichever of it and its domain is verified. Nothing where there is none. */
function grantSending(role: Role, sender: string): void {
  const [, domain] = sender.split("@");
  if (domain === undefined) return;
  const identity = (resourceName: string) =>
    Stack.of(role).formatArn({ service: "ses", resource: "identity", resourceName });
  role.addToPolicy(
    new PolicyStatement({
      actions: ["ses:SendEmail"],
      resources: [identity(sender), identity(domain)],
      conditions: { StringEquals: { "ses:FromAddress": sender } },
    }),
  );
}

/** A value of another stage as the template prints it; cdk-nag names its finding by it. */
const Imported = z.strictObject({ "Fn::ImportValue": z.string() });

/** The key opens only through the services that hold our data, never by a call of the function itself. */
function grantKey(role: Role, { key, region }: DataStack, { blobs }: Manifest): void {
  const services = blobs.private === undefined ? ["dynamodb"] : ["dynamodb", "s3"];
  role.addToPolicy(
    new PolicyStatement({
      actions: [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:GenerateDataKey",
        "kms:DescribeKey",
      ],
      resources: [key.keyArn],
      conditions: {
        StringEquals: { "kms:ViaService": services.map((it) => `${it}.${region}.amazonaws.com`) },
      },
    }),
  );
}

/** Signs with the newest key, in the one way that we verify, and reads the public half of every key. */
function grantSigning(role: Role, keys: readonly Key[]): void {
  const [newest] = keys;
  if (!newest) throw new Error("There is no key to sign with.");
  role.addToPolicy(
    new PolicyStatement({
      actions: ["kms:Sign"],
      resources: [newest.keyArn],
      conditions: {
        StringEquals: { "kms:SigningAlgorithm": "ED25519_SHA_512", "kms:MessageType": "RAW" },
      },
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      actions: ["kms:GetPublicKey"],
      resources: keys.map(({ keyArn }) => keyArn),
    }),
  );
}

/** Signs certificates with every key that is not retired, in the one way that is verified, and reads the public half of all. */
function grantIssuing(role: Role, { issuerKeys }: DataStack): void {
  const able = issuerKeys.filter(
    ({ line }) => line.retiredAt === undefined && line.compromisedAfter === undefined,
  );
  role.addToPolicy(
    new PolicyStatement({
      actions: ["kms:Sign"],
      resources: able.map(({ key }) => key.keyArn),
      conditions: {
        StringEquals: { "kms:SigningAlgorithm": "ED25519_SHA_512", "kms:MessageType": "RAW" },
      },
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      actions: ["kms:GetPublicKey"],
      resources: issuerKeys.map(({ key }) => key.keyArn),
    }),
  );
}

/** Opens with every key that was told to phones, in the one way that they seal, and reads their public halves. */
function grantOpening(role: Role, { sealingKeys }: DataStack): void {
  const resources = sealingKeys.map(({ keyArn }) => keyArn);
  role.addToPolicy(
    new PolicyStatement({
      actions: ["kms:Decrypt"],
      resources,
      conditions: { StringEquals: { "kms:EncryptionAlgorithm": "RSAES_OAEP_SHA_256" } },
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ["kms:GetPublicKey"], resources }));
}
