import type {
  CourseId,
  CourseLine,
  IntentId,
  Manifest,
  ManifestLesson,
  VoiceSheet,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { canonicalJson } from "./canonical-json.ts";
import { keepManifest, readManifest } from "./content.ts";
import { lineOf } from "./course.ts";
import { courseToEdit, mustBeHere, withContent } from "./draft-content.ts";
import { filesOfVoice } from "./voice.ts";

type Wish = { readonly intentId: IntentId; readonly sheet: VoiceSheet };
type Voices = NonNullable<ManifestLesson["voices"]>;

/**
 * Gives a lesson that was composed or brought its voices in one language. Composing keeps them as long as the lesson has the
 * places that they speak.
 * @throws Refused `not_found`, `upload.missing` when a recording is not here
 */
export function bringVoices(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<CourseLine> {
  const asked = { principal, operation: `draft.bring_voices ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const kept = await courseToEdit(deps, principal, courseId);
    const { sheet } = body;
    const before = await readManifest(deps, kept.value.draft.content.manifest);
    const lessons = before.modules.flatMap((module) => module.lessons);
    found(lessons.find(({ id }) => id === sheet.lessonId));
    await mustBeHere(deps, filesOfVoice(sheet));
    const voices = { [sheet.language]: await keepSheet(deps, sheet) };
    const manifest = await keepManifest(deps, withVoices(before, sheet.lessonId, voices));
    const { course, writes } = withContent(deps, principal, { kept, content: { manifest } });
    return { reply: lineOf(course), writes };
  });
}

/** Keeps a sheet as content of ours is kept wherever it was made, and answers where it lies and what it weighs. */
async function keepSheet(deps: Deps, sheet: VoiceSheet): Promise<NonNullable<Voices["fr"]>> {
  const bytes = canonicalJson(sheet);
  const recordings = filesOfVoice(sheet).reduce((sum, media) => sum + media.bytes, 0);
  return {
    hash: await deps.publicBlobs.put(bytes, "application/json"),
    bytes: bytes.length + recordings,
    seconds: Object.values(sheet.parts).reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

const withVoices = (
  manifest: Manifest,
  lessonId: ManifestLesson["id"],
  voices: Voices,
): Manifest => ({
  ...manifest,
  modules: manifest.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) =>
      lesson.id === lessonId ? { ...lesson, voices: { ...lesson.voices, ...voices } } : lesson,
    ),
  })),
});
