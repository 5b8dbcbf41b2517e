import { downloadZip } from "client-zip";
import { filesOf } from "@twiza/contract/pack-choice";
import { PackFault } from "./fault.ts";
import { CHOICE, NAMES, PIECE } from "./names.ts";
import { FILES, hashOf, type Outside, pathOf } from "./outside.ts";
import type { PackRecord } from "./record.ts";
import { claimsIn } from "./signature.ts";

/** The same for every file: the same course gives the same bytes, and nothing of the phone is told. */
const lastModified = new Date("2000-01-01T12:00:00");

/**
 * A course on this phone as one file for another phone: what we signed, the list that it signs, what was chosen, and every piece.
 * An archive that any computer can look into. Nothing is held in memory but the piece that is just written.
 * @throws PackFault `missing` when a piece has gone or nothing was signed, `corrupt` when the list is not the signed one
 */
export async function handOn(outside: Pick<Outside, "caches">, record: PackRecord): Promise<Blob> {
  const { signature, index, choice } = record;
  if (!signature) throw new PackFault("missing");
  const list = new TextEncoder().encode(JSON.stringify(index));
  const { course, version, index: signed } = claimsIn(signature);
  const isSigned = course === record.courseId && version === record.version;
  if (!isSigned || (await hashOf(list.buffer)) !== signed) throw new PackFault("corrupt");
  const cache = await outside.caches.open(FILES);
  const hashes = new Set<string>(filesOf(index, choice).map(({ hash }) => hash));
  async function* parts() {
    yield { name: NAMES.signature, lastModified, input: signature ?? "" };
    yield { name: NAMES.index, lastModified, input: list };
    const chosen = new TextEncoder().encode(JSON.stringify(choice));
    yield { name: CHOICE + (await hashOf(chosen.buffer)), lastModified, input: chosen };
    for (const hash of hashes) {
      const piece = await cache.match(pathOf(hash));
      if (!piece) throw new PackFault("missing");
      yield { name: `${PIECE}${hash}`, lastModified, input: await piece.arrayBuffer() };
    }
  }
  // A stream that fails tells its reader in words of the browser's own.
  const parted = parts();
  const whole: { fault?: unknown } = {};
  async function* watched() {
    try {
      yield* parted;
    } catch (error) {
      whole.fault = error;
      throw error;
    }
  }
  try {
    return await downloadZip(watched()).blob();
  } catch (error) {
    throw whole.fault ?? error;
  }
}
