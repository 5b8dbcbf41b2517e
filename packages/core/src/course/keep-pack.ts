import {
  type Hash,
  LessonBody,
  type Manifest,
  type ManifestLesson,
  type PackWeight,
  VoiceSheet,
} from "@twiza/contract";
import { packWeightOf } from "@twiza/contract/pack-choice";
import type { Deps } from "../deps.ts";
import { readSized } from "./content.ts";
import { packIndexOf, type WholeLesson } from "./pack.ts";

/**
 * Lists what a phone has to keep of a version, keeps the list as a blob, and weighs it. The same version gives the same list.
 * @throws when a lesson is missing or is no lesson: a bug, not a refusal
 */
export async function keepPack(
  deps: Deps,
  manifest: Manifest,
  hash: Hash,
): Promise<{ readonly pack: Hash; readonly weight: PackWeight }> {
  const { bytes } = await readSized(deps, hash);
  const lessons = manifest.modules.flatMap((module) => module.lessons);
  const whole = await Promise.all(lessons.map((lesson) => wholeLesson(deps, lesson)));
  const index = packIndexOf({ courseId: manifest.courseId, hash, bytes }, whole);
  const list = new TextEncoder().encode(JSON.stringify(index));
  const pack = await deps.publicBlobs.put(list, "application/json");
  return { pack, weight: packWeightOf(index) };
}

async function wholeLesson(deps: Deps, lesson: ManifestLesson): Promise<WholeLesson> {
  const blobsOf = (pointers: readonly ({ hash: Hash } | undefined)[]) =>
    Promise.all(pointers.flatMap((pointer) => (pointer ? [readSized(deps, pointer.hash)] : [])));
  const [bodies, sheets] = await Promise.all([
    blobsOf(Object.values(lesson.bodies)),
    blobsOf(Object.values(lesson.voices ?? {})),
  ]);
  return {
    lesson,
    bodies: bodies.map(({ value, ...file }) => ({ ...LessonBody.parse(value), ...file })),
    sheets: sheets.map(({ value, ...file }) => ({ ...VoiceSheet.parse(value), ...file })),
  };
}
