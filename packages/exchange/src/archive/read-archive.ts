import { type ContentLanguage, VoiceSheet } from "@twiza/contract";
import type * as z from "zod";
import { ExchangeFault } from "../fault.ts";
import { type Input, sourceOf } from "../source.ts";
import { CAPS } from "../zip/caps.ts";
import { openZip, type Zip } from "../zip/open-zip.ts";
import type { ArchivedCourse, ArchivedLesson, ArchivedMedia } from "./course.ts";
import {
  onlyNamedIn,
  onlyNamedInAssignments,
  onlyNamedInChecklists,
  onlyNamedInQuiz,
} from "./languages.ts";
import {
  ArchivedAssignments,
  ArchivedChecklists,
  ArchivedQuiz,
  Head,
  Manifest,
  NAMES,
  WITH_CERTIFICATE,
} from "./manifest.ts";

/** Bytes of one JSON file. The longest lesson that may be written has a tenth of it. */
const LONGEST = 8e6;

type Reading<Words> = {
  /** The words of a lesson, if that is what it is: the schema of whoever brings the course in. */
  readonly wordsOf: (json: unknown) => Words | undefined;
  readonly signal?: AbortSignal | undefined;
};

const broken = (name: string, cause?: unknown): ExchangeFault =>
  new ExchangeFault("archive.broken", { name }, { cause });

async function jsonOf(zip: Zip, name: string): Promise<unknown> {
  if ((zip.sizeOf(name) ?? 0) > LONGEST) throw broken(name);
  const bytes = await zip.read(name);
  if (!bytes) throw broken(name);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw broken(name, cause);
  }
}

/** @throws ExchangeFault `archive.foreign`, `archive.newer` with its `format`, `archive.broken`, `archive.language` */
async function manifestOf(zip: Zip): Promise<Manifest> {
  if (zip.sizeOf(NAMES.manifest) === undefined) throw new ExchangeFault("archive.foreign");
  const json = await jsonOf(zip, NAMES.manifest);
  const head = Head.safeParse(json);
  if (!head.success) throw new ExchangeFault("archive.foreign");
  const { format } = head.data;
  if (format > WITH_CERTIFICATE) throw new ExchangeFault("archive.newer", { format });
  const manifest = Manifest.safeParse(json);
  if (!manifest.success) throw broken(NAMES.manifest, manifest.error);
  onlyNamedIn(manifest.data);
  return manifest.data;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function mediaOf(zip: Zip, { media }: Manifest): ArchivedMedia[] {
  return media.map(({ hash, type, bytes: size }) => {
    const name = NAMES.media(hash);
    if (zip.sizeOf(name) !== size) throw broken(name);
    const read = async (): Promise<Uint8Array<ArrayBuffer>> => {
      const bytes = await zip.read(name);
      if (!bytes || (await hashOf(bytes)) !== hash) throw broken(name);
      return bytes;
    };
    return { hash, type, bytes: size, read };
  });
}

async function lessonOf<Words>(
  zip: Zip,
  { languages, voices: spoken, ...lesson }: Manifest["modules"][number]["lessons"][number],
  at: number,
  { wordsOf, signal }: Reading<Words>,
): Promise<ArchivedLesson<Words>> {
  const words: Partial<Record<ContentLanguage, Words>> = {};
  for (const language of languages) {
    signal?.throwIfAborted();
    const name = NAMES.lesson(at, language);
    const read = wordsOf(await jsonOf(zip, name));
    if (read === undefined) throw broken(name);
    words[language] = read;
  }
  const voices: VoiceSheet[] = [];
  for (const language of spoken) {
    const name = NAMES.voice(at, language);
    const sheet = VoiceSheet.safeParse(await jsonOf(zip, name));
    if (!sheet.success) throw broken(name, sheet.error);
    if (sheet.data.language !== language || sheet.data.lessonId !== lesson.id) throw broken(name);
    voices.push(sheet.data);
  }
  return { ...lesson, words, voices };
}

async function quizOf(zip: Zip, manifest: Manifest): Promise<ArchivedQuiz> {
  const quiz = ArchivedQuiz.safeParse(await jsonOf(zip, NAMES.quiz));
  if (!quiz.success) throw broken(NAMES.quiz, quiz.error);
  onlyNamedInQuiz(manifest, quiz.data);
  return quiz.data;
}

/** What stands in a file of its own beside the lessons. */
async function listOf<S extends z.ZodType>(zip: Zip, name: string, schema: S) {
  const list = schema.safeParse(await jsonOf(zip, name));
  if (!list.success) throw broken(name, list.error);
  return list.data;
}

/** What people judge, each kind if there is any. */
async function judgedIn(zip: Zip, manifest: Manifest) {
  const checklists =
    manifest.hasChecklists && (await listOf(zip, NAMES.checklists, ArchivedChecklists));
  const assignments =
    manifest.hasAssignments && (await listOf(zip, NAMES.assignments, ArchivedAssignments));
  onlyNamedInChecklists(manifest, checklists ?? []);
  onlyNamedInAssignments(manifest, assignments ?? []);
  return { ...(checklists ? { checklists } : {}), ...(assignments ? { assignments } : {}) };
}

/**
 * Reads an archive that `writeArchive` wrote, here or elsewhere. Words are read at once; a medium when it is asked for, and then
 * it is what its name says or `archive.broken`. What a medium shows is not looked at: bring it in by the way every upload takes.
 * @throws ExchangeFault `file.*`, `zip.*`, `archive.*`; and what the signal was aborted with
 */
export async function readArchive<Words>(
  input: Input,
  reading: Reading<Words>,
): Promise<ArchivedCourse<Words>> {
  const { signal } = reading;
  const zip = await openZip(await sourceOf(input, { most: CAPS.file, signal }));
  const manifest = await manifestOf(zip);
  const {
    kind: _,
    format: __,
    hasQuiz,
    hasChecklists: _checklists,
    hasAssignments: _assignments,
    modules: listed,
    media: ___,
    ...settings
  } = manifest;
  const media = mediaOf(zip, manifest);
  const modules: ArchivedCourse<Words>["modules"][number][] = [];
  let count = 0;
  for (const module of listed) {
    const lessons: ArchivedLesson<Words>[] = [];
    for (const lesson of module.lessons) {
      lessons.push(await lessonOf(zip, lesson, count, reading));
      count += 1;
    }
    modules.push({ id: module.id, title: module.title, lessons });
  }
  const quiz = hasQuiz ? { quiz: await quizOf(zip, manifest) } : {};
  const judged = await judgedIn(zip, manifest);
  return { ...settings, modules, ...quiz, ...judged, media };
}
