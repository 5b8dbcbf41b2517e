import type { PublishedLog } from "@twiza/contract";
import { fromBase64url, parseCheckpoint, parseNote, type Verifier, verifierText } from "@twiza/log";
import type { Deps } from "../deps.ts";
import type { LogKeeper } from "../ports.ts";

/** The files that change: all others are written once. */
const CHECKPOINT = "checkpoint";
const KEYS = "keys.json";

/** The newest checkpoint as anybody gets it: the log's signature and the lines of the witnesses. */
export const checkpointText = ({ note, witnesses }: PublishedLog): string =>
  note + witnesses.map(({ line = "" }) => line).join("");

/**
 * Shows the newest promise. The store is what counts: whoever comes with an older one finds the newer shown, or sees it in the store
 * after having written, and shows that.
 */
export async function show({ store, logFiles }: Deps): Promise<void> {
  for (;;) {
    const published = (await store.log.published())?.value;
    const shown = await logFiles.current(CHECKPOINT);
    if (!published || sizeOf(shown?.text) > published.size) return;
    const text = checkpointText(published);
    if (shown?.text === text) return;
    await logFiles.replace(CHECKPOINT, text, shown?.version ?? "absent");
  }
}

const sizeOf = (text = ""): number => parseCheckpoint(parseNote(text)?.body ?? "")?.size ?? -1;

/** The key that the log signs with today, under the log's name. */
export async function ownKey(keeper: LogKeeper): Promise<Verifier> {
  const [key] = await ownKeys(keeper);
  if (!key) throw new Error("the log has no key");
  return key;
}

async function ownKeys({ origin, signer }: LogKeeper): Promise<readonly Verifier[]> {
  return (await signer.keys()).flatMap(({ x }) => {
    const point = fromBase64url(x);
    return point ? [{ name: origin, type: "log" as const, point }] : [];
  });
}

/** Tells the keys of the log and of its witnesses. Whoever checks keeps them from a day when she believed them. */
export async function showKeys({ logFiles }: Deps, keeper: LogKeeper): Promise<void> {
  const log = (await ownKeys(keeper)).map(verifierText);
  const witnesses = keeper.witnesses.map(({ verifier }) => verifierText(verifier));
  const text = `${JSON.stringify({ log, witnesses })}\n`;
  const shown = await logFiles.current(KEYS);
  if (shown?.text !== text) await logFiles.replace(KEYS, text, shown?.version ?? "absent");
}
