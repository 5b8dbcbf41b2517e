import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** What the engines would refuse to send, in DynamoDB's own form. */
export function attributes(
  item: Readonly<Record<string, unknown>>,
): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attribute(value)]));
}

function attribute(value: unknown): AttributeValue {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(attribute) };
  throw new TypeError("no test sends this");
}
