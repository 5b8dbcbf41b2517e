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
import { keepManifest, keepVoices, readManifest } from "./content.ts";
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
    const voices = { [sheet.language]: await keepVoices(deps, sheet) };
    const manifest = await keepManifest(deps, withVoices(before, sheet.lessonId, voices));
    const { course, writes } = withContent(deps, principal, { kept, content: { manifest } });
    return { reply: lineOf(course), writes };
  });
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
