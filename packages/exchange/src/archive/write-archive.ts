import type { Language } from "@twiza/contract";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { pacer } from "../pace.ts";
import type { ArchivedCourse } from "./course.ts";
import { FORMAT, KIND, Manifest, NAMES } from "./manifest.ts";

/** The same for every file, by the clock on the wall: the same course is the same bytes everywhere. */
const mtime = new Date(2000, 0, 1, 12);

type Writing = {
  readonly signal?: AbortSignal | undefined;
  /** In bytes of media, which are nearly all there is. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

const languagesOf = (words: Readonly<Partial<Record<Language, unknown>>>): Language[] =>
  (["ar", "fr", "zgh", "en"] as const).filter((language) => words[language] !== undefined);

function manifestOf<Words>(course: ArchivedCourse<Words>): Manifest {
  const { modules, media, quiz, ...settings } = course;
  return Manifest.parse({
    kind: KIND,
    format: FORMAT,
    ...settings,
    modules: modules.map(({ lessons, ...module }) => ({
      ...module,
      lessons: lessons.map(({ words, voices, ...lesson }) => ({
        ...lesson,
        languages: languagesOf(words),
        voices: voices.map(({ language }) => language),
      })),
    })),
    hasQuiz: quiz !== undefined,
    media: media.map(({ hash, type, bytes }) => ({ hash, type, bytes })),
  });
}

/** An archive that grows: each thing is handed over as soon as it is packed, so that a browser may lay it aside. */
function growing() {
  const parts: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(new Uint8Array(piece));
  });
  const layAside = (): void => {
    parts.push(new Blob(pieces));
    pieces = [];
  };
  return {
    add: (name: string, content: unknown): void => {
      const isMedia = content instanceof Uint8Array;
      const file = isMedia ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
      file.mtime = mtime;
      zip.add(file);
      file.push(isMedia ? content : new TextEncoder().encode(JSON.stringify(content)), true);
      layAside();
    },
    end: (): Blob => {
      zip.end();
      layAside();
      return new Blob(parts, { type: "application/zip" });
    },
  };
}

/**
 * A whole course as one file: a ZIP with `manifest.json`, the words of each lesson in each language, its voices, the test if there
 * is one, and media under the names of their content.
 * @throws what reading a medium throws, and what the signal was aborted with
 */
export async function writeArchive<Words>(
  course: ArchivedCourse<Words>,
  { signal, onProgress }: Writing = {},
): Promise<Blob> {
  const archive = growing();
  const pace = pacer(signal);
  archive.add(NAMES.manifest, manifestOf(course));
  const lessons = course.modules.flatMap((module) => module.lessons);
  for (const [at, { words, voices }] of lessons.entries()) {
    for (const language of languagesOf(words)) {
      archive.add(NAMES.lesson(at, language), words[language]);
      await pace(2 ** 14);
    }
    for (const sheet of voices) archive.add(NAMES.voice(at, sheet.language), sheet);
  }
  if (course.quiz) archive.add(NAMES.quiz, course.quiz);
  const total = course.media.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { hash, bytes, read } of course.media) {
    archive.add(NAMES.media(hash), await read());
    await pace(bytes);
    done += bytes;
    onProgress?.({ done, total });
  }
  return archive.end();
}
