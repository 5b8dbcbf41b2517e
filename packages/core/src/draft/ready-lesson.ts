import {
  type ComposedRow,
  type DraftFault,
  type DraftOutline,
  type Hash,
  type ContentLanguage,
  type LessonBody,
  type LessonId,
  type LessonRow,
  type Manifest,
  type ManifestLesson,
  type Media,
  mediaOf,
} from "@twiza/contract";
import { keepBody, keepVoices } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import type { DraftOf, Kept } from "../store/index.ts";
import { composedOf, isOfWords, translationFaults } from "./compose.ts";
import { lessonIn } from "./derive.ts";
import { mayBeSaidIn } from "./place.ts";
import { heldWords } from "./rows.ts";
import { voicesOf } from "./spoken.ts";

/** A draft as it is stored at one moment. */
export type StoredDraft = {
  readonly of: DraftOf;
  readonly outline: DraftOutline;
  readonly lessons: ReadonlyMap<LessonId, Kept<LessonRow>>;
  readonly composed: Kept<ComposedRow> | undefined;
  /** What was composed last, and what the order was made from when it got its row. */
  readonly now: Manifest;
  readonly origin: Manifest;
  readonly source: ContentLanguage;
  /** Those in which any of its lessons says anything. */
  readonly languages: readonly ContentLanguage[];
};

/** A lesson that has been looked at. Nothing of it is kept before its entry is asked for. */
export type ReadyLesson = {
  readonly id: LessonId;
  readonly faults: readonly DraftFault[];
  readonly entry: () => Promise<ManifestLesson>;
  /** The revision of its row, where that need not be read again. */
  readonly settledAt?: number;
};

/** A lesson as learners would meet it. One that nobody changed since it was composed is taken as it was. */
export async function readyLesson(
  deps: Deps,
  draft: StoredDraft,
  id: LessonId,
): Promise<ReadyLesson> {
  const kept = draft.lessons.get(id);
  const before = lessonIn(draft.now, id);
  if (!kept) return untouched(draft, before ?? lessonIn(draft.origin, id), id);
  if (before && draft.composed?.value.lessons[id] === kept.revision) {
    const { lesson } = kept.value;
    const faults = others(draft).flatMap((language) =>
      translationFaults(lesson, { language, source: draft.source }),
    );
    return { id, faults, entry: () => Promise.resolve(before), settledAt: kept.revision };
  }
  return read(deps, draft, { kept, before });
}

const others = ({ languages, source }: StoredDraft): ContentLanguage[] =>
  languages.filter((language) => language !== source);

function untouched(
  draft: StoredDraft,
  before: ManifestLesson | undefined,
  id: LessonId,
): ReadyLesson {
  if (!before) throw new Error(`lesson ${id} has neither a row nor a place in a manifest`);
  const untranslated = others(draft)
    .filter((language) => !before.bodies[language])
    .map((language) => ({ lessonId: id, language, code: "untranslated" as const, blocks: false }));
  const isWritten = before.bodies[draft.source] !== undefined;
  const faults: DraftFault[] = isWritten
    ? untranslated
    : [{ lessonId: id, code: "no_block", blocks: true }, ...untranslated];
  return { id, faults, entry: () => Promise.resolve(before) };
}

async function read(
  deps: Deps,
  draft: StoredDraft,
  { kept, before }: { readonly kept: Kept<LessonRow>; readonly before: ManifestLesson | undefined },
): Promise<ReadyLesson> {
  const { value: row, revision } = kept;
  const { lesson } = row;
  const held = { row, expected: revision };
  const how = { fresh: true };
  const words = await Promise.all(
    mayBeSaidIn(lesson, row.sourceLanguage).map(async (language) => {
      const { row: said } = await heldWords(deps, held, { language, how });
      return [language, said.words] as const;
    }),
  );
  const composed = composedOf({ lesson, words: new Map(words) }, draft);
  const lost = await lostMedia(deps, composed.bodies, draft.source);
  const faults = [...composed.faults, ...lost];
  const bodies = composed.bodies.filter(
    ({ language }) => !lost.some((fault) => fault.language === language),
  );
  const entry = async (): Promise<ManifestLesson> => {
    const pointers = bodies.map(
      async (body) => [body.language, await keepBody(deps, body)] as const,
    );
    return {
      id: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      blockCount: lesson.places.length,
      bodies: Object.fromEntries(await Promise.all(pointers)),
      ...(await voicesOf(deps, {
        ...{ row, before, body: bodies.find(isIn(draft.source)) },
        keep: (sheet) => keepVoices(deps, sheet),
      })),
    };
  };
  const isSettled = !faults.some(isOfWords);
  return { id: lesson.id, faults, entry, ...(isSettled ? { settledAt: revision } : {}) };
}

const isIn = (language: ContentLanguage) => (body: LessonBody) => body.language === language;

const LACKING: Partial<Record<string, DraftFault["code"]>> = { file: "no_file", video: "no_video" };

/** Pictures, recordings, documents and videos that nobody has brought here: a phone that wants to keep the course would look for them in vain. */
async function lostMedia(
  deps: Deps,
  bodies: readonly LessonBody[],
  source: ContentLanguage,
): Promise<DraftFault[]> {
  const known = new Map<Hash, Promise<boolean>>();
  const isHere = ({ hash, bytes }: Media): Promise<boolean> => {
    const asked = known.get(hash) ?? deps.publicBlobs.get(hash).then((it) => it?.length === bytes);
    known.set(hash, asked);
    return asked;
  };
  const faults = bodies.flatMap(({ lessonId, language, blocks }) =>
    blocks.map(async (block): Promise<DraftFault[]> => {
      const here = await Promise.all(mediaOf(block).map(isHere));
      if (here.every(Boolean)) return [];
      const at = { lessonId, language, key: block.key };
      return [{ ...at, code: LACKING[block.kind] ?? "no_picture", blocks: language === source }];
    }),
  );
  return (await Promise.all(faults)).flat();
}
