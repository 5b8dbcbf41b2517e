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
  const timer = setInterval(() => {
    if (!stopped) turn = turn.then(() => catchUp(house));
  }, everyMilliseconds);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await turn;
    },
    settled: () => (turn = turn.then(() => catchUp(house))),
  };
}

/** Takes everything that the feed has, in order. */
async function catchUp(house: House): Promise<void> {
  const { engine, records } = house;
  const { name, stream } = house.worker;
  for (;;) {
    const after = await readPlace(records, name);
    const { records: changes, next } = await engine.changes(stream.table, after, 100);
    if (changes.length === 0) return;
    for (const change of changes) await handle(house, change);
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
