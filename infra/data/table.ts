import type { tableList } from "@twiza/storage/tables";
import { RemovalPolicy } from "aws-cdk-lib";
import {
  AttributeType,
  ProjectionType,
  StreamViewType,
  BillingMode,
  Table,
  TableEncryption,
  type GlobalSecondaryIndexProps,
} from "aws-cdk-lib/aws-dynamodb";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";

export type TableSpec = (typeof tableList)[number];
type IndexSpec = TableSpec["indexes"][number];

/** Days to which a table can be put back, to the second; DynamoDB's longest. */
const RECOVERY_DAYS = 35;

/**
 * A table as its spec says it, kept for ever: it outlives its stack, cannot be deleted by mistake and can be put back.
 * `Table`, not `TableV2`: the newer one cannot take a key of one's own while the Region is still open, as it is at synth.
 */
export function table(
  scope: Construct,
  spec: TableSpec,
  { prefix, key }: { readonly prefix: string; readonly key: IKey },
): Table {
  const made = new Table(scope, `${spec.name}-table`, {
    tableName: `${prefix}${spec.name}`,
    partitionKey: { name: "pk", type: AttributeType.STRING },
    sortKey: { name: "sk", type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: {
      pointInTimeRecoveryEnabled: true,
      recoveryPeriodInDays: RECOVERY_DAYS,
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(spec.stream && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
    ...(spec.ttl && { timeToLiveAttribute: spec.ttl }),
  });
  for (const index of spec.indexes) made.addGlobalSecondaryIndex(indexProps(index));
  return made;
}

function indexProps({ name, key, projection }: IndexSpec): GlobalSecondaryIndexProps {
  return {
    indexName: name,
    partitionKey: { name: key.pk, type: AttributeType.STRING },
    sortKey: { name: key.sk, type: AttributeType.STRING },
    ...projectionProps(projection),
  };
}

function projectionProps(
  projection: IndexSpec["projection"],
): Pick<GlobalSecondaryIndexProps, "projectionType" | "nonKeyAttributes"> {
  if (projection === "all") return { projectionType: ProjectionType.ALL };
  if (projection === "keys") return { projectionType: ProjectionType.KEYS_ONLY };
  return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...projection] };
}
