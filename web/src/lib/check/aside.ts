import type { CheckSetting } from "@twiza/credential/check";
import type { Asked } from "./aside.worker.ts";

/**
 * What is large and slow is done aside, so that the page stays alive and no other page carries what it needs: how a graph reads, and
 * what a drawing holds. @throws TypeError when it cannot come
 */
export const aside: Pick<CheckSetting, "verifyDocument" | "unbake"> = {
  verifyDocument: (document, keys) => ask({ is: "document", document, keys }),
  unbake: (file) => ask({ is: "picture", file }),
};

async function ask<Answer>(asked: Asked): Promise<Answer> {
  const worker = new Worker(new URL("./aside.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("error", () => reject(new TypeError("what reads it did not come")));
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data));
      worker.postMessage(asked);
    });
  } finally {
    worker.terminate();
  }
}
