import type { Content, Enrolment, LearningEvent, LessonId, Manifest } from "@twiza/contract";
import { readBlockKeys, readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { found } from "../refused.ts";
import { type BlockIn, placedEvent, reachedIn } from "./places.ts";

type Of = Pick<Enrolment, "courseId" | "version" | "content">;

/** What a version of her course holds, the one that she is on or another. */
export async function contentIn(deps: Deps, enrolment: Of, version: number): Promise<Content> {
  if (version === enrolment.version) return enrolment.content;
  return found(await deps.store.courses.version(enrolment.courseId, version)).value.content;
}

/** Its manifest. */
export const manifestIn = async (deps: Deps, enrolment: Of, version: number): Promise<Manifest> =>
  readManifest(deps, (await contentIn(deps, enrolment, version)).manifest);

/** Where the blocks of these lessons stand in the next version. Only lessons that were written anew are read. */
export async function blocksInto(
  deps: Deps,
  { from, to }: { from: Manifest; to: Manifest },
  lessonIds: readonly LessonId[],
): Promise<BlockIn> {
  const [before, after] = [sourcesOf(from), sourcesOf(to)];
  const maps = await Promise.all(
    lessonIds.map(async (id) => {
      const [old, now] = [before.get(id), after.get(id)];
      if (!old || !now || old === now) return [];
      const [keys, next] = await Promise.all([readBlockKeys(deps, old), readBlockKeys(deps, now)]);
      return [[id, reachedIn(keys, next)] as const];
    }),
  );
  const byLesson = new Map(maps.flat());
  return (lessonId, block) => byLesson.get(lessonId)?.(block) ?? block;
}

/** Where each lesson lies in the language it was written in: every language of it has the same blocks. */
const sourcesOf = ({ modules, sourceLanguage }: Manifest) =>
  new Map(
    modules.flatMap(({ lessons }) =>
      lessons.map(({ id, bodies }) => [id, bodies[sourceLanguage]?.hash] as const),
    ),
  );

type Hers = { readonly value: Enrolment; readonly manifest: Manifest };

/**
 * An event as it counts in the version that she is on now: as it is, or, where a phone still had one that she was on before, by the
 * blocks of each version since. Nothing where no version of hers has its lesson.
 */
export async function placed(
  deps: Deps,
  { value, manifest }: Hers,
  event: LearningEvent,
): Promise<LearningEvent | undefined> {
  const { version, former = [] } = value;
  const said = event.version;
  const isFormer = said !== undefined && former.includes(said);
  if (!isFormer && knows(manifest, event)) return event;
  // A phone that says no version may mean any: the newest that has the lesson.
  const candidates = isFormer ? [said] : said === undefined ? former.toReversed() : [];
  for (const each of candidates) {
    if (!knows(await manifestIn(deps, value, each), event)) continue;
    const way = [...former.filter((one) => one >= each), version];
    return alongVersions(deps, value, { event, way });
  }
  return undefined;
}

async function alongVersions(
  deps: Deps,
  value: Enrolment,
  { event, way }: { event: LearningEvent; way: readonly number[] },
): Promise<LearningEvent> {
  const manifests = await Promise.all(way.map((each) => manifestIn(deps, value, each)));
  let counts = event;
  for (const [index, to] of manifests.entries()) {
    const from = manifests[index - 1];
    if (from) counts = placedEvent(counts, await blocksInto(deps, { from, to }, [event.lessonId]));
  }
  return counts;
}

/** Is the event about a lesson and a block of that version? */
const knows = (manifest: Manifest, event: LearningEvent): boolean =>
  manifest.modules.some((module) =>
    module.lessons.some(
      (lesson) => lesson.id === event.lessonId && event.block <= lesson.blockCount,
    ),
  );
