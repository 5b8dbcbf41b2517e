import {
  type Course,
  type DraftOutline,
  type Hash,
  type ContentLanguage,
  type LessonId,
  type LessonRow,
  type Manifest,
  type ManifestLesson,
  type ModuleId,
  type WordsRow,
} from "@twiza/contract";
import { readBody, readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import type { Expected, Kept, Write } from "../store/index.ts";
import { lessonIn } from "./derive.ts";
import { namedIn } from "./outline.ts";
import { type Act, mayBeSaidIn } from "./place.ts";
import { composesTo, isAllIn, type Past } from "./restored.ts";
import { type Held, heldWords, rowFrom } from "./rows.ts";

const FRESH = { fresh: true };

/** What one lesson needs, to be written with a line of the bin, if it has one, or not at all. */
export type Step = {
  readonly writes: readonly Write[];
  /** How many items these are. */
  readonly items: number;
  readonly binned?: { readonly lessonId: LessonId; readonly moduleId: ModuleId };
};

export type Restoring = {
  readonly course: Course;
  readonly draft: {
    readonly outline: DraftOutline;
    readonly lessons: ReadonlyMap<LessonId, Kept<LessonRow>>;
    /** Revisions of rows that need not be read: composing made of them what `now` has. */
    readonly composed: Readonly<Record<LessonId, number>>;
    readonly now: Manifest;
    /** Where lessons without a row stand. */
    readonly begun: Hash;
  };
  readonly live: Manifest | undefined;
  readonly wanted: Manifest;
  readonly origin: Hash;
  readonly act: Act;
};
type Looked = { readonly step?: Step; readonly settled?: readonly [LessonId, number] };
type Whole = Restoring & { readonly first: Manifest };

/**
 * What has to be written so that each lesson of a version is again as it was there. A lesson that says just that stays as it is;
 * any other gives way: to a copy in the bin, unless the live version says all of it.
 */
export async function giveWay(
  deps: Deps,
  about: Restoring,
): Promise<{ readonly steps: readonly Step[]; readonly settled: Record<LessonId, number> }> {
  const { draft, wanted } = about;
  const whole = { ...about, first: await readManifest(deps, draft.begun) };
  const named = namedIn(draft.outline);
  const looked = await Promise.all([
    ...wanted.modules.flatMap(({ id: moduleId, lessons }) =>
      lessons.map((entry) => ofVersion(deps, whole, { entry, moduleId, named })),
    ),
    ...named
      .filter((id) => !lessonIn(wanted, id) && !draft.lessons.has(id))
      .map((id) => rowOf(deps, whole, id)),
  ]);
  return {
    steps: looked.flatMap(({ step }) => step ?? []),
    settled: Object.fromEntries(looked.flatMap(({ settled }) => (settled ? [settled] : []))),
  };
}

type Of = {
  readonly entry: ManifestLesson;
  readonly moduleId: ModuleId;
  readonly named: readonly LessonId[];
};

async function ofVersion(deps: Deps, about: Whole, of: Of): Promise<Looked> {
  const { course, draft, wanted, origin, act } = about;
  const { entry, moduleId } = of;
  const { id } = entry;
  const kept = draft.lessons.get(id);
  if (!kept) return untouched(deps, about, of);
  const stays = { settled: [id, kept.revision] as const };
  if (draft.composed[id] === kept.revision && isSame(lessonIn(draft.now, id), entry)) return stays;
  const words = await wordsOf(deps, kept);
  const says = async (manifest: Manifest | undefined, is: typeof composesTo): Promise<boolean> => {
    const past = manifest && (await pastOf(deps, manifest, id));
    if (past?.source !== kept.value.sourceLanguage) return false;
    const said = words.map(({ row }) => [row.words.language, row.words] as const);
    return is(
      { lesson: kept.value.lesson, words: new Map<ContentLanguage, WordsRow["words"]>(said) },
      past,
    );
  };
  if (await says(wanted, composesTo)) return stays;
  const fresh = await rowFrom(deps, course, { manifest: wanted, origin, lesson: entry });
  const row = { ...fresh, lesson: { ...fresh.lesson, changedAt: act.at, changedBy: act.by } };
  // Words that the version has may lie in a row that the lesson does not tell of any more.
  const saidIn = [
    ...new Set([kept.value, row].flatMap((it) => mayBeSaidIn(it.lesson, it.sourceLanguage))),
  ];
  const replaced = {
    writes: [deps.store.drafts.replaceLesson(row, { revision: kept.revision, saidIn })],
    items: 1 + saidIn.length,
  };
  const settled = [id, kept.revision + 1] as const;
  if (await says(about.live, isAllIn)) return { settled, step: replaced };
  const lessonId = deps.newId("lesson");
  const copy = copyOf(deps, { row: kept.value, words }, lessonId);
  return {
    settled,
    step: {
      writes: [...replaced.writes, ...copy],
      items: replaced.items + copy.length,
      binned: { lessonId, moduleId },
    },
  };
}

/** A lesson without a row is what it was before the order got one: it may be another there than in the version. */
async function untouched(
  deps: Deps,
  about: Whole,
  { entry, moduleId, named }: Of,
): Promise<Looked> {
  const { first, live, course, draft } = about;
  const before = named.includes(entry.id) ? lessonIn(first, entry.id) : undefined;
  const readable = [entry, live && lessonIn(live, entry.id)];
  if (before === undefined || readable.some((it) => isSame(it, before))) return {};
  const row = await rowFrom(deps, course, { manifest: first, origin: draft.begun, lesson: before });
  const lessonId = deps.newId("lesson");
  const writes = copyOf(deps, { row, words: [] }, lessonId);
  return { step: { writes, items: writes.length, binned: { lessonId, moduleId } } };
}

/** A lesson that the version does not have is kept in a row of its own: its manifest is no longer where the draft began. */
async function rowOf(deps: Deps, { course, draft, first }: Whole, id: LessonId): Promise<Looked> {
  const lesson = lessonIn(first, id);
  if (!lesson) return {};
  const row = await rowFrom(deps, course, { manifest: first, origin: draft.begun, lesson });
  return { step: { writes: [deps.store.drafts.putLesson(row, "absent")], items: 1 } };
}

const isSame = (a: ManifestLesson | undefined, b: ManifestLesson): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const wordsOf = (deps: Deps, { value: row, revision: expected }: Kept<LessonRow>) =>
  Promise.all(
    mayBeSaidIn(row.lesson, row.sourceLanguage).map((language) =>
      heldWords(deps, { row, expected }, { language, how: FRESH }),
    ),
  );

async function pastOf(deps: Deps, manifest: Manifest, id: LessonId): Promise<Past | undefined> {
  const entry = lessonIn(manifest, id);
  if (!entry) return undefined;
  const bodies = Object.values(entry.bodies).flatMap((it) => (it ? [readBody(deps, it.hash)] : []));
  return { entry, bodies: await Promise.all(bodies), source: manifest.sourceLanguage };
}

const ABSENT: Expected = "absent";

/** The lesson under another id, with everything in it. Words that still are those of its origin stay there for both. */
function copyOf(
  deps: Deps,
  { row, words }: { readonly row: LessonRow; readonly words: readonly Held<WordsRow>[] },
  lessonId: LessonId,
): Write[] {
  const { drafts } = deps.store;
  const own = words.filter(({ expected }) => expected !== ABSENT);
  return [
    drafts.putLesson({ ...row, lesson: { ...row.lesson, id: lessonId } }, ABSENT),
    ...own.map(({ row: { organisationId, words: said } }) =>
      drafts.putWords({ organisationId, words: { ...said, lessonId } }, ABSENT),
    ),
  ];
}
