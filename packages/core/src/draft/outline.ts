import {
  type CourseCommand,
  DRAFT_LIMITS,
  type DraftOutline,
  type LessonId,
  type ModuleId,
} from "@twiza/contract";
import { isPast } from "./lesson.ts";
import type { Act } from "./place.ts";

type Module = DraftOutline["modules"][number];
type AddLesson = Extract<CourseCommand, { do: "addLesson" }>;

/** An order that is being changed, with the lessons that come new to it: made, or copied of another that is stored. */
export type Arranging = {
  readonly outline: DraftOutline;
  readonly made: ReadonlyMap<LessonId, AddLesson>;
  readonly copied: ReadonlyMap<LessonId, LessonId>;
};

/** Every lesson that is in the order or in its bin. */
export const namedIn = ({ modules, bin }: DraftOutline): LessonId[] => [
  ...modules.flatMap(({ lessonIds }) => lessonIds),
  ...bin.flatMap((entry) => (entry.kind === "lesson" ? [entry.lessonId] : entry.module.lessonIds)),
];

export const isOutlineFull = ({ modules, bin }: DraftOutline): boolean =>
  modules.length > DRAFT_LIMITS.modules ||
  bin.length > DRAFT_LIMITS.bin ||
  modules.flatMap(({ lessonIds }) => lessonIds).length > DRAFT_LIMITS.lessons;

/** Without `after`: before all others. Behind all when that is gone. */
function insert<T>(all: readonly T[], item: T, isAfter: ((each: T) => boolean) | undefined): T[] {
  const found = isAfter ? all.findIndex(isAfter) : -1;
  const at = !isAfter ? 0 : found < 0 ? all.length : found + 1;
  return all.toSpliced(at, 0, item);
}
const behind = <T>(after: T | undefined): ((each: T) => boolean) | undefined =>
  after === undefined ? undefined : (each) => each === after;
const behindModule = (after: ModuleId | undefined) =>
  after === undefined ? undefined : ({ id }: Module) => id === after;

const withModules = (outline: DraftOutline, modules: readonly Module[]): DraftOutline => ({
  ...outline,
  modules: [...modules],
});
const changed = (outline: DraftOutline, id: ModuleId, change: (module: Module) => Module) =>
  withModules(
    outline,
    outline.modules.map((module) => (module.id === id ? change(module) : module)),
  );
const isLive = ({ modules }: DraftOutline, id: ModuleId): boolean =>
  modules.some((module) => module.id === id);
const isBinned = ({ bin }: DraftOutline, id: ModuleId): boolean =>
  bin.some((entry) => entry.kind === "module" && entry.module.id === id);
const moduleOf = ({ modules }: DraftOutline, id: LessonId): Module | undefined =>
  modules.find(({ lessonIds }) => lessonIds.includes(id));

const put = (outline: DraftOutline, to: ModuleId, id: LessonId, after: LessonId | undefined) =>
  changed(outline, to, (module) => ({
    ...module,
    lessonIds: insert(module.lessonIds, id, behind(after)),
  }));
const take = (outline: DraftOutline, id: LessonId): DraftOutline =>
  withModules(
    outline,
    outline.modules.map((module) => ({
      ...module,
      lessonIds: module.lessonIds.filter((each) => each !== id),
    })),
  );

/** The order after what an author did to it. What makes no sense any more does nothing, so that twice is once. */
export function withCourseCommand(state: Arranging, command: CourseCommand, act: Act): Arranging {
  switch (command.do) {
    case "addLesson":
      return added(state, command);
    case "duplicateLesson":
      return duplicated(state, command);
    case "duplicateModule":
      return moduleDuplicated(state, command);
    default:
      return { ...state, outline: reordered(state.outline, command, act) };
  }
}

type Reorder = Exclude<CourseCommand, { do: "addLesson" | "duplicateLesson" | "duplicateModule" }>;
function reordered(outline: DraftOutline, command: Reorder, act: Act): DraftOutline {
  const { modules, bin } = outline;
  switch (command.do) {
    case "addModule": {
      if (isLive(outline, command.id) || isBinned(outline, command.id)) return outline;
      const module = { id: command.id, title: {}, lessonIds: [] };
      return withModules(outline, insert(modules, module, behindModule(command.after)));
    }
    case "renameModule":
      return changed(outline, command.id, (module) => ({
        ...module,
        title: { ...module.title, ...command.title },
      }));
    case "moveModule": {
      const module = modules.find(({ id }) => id === command.id);
      if (!module || command.after === command.id) return outline;
      const others = modules.filter((each) => each !== module);
      return withModules(outline, insert(others, module, behindModule(command.after)));
    }
    case "removeModule": {
      const module = modules.find(({ id }) => id === command.id);
      if (!module) return outline;
      const others = modules.filter((each) => each !== module);
      return { ...outline, modules: others, bin: [...bin, { ...act, kind: "module", module }] };
    }
    case "restoreModule": {
      const entry = bin.find((each) => each.kind === "module" && each.module.id === command.id);
      if (entry?.kind !== "module") return outline;
      const others = bin.filter((each) => each !== entry);
      return { ...outline, modules: [...modules, entry.module], bin: others };
    }
    case "moveLesson": {
      const { id, moduleId, after } = command;
      if (!moduleOf(outline, id) || !isLive(outline, moduleId) || after === id) return outline;
      return put(take(outline, id), moduleId, id, after);
    }
    case "removeLesson": {
      const module = moduleOf(outline, command.id);
      if (!module) return outline;
      const entry = { ...act, kind: "lesson", lessonId: command.id, moduleId: module.id } as const;
      return { ...take(outline, command.id), bin: [...bin, entry] };
    }
    case "restoreLesson":
      return restored(outline, command.id);
  }
}

/** To the end of the module that it was in; of the last one, should that be gone. */
function restored(outline: DraftOutline, id: LessonId): DraftOutline {
  const entry = outline.bin.find((each) => each.kind === "lesson" && each.lessonId === id);
  if (entry?.kind !== "lesson") return outline;
  const home = outline.modules.find((module) => module.id === entry.moduleId);
  const to = home ?? outline.modules.at(-1);
  if (!to) return outline;
  const bin = outline.bin.filter((each) => each !== entry);
  return put({ ...outline, bin }, to.id, id, to.lessonIds.at(-1));
}

/** A lesson whose module was thrown away meanwhile goes along with it; one whose module is gone comes last. */
function added(state: Arranging, command: AddLesson): Arranging {
  const { outline } = state;
  const { id, moduleId, after } = command;
  if (namedIn(outline).includes(id)) return state;
  const made = new Map(state.made).set(id, command);
  const to = isLive(outline, moduleId) ? moduleId : undefined;
  const thrown = outline.bin.find((each) => each.kind === "module" && each.module.id === moduleId);
  if (!to && thrown?.kind === "module") {
    const module = { ...thrown.module, lessonIds: [...thrown.module.lessonIds, id] };
    const bin = outline.bin.map((each) => (each === thrown ? { ...thrown, module } : each));
    return { ...state, made, outline: { ...outline, bin } };
  }
  const last = outline.modules.at(-1);
  if (to) return { ...state, made, outline: put(outline, to, id, after) };
  return last
    ? { ...state, made, outline: put(outline, last.id, id, last.lessonIds.at(-1)) }
    : state;
}

function duplicated(
  state: Arranging,
  { id, as }: Extract<CourseCommand, { do: "duplicateLesson" }>,
): Arranging {
  const home = moduleOf(state.outline, id);
  if (!home || namedIn(state.outline).includes(as)) return state;
  return withCopy({ ...state, outline: put(state.outline, home.id, as, id) }, { id, as });
}

/** A copy of what is new is new as well; a copy of a copy is one of what is stored. */
function withCopy(
  state: Arranging,
  { id, as }: { readonly id: LessonId; readonly as: LessonId },
): Arranging {
  const made = state.made.get(id);
  if (made) return { ...state, made: new Map(state.made).set(as, { ...made, id: as }) };
  return { ...state, copied: new Map(state.copied).set(as, state.copied.get(id) ?? id) };
}

/**
 * The module behind itself, under the same name. One that is there already only gets those of the lessons that it lacks, so that
 * a long module comes in several steps. One that was thrown away between them stays as it is.
 */
function moduleDuplicated(
  state: Arranging,
  { id, as, lessons }: Extract<CourseCommand, { do: "duplicateModule" }>,
): Arranging {
  const { outline } = state;
  const original = outline.modules.find((module) => module.id === id);
  if (!original || id === as || isBinned(outline, as)) return state;
  const copy: Module = { id: as, title: original.title, lessonIds: [] };
  const start = isLive(outline, as)
    ? outline
    : withModules(outline, insert(outline.modules, copy, behindModule(id)));
  return lessons.reduce(
    (before, each) => {
      if (!original.lessonIds.includes(each.id) || namedIn(before.outline).includes(each.as))
        return before;
      const last = before.outline.modules.find((module) => module.id === as)?.lessonIds.at(-1);
      return withCopy({ ...before, outline: put(before.outline, as, each.as, last) }, each);
    },
    { ...state, outline: start },
  );
}

/** How many lessons may leave the bin for good with one write: each takes its words in all languages along. */
const MOST_GONE = 8;

/** What has lain in the bin too long, the oldest first; the rest goes with the next write. */
export function withoutPastLessons(
  outline: DraftOutline,
  now: string,
): { readonly outline: DraftOutline; readonly gone: readonly LessonId[] } {
  const gone: LessonId[] = [];
  const bin = outline.bin.flatMap((entry) => {
    if (!isPast(entry.at, now)) return [entry];
    const ids = entry.kind === "lesson" ? [entry.lessonId] : entry.module.lessonIds;
    const leaving = ids.slice(0, MOST_GONE - gone.length);
    gone.push(...leaving);
    if (leaving.length === ids.length) return [];
    if (entry.kind === "lesson") return [entry];
    const module = { ...entry.module, lessonIds: ids.slice(leaving.length) };
    return [{ ...entry, module }];
  });
  return gone.length > 0 || bin.length < outline.bin.length
    ? { outline: { ...outline, bin }, gone }
    : { outline, gone };
}
