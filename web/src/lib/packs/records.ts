/** Where the downloads leave their notes: see `packages/client`, which pages that show none of them do not carry. */
const RECORDS = "pack-records";

/** Whether this phone knows of any course that it keeps. A browser that keeps nothing refuses the question itself. */
export const hasRecords = async (): Promise<boolean> =>
  "caches" in globalThis && (await caches.has(RECORDS).catch(() => false));
