import { bucketOpener } from "@twiza/platform/blobs/s3";
import { fromStreamRecord } from "@twiza/storage/dynamodb";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { openFunction } from "../lambda.ts";
import { certificateIssuer } from "./manifest.ts";
import { onChange } from "./worker.ts";

const opened = openFunction(certificateIssuer, { openBlobs: bucketOpener() });

/**
 * Takes a batch of the stream in order and stops at the first record that fails: Lambda bisects from there, tries again, and
 * puts what still fails on the dead-letter queue, so that one poisoned record keeps no learner's certificate back.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    try {
      await onChange(opened, fromStreamRecord(record));
    } catch (error) {
      const id = record.dynamodb?.SequenceNumber ?? "";
      opened.log.error("record failed", { id, error });
      return { batchItemFailures: [{ itemIdentifier: id }] };
    }
  }
  return { batchItemFailures: [] };
}
