import { tableList } from "@twiza/storage/tables";
import { describe, expect, it } from "vitest";
import { cloud, printed, resources } from "./cloud.ts";

const { stacks } = cloud();
const data = printed(stacks.data);
const tables = resources(data, "AWS::DynamoDB::Table");

const attributes = (name: string): Readonly<Record<string, unknown>> => {
  const it = tables.find(({ Properties }) => Properties["TableName"] === `twiza-${name}`);
  return it?.Properties ?? {};
};

describe("what is kept", () => {
  it("has a table for every spec and none besides", () => {
    expect(tables.map(({ Properties }) => Properties["TableName"]).sort()).toEqual(
      tableList.map(({ name }) => `twiza-${name}`).sort(),
    );
  });

  it.each(tableList.map((spec) => [spec.name, spec] as const))(
    "%s is laid out as its spec says",
    (name, spec) => {
      const made = attributes(name);
      expect(made["KeySchema"]).toEqual([
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ]);
      const indexes = spec.indexes.map((index): unknown =>
        expect.objectContaining({
          IndexName: index.name,
          KeySchema: [
            { AttributeName: index.key.pk, KeyType: "HASH" },
            { AttributeName: index.key.sk, KeyType: "RANGE" },
          ],
        }),
      );
      expect(made["GlobalSecondaryIndexes"] ?? []).toEqual(indexes);
      const stream = spec.stream ? { StreamViewType: "NEW_AND_OLD_IMAGES" } : undefined;
      expect(made["StreamSpecification"]).toEqual(stream);
      const ttl = spec.ttl ? { AttributeName: spec.ttl, Enabled: true } : undefined;
      expect(made["TimeToLiveSpecification"]).toEqual(ttl);
    },
  );

  it.each(tableList.map(({ name }) => name))(
    "%s can be put back to any second of 35 days, cannot be deleted by mistake and costs nothing while idle",
    (name) => {
      expect(attributes(name)).toMatchObject({
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: true,
          RecoveryPeriodInDays: 35,
        },
        DeletionProtectionEnabled: true,
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
      });
    },
  );

  const STATEFUL = [
    "AWS::DynamoDB::Table",
    "AWS::S3::Bucket",
    "AWS::KMS::Key",
    "AWS::Cognito::UserPool",
    "AWS::SQS::Queue",
  ];
  const stateful = Object.values(stacks)
    .map(printed)
    .flatMap((it) => resources(it))
    .filter(({ Type }) => STATEFUL.includes(Type));

  it("outlives its stack, in whichever stage it lies", () => {
    for (const { id, DeletionPolicy, UpdateReplacePolicy } of stateful)
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, "Retain", "Retain"]);
  });

  it("keeps its logical ids, because a new id would be a new and empty table, bucket, key or pool", () => {
    expect(stateful.map(({ id }) => id).sort()).toMatchInlineSnapshot(`
      [
        "batchissuerdeadlettersA44304D6",
        "certificateissuerdeadlettersF9DD97A4",
        "certificatestable84D2E88C",
        "coursestableB7484C7F",
        "datakey6D03DE4A",
        "eraserdeadletters6C10475D",
        "issuerkey20265812EC34",
        "itemstatisticsdeadlettersE0F443FC",
        "learnerstableB926A04C",
        "log751C81CB",
        "logkeeperdeadletters45262E32",
        "logkey6F17E042",
        "logs0B6081B1",
        "peopleEDDB81BD",
        "peopletable565FF3AA",
        "privateblobsFDB53183",
        "publicblobsD7A7E1EE",
        "registrardeadletters3A010C02",
        "regraderdeadletters99415775",
        "sealingkeyD8A16C6D",
        "signingkeyB066525C",
        "site87CC46B4",
        "uploadsC5D9E923",
      ]
    `);
  });

  it("has keys for signing and for opening parcels whose private halves nobody can read, and one for the data that turns each year", () => {
    const keys = resources(data, "AWS::KMS::Key").map(({ Properties }) => Properties);
    expect(keys).toEqual([
      expect.objectContaining({ EnableKeyRotation: true }),
      expect.objectContaining({ KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" }),
      expect.objectContaining({ KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" }),
      expect.objectContaining({ KeySpec: "RSA_3072", KeyUsage: "ENCRYPT_DECRYPT" }),
      expect.objectContaining({ KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" }),
    ]);
  });

  it("lets nobody delete or replace a file of the public log for ten years", () => {
    const logs = resources(data, "AWS::S3::Bucket").filter(({ id }) => id.startsWith("log"));
    expect(logs).toHaveLength(1);
    expect(logs[0]?.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "COMPLIANCE", Days: 3650 } },
      },
      VersioningConfiguration: { Status: "Enabled" },
    });
  });

  it("opens no bucket to the public and speaks TLS only", () => {
    const buckets = Object.values(stacks)
      .map(printed)
      .flatMap((it) => resources(it, "AWS::S3::Bucket"));
    expect(buckets).toHaveLength(6);
    for (const { Properties } of buckets)
      expect(Properties["PublicAccessBlockConfiguration"]).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    const policies = Object.values(stacks)
      .map(printed)
      .flatMap((it) => resources(it, "AWS::S3::BucketPolicy"));
    expect(policies).toHaveLength(buckets.length);
    for (const { Properties } of policies)
      expect(Properties["PolicyDocument"]).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: "Deny",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          }),
        ]) as unknown,
      });
  });
});
