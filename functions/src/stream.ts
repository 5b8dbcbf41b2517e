import { fromStreamRecord } from "@twiza/storage/dynamodb";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import type { OnChange } from "./follow.ts";

/**
 * Takes a batch of the stream in order and stops at the first record that fails: Lambda bisects from there, tries again, and
 * puts what still fails on the dead-letter queue, so that one poisoned record keeps no other back.
 */
export const streamHandler =
  (opened: Parameters<OnChange>[0], onChange: OnChange) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
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
  };

type Batch = ReturnType<typeof streamHandler>;
/** What a schedule sends is of no interest: it has no records. */
const isBatch = (event: Partial<DynamoDBStreamEvent>): event is DynamoDBStreamEvent =>
  event.Records !== undefined;

/** The same worker, called by a schedule as well. What fails then is tried again at the next time, and told by the function's alarm. */
export const alsoAtTimes =
  (batch: Batch, work: () => Promise<void>) =>
  async (event: Partial<DynamoDBStreamEvent>): Promise<DynamoDBBatchResponse> => {
    if (isBatch(event)) return batch(event);
    await work();
    return { batchItemFailures: [] };
  };
