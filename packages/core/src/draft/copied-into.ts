import type { Copies, DraftOutline, LessonId, ModuleId } from "@twiza/contract";
import { namedIn } from "./outline.ts";

/** Where copies go: to the end of a module, which is made under the name of another when it is not there. */
export type Destination = { readonly moduleId: ModuleId; readonly like?: ModuleId | undefined };
type Wish = { readonly to: Destination; readonly lessons: Copies };
export type CopiedInto = {
  readonly outline: DraftOutline;
  /** What is to be copied, by the name of the copy. */
  readonly copied: ReadonlyMap<LessonId, LessonId>;
};

/**
 * An order with lessons of another course at the end of one of its modules. What is gone from there meanwhile is not copied; what
 * is here already stays as it is, so that twice is once. A module that is gone gives way to the last; one that was thrown away
 * stays so, and nothing comes into it.
 */
export function copiedInto(
  outline: DraftOutline,
  other: DraftOutline,
  { to, lessons }: Wish,
): CopiedInto {
  const there = new Set(other.modules.flatMap(({ lessonIds }) => lessonIds));
  const here = new Set(namedIn(outline));
  const coming = lessons.filter(({ id, as }) => there.has(id) && !here.has(as));
  const none = { outline, copied: new Map<LessonId, LessonId>() };
  const start = withModule(outline, other, to);
  const isThere = start.modules.some(({ id }) => id === to.moduleId);
  const home = isThere ? to.moduleId : to.like ? undefined : start.modules.at(-1)?.id;
  if (home === undefined) return none;
  const modules = start.modules.map((module) =>
    module.id === home
      ? { ...module, lessonIds: [...module.lessonIds, ...coming.map(({ as }) => as)] }
      : module,
  );
  const isSame = start === outline && coming.length === 0;
  if (isSame) return none;
  return {
    outline: { ...start, modules },
    copied: new Map(coming.map(({ id, as }) => [as, id])),
  };
}

function withModule(
  outline: DraftOutline,
  other: DraftOutline,
  { moduleId, like }: Destination,
): DraftOutline {
  const { modules, bin } = outline;
  const isKnown =
    modules.some(({ id }) => id === moduleId) ||
    bin.some((entry) => entry.kind === "module" && entry.module.id === moduleId);
  const original = other.modules.find(({ id }) => id === like);
  if (isKnown || !original) return outline;
  return {
    ...outline,
    modules: [...modules, { id: moduleId, title: original.title, lessonIds: [] }],
  };
}
