import {
  type DraftOutline,
  type LessonBody,
  type LessonId,
  type Manifest,
  type ManifestLesson,
  type ModuleId,
} from "@twiza/contract";
import { canonicalJson } from "../course/canonical-json.ts";
import { composedOf, isOfWords, type WholeDraft } from "./compose.ts";
import { namedIn } from "./outline.ts";
import { type Act, mayBeSaidIn } from "./place.ts";

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

/** What of a draft need not be kept elsewhere, and the ids for what must be. */
type Around = {
  readonly act: Act;
  readonly live: Manifest | undefined;
  readonly newModuleId: () => ModuleId;
};

/**
 * The order of a version as that of a draft. What the version does not have is thrown away as by hand: a lesson of a module that
 * stays comes back to it, a module goes with all that is left in it. One that stays under another name leaves its name in the
 * bin, unless it is live. What lay in the bin lies there still.
 */
export function restoredOutline(
  before: DraftOutline,
  wanted: Manifest,
  { act, live, newModuleId }: Around,
): DraftOutline {
  const modules = wanted.modules.map(({ id, title, lessons }) => ({
    id,
    title,
    lessonIds: lessons.map((lesson) => lesson.id),
  }));
  const there = new Set(namedIn({ ...before, modules, bin: [] }));
  const thrown = (module: DraftOutline["modules"][number], when: Act): Bin => {
    const stays = modules.some(({ id }) => id === module.id);
    const lessonIds = module.lessonIds.filter((id) => !there.has(id));
    const isNamed = !isNameIn(module, [wanted, live]);
    if (stays && !isNamed)
      return lessonIds.map((lessonId) => entryOf({ lessonId, moduleId: module.id }, when));
    if (lessonIds.length === 0 && !isNamed) return [];
    const { at, by } = when;
    const id = stays ? newModuleId() : module.id;
    return [{ kind: "module", at, by, module: { ...module, id, lessonIds } }];
  };
  const lay = before.bin.flatMap((entry): Bin => {
    if (entry.kind === "module") return thrown(entry.module, entry);
    return there.has(entry.lessonId) ? [] : [entry];
  });
  const bin = [...lay, ...before.modules.flatMap((module) => thrown(module, act))];
  return { ...before, modules, bin };
}

/** Whether each of a module's names can be read in one of these. */
const isNameIn = (
  { id, title }: DraftOutline["modules"][number],
  manifests: readonly (Manifest | undefined)[],
): boolean => {
  const known = manifests.flatMap((it) => it?.modules.filter((module) => module.id === id) ?? []);
  return Object.keys(title).every(
    (language) =>
      title[language] === undefined || known.some((it) => it.title[language] === title[language]),
  );
};

/** A lesson as a version has it. */
export type Past = {
  readonly entry: ManifestLesson;
  readonly bodies: readonly LessonBody[];
  readonly source: Manifest["sourceLanguage"];
};

/** Whether composing a lesson would make of it just what the version has, with nothing amiss and nothing undecided. */
export function composesTo(draft: WholeDraft, { entry, bodies, source }: Past): boolean {
  const { lesson } = draft;
  const made = composedOf(draft, { source, languages: mayBeSaidIn(lesson, source) });
  return (
    !made.faults.some(isOfWords) &&
    lesson.minutes === entry.minutes &&
    isSameJson(lesson.title, entry.title) &&
    made.bodies.length === bodies.length &&
    made.bodies.every((body) => {
      const past = bodies.find(({ language }) => language === body.language);
      return past !== undefined && isSameJson(body, past);
    })
  );
}

const decoder = new TextDecoder();
const textOf = (value: unknown): string => decoder.decode(canonicalJson(value));
/** Whether two say the same, in whatever order their members come. */
export const isSameJson = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

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
