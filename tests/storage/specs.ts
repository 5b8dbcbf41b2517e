import type { TableSpec } from "@twiza/storage/spec";

/** Every kind of projection, a stream and a ttl. */
export const things = {
  name: "things",
  stream: true,
  ttl: "expiresAt",
  indexes: [
    { name: "whole", key: { pk: "wholeKey", sk: "wholeSort" }, projection: "all" },
    { name: "keysOnly", key: { pk: "keysKey", sk: "keysSort" }, projection: "keys" },
    { name: "some", key: { pk: "someKey", sk: "someSort" }, projection: ["note", "body"] },
  ],
} as const satisfies TableSpec;
export const others: TableSpec = { name: "others", stream: false, indexes: [] };
export const specs: readonly TableSpec[] = [things, others];
