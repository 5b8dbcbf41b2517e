import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock, Messenger } from "@twiza/core";
import * as z from "zod";

const Sent = z.strictObject({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime({ precision: 3 }),
});
export type SentMessage = z.infer<typeof Sent>;

export type Outbox = Messenger & {
  /** The newest first; at most `limit`. */
  list(limit?: number): Promise<readonly SentMessage[]>;
};

const systemClock: Clock = { now: () => new Date() };

/**
 * A messenger for a machine that can send nothing: each message is one line of JSON in `<folder>/outbox.jsonl`.
 * The file holds codes that let people in, so only its owner may read it.
 */
export function outbox(folder: string, clock: Clock = systemClock): Outbox {
  const path = join(folder, "outbox.jsonl");
  return {
    async send({ to, subject, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const sent: SentMessage = { to, subject, text, sentAt: clock.now().toISOString() };
      const file = await open(path, "a", 0o600);
      try {
        // One write of one line: O_APPEND keeps lines whole when several are sent at once.
        await file.writeFile(`${JSON.stringify(sent)}\n`);
      } finally {
        await file.close();
      }
    },
    async list(limit = 100) {
      const lines = (await textOf(path)).split("\n").filter(Boolean);
      return lines.slice(-limit).reverse().flatMap(parseLine);
    },
  };
}

const textOf = (path: string): Promise<string> =>
  readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  });

/** A line cut short by a power failure is passed over: the others still count. */
function parseLine(line: string): SentMessage[] {
  try {
    return [Sent.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}
