import type { OnPhone } from "@twiza/client/packs";

/** A version of a course as its cards know it. Without `pack` no phone can keep it. */
export type Offered = {
  readonly courseId: string;
  readonly version: number;
  readonly pack?: string | undefined;
};

/** Where something stands on a phone. What waits for Wi-Fi or was paused is on its way as well. */
export type CardState = "never" | "none" | "running" | "ready" | "outdated";

/** Where a course stands, or, with `lessonIds`, those lessons of it: a module is there before its course is. */
export function stateOf(
  all: readonly OnPhone[],
  { courseId, version, pack }: Offered,
  lessonIds?: readonly string[],
): CardState {
  if (!pack) return "never";
  const record = recordOf(all, { courseId, version });
  if (!record) return all.some((one) => one.courseId === courseId) ? "outdated" : "none";
  const isWhole = lessonIds
    ? !lessonIds.some((id) => record.lacking.has(id))
    : record.status === "whole" && !record.damaged;
  return isWhole ? "ready" : "running";
}

/** What it takes on this phone, in bytes, with the sound or without as she chose; nothing when she has not chosen it. */
export function bytesHere(
  all: readonly OnPhone[],
  offered: Offered,
  lessonIds?: readonly string[],
): number | undefined {
  const record = recordOf(all, offered);
  return lessonIds ? record?.bytesOf(lessonIds) : record?.progress.total;
}

const recordOf = (
  all: readonly OnPhone[],
  { courseId, version }: Pick<Offered, "courseId" | "version">,
): OnPhone | undefined => all.find((one) => one.courseId === courseId && one.version === version);
