import { take, TakeFault } from "@twiza/client/take";
import { t } from "#lib";
import { ENDING } from "./ending.ts";
import { keysHere, newestKeys } from "./keys.ts";
import { outside } from "./outside.ts";
import { keepOutline } from "./outline.ts";

type How = { readonly signal: AbortSignal; readonly tell: (percent: number) => void };

/** Takes a course from a file. Where there is network, a key that is not known here is asked for. @throws TakeFault */
export async function takeFile(file: Blob, how: How) {
  const record = await taken(file, how);
  await keepOutline(record);
  return record;
}

async function taken(file: Blob, { signal, tell }: How) {
  const how = {
    signal,
    tell: ({ done, total }: { done: number; total: number }) =>
      tell(Math.floor((100 * done) / Math.max(1, total))),
  };
  try {
    return await take(outside, file, { ...how, keys: (await keysHere()).keys });
  } catch (error) {
    if (!(error instanceof TakeFault && error.reason === "new_key" && navigator.onLine))
      throw error;
    const keys = await newestKeys().catch(() => []);
    return take(outside, file, { ...how, keys });
  }
}

/** Why a file was not taken, in the reader's words; the ending isolated, so that its dot stays before it in Arabic. */
export function whyNot(error: unknown): string {
  if (!(error instanceof TakeFault)) return t("error.internal");
  const { reason, needed = 0, free = 0 } = error;
  if (reason === "full") return t("take.why.full", { needed, free });
  return reason === "foreign"
    ? t("take.why.foreign", { ending: `\u2066${ENDING}\u2069` })
    : t(`take.why.${reason}`);
}
