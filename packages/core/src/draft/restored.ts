import {
  type DraftOutline,
  type LessonBody,
  type LessonId,
  LANGUAGES,
  type Manifest,
  type ManifestLesson,
  type ModuleId,
} from "@twiza/contract";
import { canonicalJson } from "../course/canonical-json.ts";
import { composedOf, isOfWords, type WholeDraft } from "./compose.ts";
import { namedIn } from "./outline.ts";
import type { Act } from "./place.ts";

type Bin = DraftOutline["bin"];
/** A lesson of the bin, and the module that it comes back to. */
type Binned = { readonly lessonId: LessonId; readonly moduleId: ModuleId };

const entryOf = (of: Binned, { at, by }: Act) => ({ kind: "lesson", at, by, ...of }) as const;

/** An order with more lessons in its bin. */
export const withBinned = (
  outline: DraftOutline,
  lessons: readonly Binned[],
  act: Act,
): DraftOutline => ({
  ...outline,
  bin: [...outline.bin, ...lessons.map((of) => entryOf(of, act))],
});

/**
 * The order of a version as that of a draft. What the version does not have is thrown away as by hand: a lesson of a module that
 * stays comes back to it, a module goes with all that is left in it. What lay in the bin lies there still.
 */
export function restoredOutline(
  before: DraftOutline,
  { modules: wanted }: Manifest,
  act: Act,
): DraftOutline {
  const modules = wanted.map(({ id, title, lessons }) => ({
    id,
    title,
    lessonIds: lessons.map((lesson) => lesson.id),
  }));
  const live = new Set(namedIn({ ...before, modules, bin: [] }));
  const stays = new Set(modules.map(({ id }) => id));
  const left = (ids: readonly LessonId[]) => ids.filter((id) => !live.has(id));
  const thrown = (module: DraftOutline["modules"][number], when: Act): Bin => {
    const lessonIds = left(module.lessonIds);
    if (stays.has(module.id))
      return lessonIds.map((lessonId) => entryOf({ lessonId, moduleId: module.id }, when));
    const isBlank = lessonIds.length === 0 && !LANGUAGES.some((each) => module.title[each]);
    const { at, by } = when;
    return isBlank ? [] : [{ kind: "module", at, by, module: { ...module, lessonIds } }];
  };
  const lay = before.bin.flatMap((entry): Bin => {
    if (entry.kind === "module") return thrown(entry.module, entry);
    return live.has(entry.lessonId) ? [] : [entry];
  });
  const bin = [...lay, ...before.modules.flatMap((module) => thrown(module, act))];
  return { ...before, modules, bin };
}

/** A lesson as a version has it. */
export type Past = {
  readonly entry: ManifestLesson;
  readonly bodies: readonly LessonBody[];
  readonly source: Manifest["sourceLanguage"];
};

/** Whether composing a lesson would make of it just what the version has, with nothing amiss and nothing undecided. */
export function composesTo(draft: WholeDraft, { entry, bodies, source }: Past): boolean {
  const { lesson } = draft;
  const made = composedOf(draft, { source, languages: LANGUAGES });
  return (
    !made.faults.some(isOfWords) &&
    lesson.minutes === entry.minutes &&
    LANGUAGES.every((language) => lesson.title[language] === entry.title[language]) &&
    made.bodies.length === bodies.length &&
    made.bodies.every((body) => {
      const past = bodies.find(({ language }) => language === body.language);
      return past !== undefined && sameJson(body, past);
    })
  );
}

const sameJson = (a: LessonBody, b: LessonBody): boolean => textOfJson(a) === textOfJson(b);
const decoder = new TextDecoder();
const textOfJson = (body: LessonBody): string => decoder.decode(canonicalJson(body));

/** Whether all that a lesson holds can be read in the version: nothing in its bin, nothing beside, no half translation. */
export const isAllIn = (draft: WholeDraft, past: Past): boolean =>
  composesTo(draft, past) &&
  draft.lesson.bin.length === 0 &&
  [...draft.words.values()].every(
    ({ language, texts, seconds }) =>
      seconds.length === 0 &&
      (past.entry.bodies[language] !== undefined ||
        Object.keys(texts).every((key) => key === "title")),
  );
