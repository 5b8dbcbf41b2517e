import type { Clock, Records } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import type { SqliteEngine } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import { readPlace } from "./feed-place.ts";
import type { StreamManifest } from "./manifest.ts";

const HOUR = 3_600_000;

type House = {
  readonly file: SqliteEngine;
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
  /** Everybody who reads a change feed. Whoever is left out here loses what was not read yet. */
  readonly consumers: readonly Pick<StreamManifest, "name" | "stream">[];
};

/**
 * What DynamoDB does by itself and a file does not: removes what has expired (sessions, codes, sign-ins under way), then drops
 * from the change feeds what all their consumers have done. Every hour, and whenever `once` is called.
 */
export function keepUp(
  house: House,
  everyMilliseconds = HOUR,
): { once(): Promise<void>; stop(): Promise<void> } {
  let turn = Promise.resolve();
  const once = () => (turn = turn.then(() => tidy(house)));
  // It keeps no process alive: there is nothing here that the next start would not do as well.
  const timer = setInterval(() => void once(), everyMilliseconds).unref();
  return {
    once,
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}

/** A busy file is no reason to fall: the next time comes. */
async function tidy(house: House): Promise<void> {
  const { file, clock, log } = house;
  try {
    const expired = await file.sweep(clock.now().getTime());
    let trimmed = 0;
    for (const { name } of tableList.filter(({ stream }) => stream))
      trimmed += await trim(house, name);
    log.info("upkeep", { expired, trimmed });
  } catch (error) {
    log.error("upkeep failed", { error });
  }
}

/** Places are read before anything goes, so that nothing beyond them can: a consumer only ever moves on. */
async function trim({ file, records, consumers }: House, table: string): Promise<number> {
  const readers = consumers.filter(({ stream }) => stream.table === table);
  const places = await Promise.all(readers.map(({ name }) => readPlace(records, name)));
  const passed = places.filter((place) => place !== undefined);
  // Who has never read may still want the very first record.
  return passed.length === readers.length ? file.trim(table, passed) : 0;
}
