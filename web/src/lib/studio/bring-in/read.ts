import { offline } from "../away.ts";
import { UnreadableFile } from "./fault.ts";
import type { Told } from "./read.worker.ts";
import type { Progress, ReadFile } from "./reading.ts";

type Options = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
};

/**
 * Reads a file in a worker of its own, so that the page stays alive; stopped, it is gone at once, with all that it held.
 * @throws UnreadableFile; Problem `offline` when what reads it cannot come; `AbortError` when it was stopped
 */
export async function readAside(file: File, { signal, onProgress }: Options): Promise<ReadFile> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./read.worker.ts", import.meta.url), { type: "module" });
  try {
    return await answerOf(worker, file, { signal, onProgress });
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, file: File, options: Options): Promise<ReadFile> {
  const { signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    // Only its own script is where it can fall without a word: that did not come.
    worker.addEventListener("error", (event) =>
      "message" in event && event.message
        ? reject(new UnreadableFile("broken"))
        : reject(offline(event)),
    );
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      if (data.is === "progress") onProgress(data.progress);
      else if (data.is === "read") resolve(data);
      else reject(new UnreadableFile(data.is === "fault" ? data.code : "lost"));
    });
    signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    worker.postMessage(file);
  });
}
