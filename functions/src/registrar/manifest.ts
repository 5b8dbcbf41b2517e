import { manifest } from "../manifest.ts";

/**
 * Signs each certificate once and keeps its status lists, from the register's own change feed. Its forms name where they are checked,
 * so that it knows our address.
 */
export const registrar = manifest({
  name: "registrar",
  kind: "stream",
  stream: {
    table: "certificates",
    entity: "certificate",
    batchSize: 25,
    windowSeconds: 0,
    retries: 5,
  },
  tables: { certificates: "read-write" },
  blobs: {},
  issues: true,
  environment: ["TWIZA_ORIGIN"],
  memoryMb: 512,
  timeoutSeconds: 60,
});
