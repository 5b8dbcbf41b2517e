import type { Records } from "@twiza/core";

const KIND = "feed";
const FOREVER = new Date("9999-01-01T00:00:00Z");

/** How far a consumer has come in a change feed: everything up to there is done. Nothing before its first time. */
export async function readPlace(records: Records, consumer: string): Promise<string | undefined> {
  const kept = await records.read(KIND, consumer);
  return typeof kept?.value === "string" ? kept.value : undefined;
}

/** On the disk when it returns; what is before it may be dropped from the feed. */
export async function keepPlace(records: Records, consumer: string, place: string): Promise<void> {
  await records.write(KIND, consumer, place, { expiresAt: FOREVER, expected: "any" });
}
