import type { TestProject } from "vitest/node";
import { hasJava, startDynamoDbLocal } from "./dynamodb-local.ts";

declare module "vitest" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- what is provided is added to Vitest's own
  export interface ProvidedContext {
    readonly dynamoDb: string;
  }
}

const PORT = 4710;

/** One DynamoDB Local for all files of the suite: Java takes longer to start and to become quick than most of them take. */
export async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!hasJava) return undefined;
  const local = await startDynamoDbLocal(PORT);
  provide("dynamoDb", local.endpoint);
  return () => local.stop();
}
