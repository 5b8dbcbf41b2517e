import {
  type AudioLanguage,
  AUDIO_LANGUAGES,
  type Course,
  type DraftOutline,
  type Finding,
  languagesWith,
  type LessonBody,
  type LessonId,
  type LessonReview,
  type LessonRow,
  type Manifest,
  type ManifestLesson,
  type PackFile,
  type WordsRow,
} from "@twiza/contract";
import { remarksOn, unheard } from "@twiza/contract/quality";
import { canonicalJson } from "../course/canonical-json.ts";
import { readManifest } from "../course/content.ts";
import { filesOfBody } from "../course/pack.ts";
import type { Deps } from "../deps.ts";
import { composedOf } from "../draft/compose.ts";
import { lessonIn } from "../draft/derive.ts";
import { withShared } from "../draft/wordless.ts";
import { draftOf, type Held, heldWords, rowFrom } from "../draft/rows.ts";
import { voicesOf } from "../draft/spoken.ts";
import { textOf } from "../draft/words.ts";
import { digest } from "../intent.ts";

/** What is shown may be a moment old. */
const SHOWN = { fresh: false };

/** A draft at one moment, but for its lessons. */
export type About = {
  readonly course: Course;
  /** What was composed last, and where lessons without a row stand. */
  readonly now: Manifest;
  readonly first: Course["draft"]["content"]["manifest"];
  readonly order: DraftOutline;
  readonly host: string;
};

/** One lesson in all its languages; nothing of one that is gone meanwhile. */
export async function reviewLesson(
  deps: Deps,
  about: About,
  id: LessonId,
): Promise<LessonReview | undefined> {
  const held = await rowOf(deps, about, id);
  if (!held) return undefined;
  const { lesson, sourceLanguage: source } = held.row;
  const languages = languagesWith(about.now.otherLanguages);
  const words = await Promise.all(
    languages.map(async (language) => {
      const { row } = await heldWords(deps, held, { language, how: SHOWN });
      return [language, row.words] as const;
    }),
  );
  const said = new Map(words);
  const composed = composedOf({ lesson, words: said }, { source, languages });
  const body = composed.bodies.find(({ language }) => language === source);
  const before = lessonIn(about.now, id);
  const { voices = {} } = await voicesOf(deps, {
    ...{ row: held.row, before, body },
    // Who only looks keeps nothing: a sheet that has become shorter counts as it was.
    keep: (_, was) => Promise.resolve(was),
  });
  const written = words.filter(([, { texts }]) => lesson.places.some(({ key }) => key in texts));
  const spoken = {
    written: written.map(([language]) => language),
    recorded: AUDIO_LANGUAGES.filter((language) => voices[language]),
    elsewhere: heardIn(about.now),
  };
  const findings = [
    ...composed.faults,
    ...remarksIn(about, held.row, { words: new Map(written), recorded: spoken.recorded }),
    ...unheard({ lessonId: id, ...spoken }),
  ];
  return { lessonId: id, findings, files: await filesOf(id, composed.bodies, voices) };
}

/** A lesson's row, or what its manifest says; nothing of one that is gone meanwhile. */
async function rowOf(
  deps: Deps,
  { course, first }: About,
  lessonId: LessonId,
): Promise<Held<LessonRow> | undefined> {
  const kept = await deps.store.drafts.lesson({ ...draftOf(course), lessonId }, SHOWN);
  if (kept) return { row: kept.value, expected: kept.revision };
  const manifest = await readManifest(deps, first);
  const lesson = lessonIn(manifest, lessonId);
  if (!lesson) return undefined;
  return { row: await rowFrom(deps, course, { manifest, origin: first, lesson }), expected: "absent" };
} // prettier-ignore

type Words = ReadonlyMap<LessonBody["language"], WordsRow["words"]>;

function remarksIn(
  { course, order, host }: About,
  { lesson, sourceLanguage }: LessonRow,
  { words, recorded }: { readonly words: Words; readonly recorded: readonly AudioLanguage[] },
): readonly Finding[] {
  const site = {
    host,
    courseId: course.id,
    lessonIds: order.modules.flatMap(({ lessonIds }) => lessonIds),
  };
  const source = words.get(sourceLanguage);
  const blocksIn = (said: WordsRow["words"]) =>
    lesson.places.flatMap(({ key }) => {
      const text = textOf(said, key);
      const original = source && textOf(source, key);
      return text ? [{ key, block: withShared(original, text).block }] : [];
    });
  const counted = new Set(
    (source ? blocksIn(source) : []).flatMap(({ block }) =>
      (block.kind === "picture" || block.kind === "video") && block.media ? [block.media.hash] : [],
    ),
  );
  return [...words].flatMap(([language, said]) =>
    remarksOn(
      {
        lessonId: lesson.id,
        language,
        blocks: blocksIn(said),
        recorded,
        ...(language === sourceLanguage ? {} : { counted }),
      },
      site,
    ),
  );
}

/** The languages in which any lesson of a course is recorded. */
const heardIn = ({ modules }: Manifest): readonly AudioLanguage[] =>
  AUDIO_LANGUAGES.filter((language) =>
    modules.some(({ lessons }) => lessons.some(({ voices }) => voices?.[language])),
  );

/** What a phone would keep, were it published now. Of a voice its sheet stands for all its recordings: hardly any serve two lessons. */
async function filesOf(
  lessonId: LessonId,
  bodies: readonly LessonBody[],
  voices: NonNullable<ManifestLesson["voices"]>,
): Promise<PackFile[]> {
  const written = bodies.map(async (body) => {
    const bytes = canonicalJson(body);
    const hash = await digest(new TextDecoder().decode(bytes));
    return filesOfBody(lessonId, { ...body, hash, bytes: bytes.length });
  });
  const spoken = AUDIO_LANGUAGES.flatMap((language): PackFile[] => {
    const pointer = voices[language];
    if (!pointer) return [];
    const { hash, bytes } = pointer;
    const about = { lessonIds: [lessonId], languages: [], spoken: [language] };
    return [{ hash, bytes, type: "application/json", kind: "sheet", ...about }];
  });
  return [...(await Promise.all(written)).flat(), ...spoken];
}
