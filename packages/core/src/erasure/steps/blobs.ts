import { Hash } from "@twiza/contract";
import { hashesIn } from "../scrub.ts";
import type { Erasing } from "./step.ts";

/**
 * Takes away the private blobs that a row names, unless somebody else's work or look holds the same bytes. Before the row itself, which
 * alone knows them.
 */
export async function removeBlobsOf(
  { deps, bin, erasure: { learnerId } }: Erasing,
  data: unknown,
): Promise<void> {
  for (const hash of new Set(hashesIn(data).map((each) => Hash.parse(each)))) {
    const { rows } = await deps.store.erasures.rows({ of: "blob", hash }, undefined);
    const isHers = (row: (typeof rows)[number]): boolean =>
      (row.data as { learnerId?: unknown } | null)?.learnerId === learnerId;
    if (rows.every(isHers)) await bin.remove(hash);
    await deps.store.erasures.remove(rows.filter(isHers));
  }
}
