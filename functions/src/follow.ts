import type { Deps, Records } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import type { Change, Engine } from "@twiza/storage";
import { keepPlace, readPlace } from "./feed-place.ts";
import type { StreamManifest } from "./manifest.ts";

/** After so many failures a change is set aside with its log line, so that the others pass. */
const TRIES = 3;

/** What a worker does with each change of the feed that its manifest names. */
export type OnChange = (
  within: { readonly deps: Deps; readonly log: Log },
  change: Change,
) => Promise<void>;

type House = {
  readonly worker: Pick<StreamManifest, "name" | "stream">;
  readonly onChange: OnChange;
  readonly deps: Deps;
  readonly log: Log;
  readonly engine: Engine;
  readonly records: Records;
};

/**
 * Follows a change feed in this process, as the stream does in the cloud. Where it stands is kept: after a crash it takes up
 * there, and seeing a change twice does nothing.
 */
export function follow(
  house: House,
  everyMilliseconds = 200,
): { stop(): Promise<void>; settled(): Promise<void> } {
  let stopped = false;
  let turn = Promise.resolve();
  let reached: string | undefined;
  const look = async (): Promise<void> => {
    reached = await catchUp(house, reached);
  };
  const timer = setInterval(() => {
    if (!stopped) turn = turn.then(look);
  }, everyMilliseconds);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await turn;
    },
    settled: () => (turn = turn.then(look)),
  };
}

/** Changes a reading. */
const AT_ONCE = 100;
/** Places themselves are kept as such rows: that one moved is no reason to move it. */
const isRecord = ({ before, after }: Change): boolean => (after ?? before)?.["entity"] === "record";

/**
 * Takes everything that the feed has, in order, from where it was read last.
 * @returns how far it has read; what is kept may be a few records behind
 */
async function catchUp(house: House, reached: string | undefined): Promise<string | undefined> {
  const { engine, records } = house;
  const { name, stream } = house.worker;
  let after = reached ?? (await readPlace(records, name));
  for (;;) {
    const { records: changes, next } = await engine.changes(stream.table, after, AT_ONCE);
    if (changes.length === 0) return after;
    for (const change of changes) await handle(house, change);
    after = next;
    if (changes.length === AT_ONCE || !changes.every(isRecord))
      await keepPlace(records, name, next);
  }
}

async function handle(house: House, change: Change): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await house.onChange(house, change);
      return;
    } catch (error) {
      house.log.error("change failed", {
        worker: house.worker.name,
        id: change.id,
        attempt,
        error,
      });
      if (attempt === TRIES) return;
    }
  }
}
