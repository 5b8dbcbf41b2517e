import { filesOf } from "@twiza/contract/pack-choice";
import { filesHere } from "./here.ts";
import { FILES, type Outside, pathOf } from "./outside.ts";
import { recordsOf } from "./record.ts";

/** Removes the files that no record wants any more. */
export async function prune(outside: Outside): Promise<void> {
  const records = await recordsOf(outside).all();
  const kept = records.flatMap(({ index, choice }) => filesOf(index, choice));
  const wanted = new Set<string>(kept.map(({ hash }) => hash));
  const cache = await outside.caches.open(FILES);
  for (const hash of await filesHere(outside))
    if (!wanted.has(hash)) await cache.delete(pathOf(hash));
}
