import { filesOf, type Wanted, weightOf } from "@twiza/contract/pack-choice";
import { FILES, type Outside, pathOf } from "./outside.ts";
import { type PackRecord, recordsOf } from "./record.ts";

/** How far a pack has come, in bytes. */
export type Progress = { readonly done: number; readonly total: number };

/** A pack on this phone. `damaged` says that the browser has cleared some of what was there. */
export type OnPhone = PackRecord & {
  readonly progress: Progress;
  readonly damaged: boolean;
  /** The lessons of which something is still to come. */
  readonly lacking: ReadonlySet<string>;
  /** What these lessons take when they are whole, in bytes. */
  readonly bytesOf: (lessonIds: readonly string[]) => number;
};

/** The names of all files that lie on the phone. One look, however many there are. */
export async function filesHere({ caches }: Pick<Outside, "caches">): Promise<ReadonlySet<string>> {
  const cache = await caches.open(FILES);
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return new Set(paths.map((path) => path.slice(pathOf("").length)));
}

export const missingOf = (
  record: Pick<PackRecord, "index" | "choice">,
  here: ReadonlySet<string>,
): readonly Wanted[] => filesOf(record.index, record.choice).filter(({ hash }) => !here.has(hash));

export function progressOf(
  record: Pick<PackRecord, "index" | "choice">,
  here: ReadonlySet<string>,
): Progress {
  const total = weightOf(filesOf(record.index, record.choice));
  return { done: total - weightOf(missingOf(record, here)), total };
}

/** What is on this phone or wanted on it, looked at anew. Fetches nothing. */
export async function packsHere(outside: Pick<Outside, "caches">): Promise<readonly OnPhone[]> {
  const here = await filesHere(outside);
  return (await recordsOf(outside).all()).map((record) => {
    const missing = missingOf(record, here);
    const wanted = filesOf(record.index, record.choice);
    return {
      ...record,
      progress: progressOf(record, here),
      damaged: record.status === "whole" && missing.length > 0,
      lacking: new Set(missing.flatMap(({ lessonIds = [] }) => lessonIds)),
      bytesOf: (ids) =>
        weightOf(wanted.filter(({ lessonIds = [] }) => lessonIds.some((id) => ids.includes(id)))),
    };
  });
}
