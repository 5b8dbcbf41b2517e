import type { Clock, Records } from "@twiza/core";
import type { Log } from "@twiza/platform/log";
import type { DailyManifest } from "./manifest.ts";

type House = {
  readonly worker: Pick<DailyManifest, "name" | "hour">;
  readonly work: () => Promise<void>;
  readonly clock: Clock;
  readonly records: Records;
  readonly log: Log;
};

const KIND = "daily";
const DAY = 86_400_000;

/**
 * Calls a worker once a day in this process, as the schedule does in the cloud: at its hour, or as soon after as the process runs.
 * What fails is tried again at the next look. It keeps no process alive.
 */
export function daily(
  house: House,
  everyMilliseconds = 600_000,
): { look(): Promise<void>; stop(): Promise<void> } {
  let turn = Promise.resolve();
  const look = () => (turn = turn.then(() => onceToday(house)));
  const timer = setInterval(() => void look(), everyMilliseconds).unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}

async function onceToday({ worker, work, clock, records, log }: House): Promise<void> {
  const now = clock.now();
  if (now.getUTCHours() < worker.hour) return;
  const id = `${worker.name} ${now.toISOString().slice(0, 10)}`;
  try {
    if (await records.read(KIND, id)) return;
    await work();
    const expiresAt = new Date(now.getTime() + 2 * DAY);
    await records.write(KIND, id, true, { expiresAt, expected: "any" });
  } catch (error) {
    log.error("daily work failed", { worker: worker.name, error });
  }
}
