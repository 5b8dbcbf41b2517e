import type { Detail, ExchangeCode } from "./fault.ts";
import { ExchangeFault } from "@twiza/exchange/text";
import { fingerprintOf } from "./fingerprint.ts";
import { fitted } from "./fit.ts";
import { readFile } from "./readers.ts";
import { filesIn, type Progress, type Reading } from "./reading.ts";

/** What the page is told. Whoever has had enough ends the worker. */
export type Told =
  | { readonly is: "progress"; readonly progress: Progress }
  | { readonly is: "read"; readonly reading: Reading; readonly fingerprint: string }
  | { readonly is: "fault"; readonly code: ExchangeCode; readonly detail: Detail }
  /** The file cannot be read any more: it was moved, or is on a stick that was pulled out. */
  | { readonly is: "lost" };

const tell = (told: Told, transfer: Transferable[] = []): void =>
  globalThis.postMessage(told, { transfer });

/** The bytes of pictures change hands instead of being copied; of one that stands in two places they are the same. */
const bytesIn = ({ lessons }: Reading): ArrayBuffer[] => [
  ...new Set(
    lessons.flatMap(({ blocks }) => blocks.flatMap(filesIn)).map(({ file }) => file.bytes.buffer),
  ),
];

async function read(file: File): Promise<void> {
  try {
    const onProgress = (progress: Progress): void => tell({ is: "progress", progress });
    const reading = fitted(await readFile(file, { onProgress }));
    const fingerprint = await fingerprintOf(file, reading);
    tell({ is: "read", reading, fingerprint }, bytesIn(reading));
  } catch (error) {
    if (error instanceof ExchangeFault) {
      const { code, detail } = error;
      tell({ is: "fault", code, detail });
    } else if (error instanceof DOMException) tell({ is: "lost" });
    // The page hears of it as of an error of the worker's.
    else reportError(error);
  }
}

globalThis.addEventListener("message", ({ data }: MessageEvent<File>) => void read(data));
