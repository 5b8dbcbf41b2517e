import { tableList, type TableName } from "@twiza/storage/tables";
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { tablePrefixOf, type Settings } from "../settings.ts";
import { logBucket, privateBlobs, publicBlobs, uploads } from "./blobs.ts";
import {
  issuerKeys,
  type LaidOutIssuerKey,
  logKeys,
  sealingKeys,
  signingKeys,
} from "./signing-keys.ts";
import { table, type TableSpec } from "./table.ts";

type Props = StackProps & { readonly settings: Settings };

/** A table as laid out, beside the spec that it was made from. */
export type LaidOutTable = { readonly spec: TableSpec; readonly table: Table };

/** Everything that must never be lost. Nothing here knows who uses it. */
export class DataStack extends Stack {
  /**
   * Our own key, at about one dollar a month, instead of AWS's: people's data may lie outside their country (law 09-08), so
   * the operator can see each use of the key in CloudTrail and can shut the data with one act.
   */
  readonly key: Key;
  /** Of what we sign, newest first. */
  readonly signingKeys: readonly Key[];
  /** Of certificates, newest first. */
  readonly issuerKeys: readonly LaidOutIssuerKey[];
  /** For what phones seal for us, newest first. */
  readonly sealingKeys: readonly Key[];
  /** Of the public log's checkpoints, newest first. */
  readonly logKeys: readonly Key[];
  readonly tables: ReadonlyMap<string, LaidOutTable>;
  readonly blobs: { readonly public: Bucket; readonly private: Bucket };
  /** Where what people bring waits for a day. */
  readonly uploads: Bucket;
  /** The public log, which nobody can take back. */
  readonly log: Bucket;
  readonly tablePrefix: string;

  constructor(scope: Construct, id: string, { settings, ...props }: Props) {
    super(scope, id, props);
    this.tablePrefix = tablePrefixOf(settings);
    this.key = new Key(this, "data-key", {
      description: `Encrypts the tables and private blobs of ${settings.deployment}`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.signingKeys = signingKeys(this, settings.deployment);
    this.issuerKeys = issuerKeys(this, settings.deployment);
    this.sealingKeys = sealingKeys(this, settings.deployment);
    this.logKeys = logKeys(this, settings.deployment);
    const place = { prefix: this.tablePrefix, key: this.key };
    this.tables = new Map(
      tableList.map((spec) => [spec.name, { spec, table: table(this, spec, place) }]),
    );
    this.blobs = { public: publicBlobs(this), private: privateBlobs(this, this.key) };
    this.uploads = uploads(this);
    this.log = logBucket(this);
    // For the operator's own desk, which lets the first people in.
    new CfnOutput(this, "PublicBlobs", { value: this.blobs.public.bucketName });
    new CfnOutput(this, "PrivateBlobs", { value: this.blobs.private.bucketName });
  }

  /** @throws when no spec has the name: the list of specs and the type of their names disagree. */
  tableOf(name: TableName): LaidOutTable {
    const it = this.tables.get(name);
    if (!it) throw new Error(`No table spec is named ${name}.`);
    return it;
  }
}
