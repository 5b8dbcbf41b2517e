import {
  AUDIO_LANGUAGES,
  type AudioLanguage,
  type LessonBody,
  type LessonRow,
  type ManifestLesson,
  type VoiceSheet,
} from "@twiza/contract";
import { readBody, readManifest, readSheet } from "../course/content.ts";
import { stillSpoken } from "../course/voice.ts";
import type { Deps } from "../deps.ts";
import { lessonIn } from "./derive.ts";

type Voices = NonNullable<ManifestLesson["voices"]>;
type Pointer = NonNullable<Voices[AudioLanguage]>;
type Spoken = {
  readonly row: LessonRow;
  /** The lesson as it was composed last. */
  readonly before: ManifestLesson | undefined;
  /** The lesson as it is now, in the language of the course. */
  readonly body: LessonBody | undefined;
  /** Where a sheet of fewer recordings goes. */
  readonly keep: (sheet: VoiceSheet, was: Pointer) => Promise<Pointer>;
};

/**
 * The voices of a lesson, without the recordings of places that are gone: publishing would refuse them. What is brought back out of
 * the bin is heard again, as long as nobody has recorded the lesson anew meanwhile.
 */
export async function voicesOf(
  deps: Deps,
  { row: { lesson, origin }, before, body, keep }: Spoken,
): Promise<Pick<ManifestLesson, "voices">> {
  const first =
    origin?.lessonId === lesson.id
      ? lessonIn(await readManifest(deps, origin.manifest), lesson.id)
      : undefined;
  if (!body) return {};
  const voices = AUDIO_LANGUAGES.map(async (language): Promise<[AudioLanguage, Pointer][]> => {
    const held = await heldIn(deps, { first, before }, language);
    if (held?.sheet.lessonId !== lesson.id) return [];
    const { hash } = held.of.bodies[body.language] ?? {};
    const recorded = hash === undefined ? undefined : await readBody(deps, hash);
    const parts = stillSpoken(held.sheet, { recorded, now: body });
    const count = Object.keys(parts).length;
    if (count === 0) return [];
    const isWhole = count === Object.keys(held.sheet.parts).length;
    const pointer = isWhole ? held.pointer : await keep({ ...held.sheet, parts }, held.pointer);
    return [[language, pointer]];
  });
  const kept = (await Promise.all(voices)).flat();
  return kept.length > 0 ? { voices: Object.fromEntries(kept) } : {};
}

type Held = {
  readonly of: ManifestLesson;
  readonly pointer: Pointer;
  readonly sheet: VoiceSheet;
};
type Sources = Record<"first" | "before", ManifestLesson | undefined>;

/** What was composed last, or the sheet that it was made of by leaving recordings out. */
async function heldIn(
  deps: Deps,
  { first, before }: Sources,
  language: AudioLanguage,
): Promise<Held | undefined> {
  const read = async (of: ManifestLesson | undefined): Promise<Held | undefined> => {
    const pointer = of?.voices?.[language];
    return of && pointer && { of, pointer, sheet: await readSheet(deps, pointer.hash) };
  };
  const [whole, last] = await Promise.all([read(first), read(before)]);
  if (!whole || !last) return last ?? whole;
  const isPart = Object.entries(last.sheet.parts).every(
    ([place, { media }]) => whole.sheet.parts[place]?.media.hash === media.hash,
  );
  return isPart ? whole : last;
}
