import type { PackIndex } from "@twiza/contract";
import type { Choice } from "@twiza/contract/pack-choice";
import { type Outside, RECORDS } from "./outside.ts";

/** What the phone notes of one version of a course that somebody wants on it. */
export type PackRecord = {
  readonly courseId: string;
  readonly version: number;
  readonly index: PackIndex;
  readonly choice: Choice;
  /** `whole` once every file was there and true. What is `paused` goes on when somebody says so, `wanted` by itself. */
  readonly status: "wanted" | "paused" | "whole";
  /** What we signed of this version, with which it can be handed on: from the server, or from the file it came in. */
  readonly signature?: string;
  /** She said "now" although the network costs. */
  readonly saysNow: boolean;
};

const keyOf = ({ courseId, version }: Pick<PackRecord, "courseId" | "version">): string =>
  `/pack/${courseId}/${version}`;

/** The records lie in Cache Storage beside the files, so that what the browser clears, it clears together. */
export function recordsOf({ caches }: Pick<Outside, "caches">) {
  const open = () => caches.open(RECORDS);
  return {
    async all(): Promise<readonly PackRecord[]> {
      // To open a cache is to make it, and pages take whoever has it for somebody who downloads.
      if (!(await caches.has(RECORDS))) return [];
      const cache = await open();
      const found = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
      // Written by this same code; a version that words it differently will have to read both.
      const records = await Promise.all(
        found.map(async (response) => (await response?.json()) as PackRecord | undefined),
      );
      return records.flatMap((record) => record ?? []);
    },
    async put(record: PackRecord): Promise<void> {
      const body = JSON.stringify(record);
      await (await open()).put(keyOf(record), new Response(body));
    },
    async drop(record: Pick<PackRecord, "courseId" | "version">): Promise<void> {
      await (await open()).delete(keyOf(record));
    },
  };
}
