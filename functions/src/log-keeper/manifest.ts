import { manifest } from "../manifest.ts";

/**
 * Makes the public log public: files, a signed checkpoint, the lines of witnesses. It follows the end of the log, which moves once for
 * all that was appended together, and looks again each hour, for witnesses that were away.
 */
export const logKeeper = manifest({
  name: "log-keeper",
  kind: "stream",
  stream: {
    table: "certificates",
    entity: "log-tail",
    batchSize: 100,
    windowSeconds: 2,
    retries: 5,
  },
  everyMinutes: 60,
  tables: { certificates: "read-write" },
  blobs: {},
  log: "keep",
  environment: [],
  memoryMb: 512,
  timeoutSeconds: 60,
});
