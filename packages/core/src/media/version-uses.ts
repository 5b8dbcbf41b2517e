import { type Course, type Hash, PackIndex } from "@twiza/contract";
import { readSized, remembered } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { readManifestUses, usesIt } from "./draft-uses.ts";
import { readTestUses } from "./test-uses.ts";

/** A published version that uses it, in so many lessons and questions of its test. */
type VersionUse = {
  readonly version: number;
  readonly live: boolean;
  readonly lessonCount: number;
  readonly itemCount: number;
};

/** How many lessons of a version want each of its files. Immutable, as the list of its files is. */
const readPackUses = remembered(async (deps, hash) => {
  const { value } = await readSized(deps, hash);
  const { files } = PackIndex.parse(value);
  return new Map(files.map((file) => [file.hash, file.lessonIds.length]));
});

/** Versions of a course that use a picture or a recording, the newest first: they never change, and learners may be on any of them. */
export async function versionUses(deps: Deps, course: Course, hash: Hash): Promise<VersionUse[]> {
  if (!course.live) return [];
  const { values } = await deps.store.courses.versions(course.id);
  const looked = values.map(async ({ value: { version, content } }): Promise<VersionUse[]> => {
    const lessonCount = content.pack
      ? ((await readPackUses(deps, content.pack)).get(hash) ?? 0)
      : await lessonsUsing(deps, content.manifest, hash);
    const itemCount = (await readTestUses(deps, content.quiz)).get(hash) ?? 0;
    const live = version === course.live?.version;
    return lessonCount + itemCount > 0 ? [{ version, live, lessonCount, itemCount }] : [];
  });
  return (await Promise.all(looked)).flat();
}

/** The first versions had no list of their files. */
async function lessonsUsing(deps: Deps, manifest: Hash, hash: Hash): Promise<number> {
  const lessons = await readManifestUses(deps, manifest);
  return [...lessons.values()].filter((uses) => usesIt({ uses }, hash)).length;
}
