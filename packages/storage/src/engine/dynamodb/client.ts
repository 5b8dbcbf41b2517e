import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { NodeHttpHandler } from "@smithy/node-http-handler";

/** Attempts of the SDK within one attempt of ours. */
const MAX_ATTEMPTS = 4;
const CONNECTION_TIMEOUT_MILLISECONDS = 500;
const REQUEST_TIMEOUT_MILLISECONDS = 2_000;

/**
 * A client that never waits without an end: the SDK's own default has no request time-out, and one hung connection would hold a
 * function until it is killed.
 */
export const dynamoClient = (config: DynamoDBClientConfig): DynamoDBClient =>
  new DynamoDBClient({
    maxAttempts: MAX_ATTEMPTS,
    retryMode: "standard",
    requestHandler: new NodeHttpHandler({
      connectionTimeout: CONNECTION_TIMEOUT_MILLISECONDS,
      requestTimeout: REQUEST_TIMEOUT_MILLISECONDS,
      throwOnRequestTimeout: true,
    }),
    ...config,
  });
