import type { Access, Manifest } from "@twiza/functions/manifest";
import { manifests, streamManifests } from "@twiza/functions/manifests";
import { tableList } from "@twiza/storage/tables";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cloud, EVERY_SETTING, plainly, printed, resources } from "./cloud.ts";

const { stacks } = cloud();
const all = Object.values(stacks).map(printed);

const Actions = z.union([z.string().transform((it) => [it]), z.array(z.string())]);
const Policy = z.looseObject({
  Roles: z.array(z.unknown()).optional(),
  PolicyDocument: z.looseObject({
    Statement: z.array(
      z.looseObject({
        Effect: z.string(),
        Action: Actions,
        Resource: z.union([z.array(z.unknown()), z.unknown().transform((it) => [it])]),
      }),
    ),
  }),
});

const policies = all
  .flatMap((it) => resources(it, "AWS::IAM::Policy"))
  .map(({ id, Properties }) => ({ id, ...Policy.parse(Properties) }));

/** `action on resource`, one line each, of what a function's role allows. */
function rightsOf(name: string): readonly string[] {
  const id = `${name.replaceAll("-", "")}role`;
  const own = policies.filter((it) => it.id.startsWith(id));
  expect(own, `${name} has one policy`).toHaveLength(1);
  return own
    .flatMap((it) => it.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((it) => `${action} on ${plainly(it, all)}`)),
    )
    .sort();
}

/** Written a second time on purpose, from the words "read", "write" and "read-write" and not from the code that grants. */
function promisedBy(manifest: Manifest): readonly string[] {
  const tables: Readonly<Partial<Record<string, Access>>> = manifest.tables;
  const onTables = tableList.flatMap(({ name, indexes }) => {
    const access = tables[name];
    if (!access) return [];
    const actions = ["GetItem", "BatchGetItem", "ConditionCheckItem", "Query"];
    if (access === "read-write") actions.push("PutItem", "DeleteItem");
    return [
      ...actions.map((it) => `dynamodb:${it} on twiza-${name}`),
      ...indexes.map((it) => `dynamodb:Query on twiza-${name}/index/${it.name}`),
    ];
  });
  const onBlobs = (["public", "private"] as const).flatMap((kind) => {
    const access = manifest.blobs[kind];
    if (!access) return [];
    if (access === "erase") return [`s3:DeleteObject on ${kind}blobs/*`];
    const put = access === "read" ? [] : [`s3:PutObject on ${kind}blobs/*`];
    if (access === "write") return put;
    return [`s3:GetObject on ${kind}blobs/*`, `s3:ListBucket on ${kind}blobs`, ...put];
  });
  const onUploads = manifest.uploads
    ? [
        ...["GetObject", "PutObject", "DeleteObject"].map((it) => `s3:${it} on uploads/incoming/*`),
        "s3:ListBucket on uploads",
      ]
    : [];
  const toLog = manifest.log === "keep" ? ["s3:PutObject on log/log/*"] : [];
  const onLog = manifest.log ? ["s3:GetObject on log/log/*", "s3:ListBucket on log", ...toLog] : [];
  return [...onTables, ...onBlobs, ...onUploads, ...onLog];
}

const aboutData = (right: string): boolean => /^(dynamodb|s3):/.test(right);
const aboutFeed = (right: string): boolean => /Stream|GetRecords|GetShardIterator/.test(right);

describe("rights", () => {
  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s may do with tables and blobs what its manifest says, and nothing else",
    (name, manifest) => {
      const rights = rightsOf(name).filter((it) => aboutData(it) && !aboutFeed(it));
      expect(rights).toEqual([...promisedBy(manifest)].sort());
    },
  );

  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s has besides only its own log, the key and, for a worker, its feed and its dead letters",
    (name, manifest) => {
      const rest = rightsOf(name).filter((it) => !aboutData(it) || aboutFeed(it));
      const services = new Set(rest.map((it) => it.split(":")[0]));
      const expected =
        manifest.kind === "stream" ? ["dynamodb", "kms", "logs", "sqs"] : ["kms", "logs"];
      expect([...services].sort()).toEqual(expected);
    },
  );

  it("no policy names every action, and every resource only where AWS knows no other", () => {
    const bare = policies
      .flatMap((it) => it.PolicyDocument.Statement)
      .filter(
        ({ Action, Resource }) => Resource.includes("*") || Action.some((it) => it.includes("*")),
      )
      .flatMap(({ Action }) => Action);
    expect(bare).toEqual(streamManifests.map(() => "dynamodb:ListStreams"));
  });

  it("no role carries a ready-made policy of AWS", () => {
    const roles = all.flatMap((it) => resources(it, "AWS::IAM::Role"));
    expect(roles.length).toBeGreaterThanOrEqual(manifests.length);
    for (const role of roles) expect(role.Properties["ManagedPolicyArns"], role.id).toBeUndefined();
  });

  const statements = policies.flatMap((it) => it.PolicyDocument.Statement);
  const SIGNING = ["kms:Sign", "kms:GetPublicKey"];
  const isAbout = (key: string, right: string) => right.endsWith(` on ${key}`);

  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s signs if its manifest says so, with the newest key, and reads public keys",
    (name, { signs }: Manifest) => {
      const rights = rightsOf(name).filter((it) => isAbout("signingkey", it));
      expect(rights).toEqual(
        signs ? ["kms:GetPublicKey on signingkey", "kms:Sign on signingkey"] : [],
      );
    },
  );

  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s signs certificates if its manifest says so, with their keys alone",
    (name, { issues }: Manifest) => {
      const rights = rightsOf(name).filter((it) => it.includes(" on issuerkey"));
      expect(rights).toEqual(
        issues ? ["kms:GetPublicKey on issuerkey2026", "kms:Sign on issuerkey2026"] : [],
      );
    },
  );

  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s signs for the public log only if it keeps it",
    (name, { log }: Manifest) => {
      const rights = rightsOf(name).filter((it) => isAbout("logkey", it));
      expect(rights).toEqual(
        log === "keep" ? ["kms:GetPublicKey on logkey", "kms:Sign on logkey"] : [],
      );
    },
  );

  it("who writes to people may do so from the one address that the operator has for it", () => {
    const chosen = Object.values(cloud(EVERY_SETTING).stacks).map(printed);
    const sending = chosen
      .flatMap((it) => resources(it, "AWS::IAM::Policy"))
      .flatMap(({ Properties }) => Policy.parse(Properties).PolicyDocument.Statement)
      .filter(({ Action }) => Action.some((it) => it.startsWith("ses:")));
    expect(sending).toMatchObject([
      {
        Action: ["ses:SendEmail"],
        Condition: { StringEquals: { "ses:FromAddress": EVERY_SETTING.senderEmail } },
      },
    ]);
    expect(JSON.stringify(sending[0]?.Resource)).toContain(`identity/${EVERY_SETTING.senderEmail}`);
  });

  it("nobody may delete a file of the public log, lift its lock or put it under another", () => {
    const onLog = manifests
      .flatMap(({ name }) => rightsOf(name))
      .filter((it) => /^s3:.* on log(?:\/|$)/.test(it));
    const actions = new Set(onLog.map((it) => it.split(" ")[0]));
    expect([...actions].sort()).toEqual(["s3:GetObject", "s3:ListBucket", "s3:PutObject"]);
  });

  it("a signature is asked of KMS in the one way that we verify", () => {
    const signing = statements.filter(({ Action }) => Action.includes("kms:Sign"));
    const signers = manifests
      .flatMap((it: Manifest) => [it.signs, it.issues, it.log === "keep"])
      .filter(Boolean);
    expect(signing).toHaveLength(signers.length);
    for (const { Condition } of signing)
      expect(Condition).toEqual({
        StringEquals: { "kms:SigningAlgorithm": "ED25519_SHA_512", "kms:MessageType": "RAW" },
      });
  });

  it.each(manifests.map((it) => [it.name, it] as const))(
    "%s opens parcels if its manifest says so, and nothing else with that key but reading its public half",
    (name, { opens }: Manifest) => {
      const rights = rightsOf(name).filter((it) => isAbout("sealingkey", it));
      expect(rights).toEqual(
        opens ? ["kms:Decrypt on sealingkey", "kms:GetPublicKey on sealingkey"] : [],
      );
    },
  );

  it("two functions open parcels and PINs, in the one way that phones seal", () => {
    const opening = statements.filter(
      ({ Action, Resource }) =>
        Action.includes("kms:Decrypt") && plainly(Resource[0], all) === "sealingkey",
    );
    expect(opening).toHaveLength(2);
    for (const { Condition } of opening)
      expect(Condition).toEqual({
        StringEquals: { "kms:EncryptionAlgorithm": "RSAES_OAEP_SHA_256" },
      });
  });

  it("the key of the data opens for functions only through the services that hold the data", () => {
    const opening = statements
      .filter(({ Action }) => Action.some((it) => it.startsWith("kms:")))
      .filter(({ Action }) => !Action.some((it) => SIGNING.includes(it)))
      .filter(({ Resource }) => plainly(Resource[0], all) !== "sealingkey");
    expect(opening.length).toBe(manifests.length);
    for (const { Condition } of opening)
      expect(Condition).toHaveProperty(["StringEquals", "kms:ViaService"]);
  });
});
