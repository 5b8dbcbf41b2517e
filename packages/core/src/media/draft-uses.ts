import {
  type Course,
  type DraftWords,
  type Hash,
  type LessonId,
  type LessonRow,
  type Manifest,
  type MediaUsesRow,
} from "@twiza/contract";
import { readBody, readManifest, remembered } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { lessonIn, outlineFrom } from "../draft/derive.ts";
import { namedIn } from "../draft/outline.ts";
import { mayBeSaidIn } from "../draft/place.ts";
import { draftOf, heldWords } from "../draft/rows.ts";
import type { Freshness, Kept, Write } from "../store/index.ts";
import { mediaIn } from "./walk.ts";

type Use = MediaUsesRow["uses"][number];
/** A lesson that is being written, and what it uses. */
export type LessonUses = {
  readonly lessonId: LessonId;
  readonly title: LessonRow["lesson"]["title"];
  readonly uses: readonly Use[];
  /** The lesson lies in the bin of its course. */
  readonly binned: boolean;
  /** Blocks in the bin of the lesson. */
  readonly binnedKeys: readonly string[];
};

/** More than this is worked out each time: a row has its limit. */
const MOST_NOTED = 500;
/** So many rows are kept at once; the rest is for whoever asks next. */
const MOST_KEPT = 50;

/** What an untouched lesson of a manifest uses. Immutable, so that a warm process reads it once. */
export const readManifestUses = remembered(async (deps, hash) => {
  const manifest = await readManifest(deps, hash);
  const lessons = manifest.modules.flatMap((module) => module.lessons);
  return new Map(
    await Promise.all(lessons.map(async (it) => [it.id, await usesOfBodies(deps, it)] as const)),
  );
});

async function usesOfBodies(
  deps: Deps,
  { bodies }: Manifest["modules"][number]["lessons"][number],
): Promise<readonly Use[]> {
  const read = Object.entries(bodies).map(async ([language, pointer]): Promise<Use[]> => {
    // Most lessons show nothing, and their bodies need not be read to know it.
    if (!pointer || pointer.mediaBytes === 0) return [];
    const { blocks } = await readBody(deps, pointer.hash);
    return blocks.flatMap((block) =>
      mediaIn(block).map(({ hash }) => ({ hash, language, key: block.key })),
    );
  });
  return (await Promise.all(read)).flat();
}

/** What words use: those of two people about one block both. */
const usesOfWords = ({ language, texts, seconds }: DraftWords): Use[] =>
  [...Object.entries(texts), ...seconds.map((it) => [it.key, it] as const)].flatMap(
    ([key, { block }]) => mediaIn(block).map(({ hash }) => ({ hash, language, key })),
  );

/**
 * What each lesson of a draft uses, those in the bin included. Two queries; words are read of lessons alone that changed since
 * somebody asked last, and what they use is kept then.
 */
export async function draftUses(deps: Deps, course: Course, how: Freshness): Promise<LessonUses[]> {
  const of = draftOf(course);
  const [{ outline, lessons }, noted] = await Promise.all([
    deps.store.drafts.all(of, how),
    deps.store.media.noted(of),
  ]);
  const origin = outline?.value.origin ?? course.draft.content.manifest;
  const manifest = await readManifest(deps, origin);
  const order = outline?.value.outline ?? outlineFrom(course, manifest);
  const inOrder = new Set(order.modules.flatMap(({ lessonIds }) => lessonIds));
  const fresh: Write[] = [];
  const looked = namedIn(order).map(async (lessonId): Promise<LessonUses> => {
    const binned = !inOrder.has(lessonId);
    const kept = lessons.get(lessonId);
    if (!kept) {
      const uses = (await readManifestUses(deps, origin)).get(lessonId) ?? [];
      const title = lessonIn(manifest, lessonId)?.title ?? {};
      return { lessonId, title, uses, binned, binnedKeys: [] };
    }
    const { lesson } = kept.value;
    const before = noted.get(lessonId);
    const uses = isOf(before?.value, kept)
      ? before.value.uses
      : await readUses(deps, kept, (row) =>
          fresh.push(deps.store.media.putNoted(row, before?.revision ?? "absent")),
        );
    const binnedKeys = lesson.bin.map(({ place }) => place.key);
    return { lessonId, title: lesson.title, uses, binned, binnedKeys };
  });
  const all = await Promise.all(looked);
  const named = new Set(all.map(({ lessonId }) => lessonId));
  for (const [lessonId, kept] of noted)
    if (!named.has(lessonId)) fresh.push(deps.store.media.forgetNoted(kept));
  // Who was faster has kept the same; who is missing is worked out again.
  if (fresh.length > 0) await deps.store.commit(fresh.slice(0, MOST_KEPT));
  return all;
}

/** Every write of a lesson's words writes the lesson too. A lesson that came back under its name begins to count anew. */
const isOf = (
  noted: MediaUsesRow | undefined,
  { value: { lesson }, revision }: Kept<LessonRow>,
): noted is MediaUsesRow => noted?.revision === revision && noted.changedAt === lesson.changedAt;

async function readUses(
  deps: Deps,
  { value: row, revision }: Kept<LessonRow>,
  note: (noted: MediaUsesRow) => void,
): Promise<readonly Use[]> {
  const held = { row, expected: revision };
  const how = { fresh: true };
  const words = mayBeSaidIn(row.lesson, row.sourceLanguage).map(async (language) =>
    heldWords(deps, held, { language, how }),
  );
  const uses = (await Promise.all(words)).flatMap((it) => usesOfWords(it.row.words));
  const { courseId, id: lessonId, changedAt } = row.lesson;
  const { organisationId } = row;
  if (uses.length <= MOST_NOTED)
    note({ organisationId, courseId, lessonId, revision, changedAt, uses });
  return uses;
}

/** Whether one of them uses it. */
export const usesIt = ({ uses }: Pick<LessonUses, "uses">, hash: Hash): boolean =>
  uses.some((use) => use.hash === hash);
