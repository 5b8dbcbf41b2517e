import type { LessonBody, Manifest, ManifestLesson } from "@twiza/contract";
import { type ContentLanguage, languagesWith } from "@twiza/contract/where";
import { bookAddresses } from "@twiza/contract/later-addresses";
import { addAddresses, call, readLesson, readManifest } from "#lib";
import { hearNames } from "../components/languages.ts";
import { bodyIn } from "../learner/lesson.ts";

/** A course as it goes on paper. Without `version` it is what its authors have in hand. */
export type Book = {
  readonly manifest: Manifest;
  readonly version?: number | undefined;
  readonly publishedAt?: string | undefined;
};

/** What is published, which anybody may read, or the draft, which its organisation may. @throws Problem `not_found` */
export async function openBook(courseId: string, of: "live" | "draft"): Promise<Book> {
  const book = await read(courseId, of);
  hearNames(book.manifest.otherLanguages);
  return book;
}

async function read(courseId: string, of: "live" | "draft"): Promise<Book> {
  if (of === "draft") {
    addAddresses(bookAddresses);
    const { draft } = await call("readCourse", { params: { courseId } });
    return { manifest: draft };
  }
  const { course } = await call("readOutline", { params: { courseId } });
  const { version, publishedAt } = course;
  return { manifest: await readManifest(course.manifest), version, publishedAt };
}

/** The languages in which any lesson of a book is written. */
export function writtenIn({ otherLanguages, modules }: Manifest): readonly ContentLanguage[] {
  const lessons = modules.flatMap((module) => module.lessons);
  return languagesWith(otherLanguages).filter((language) =>
    lessons.some(({ bodies }) => bodies[language]),
  );
}

/** A lesson of a book: its number runs over the whole course, from 1. Without `body` it is not written in any language. */
export type Chapter = {
  readonly number: number;
  readonly lesson: ManifestLesson;
  readonly body: LessonBody | undefined;
};
export type Part = { readonly module: Manifest["modules"][number]; readonly chapters: Chapter[] };

/** Few at a time: a course of 300 lessons must not ask for all of them at once. */
const TOGETHER = 6;

/** In which language a book is wanted, and that of its reader for what is not written in it. */
type Wanted = { readonly reading: ContentLanguage; readonly language: ContentLanguage };

/** All lessons, each in the language nearest to the wanted one. `onread` hears how many are here. @throws Problem when one cannot be read */
export async function readChapters(
  { modules }: Manifest,
  wanted: Wanted,
  onread: (count: number) => void,
): Promise<readonly Part[]> {
  const lessons = modules.flatMap((module) => module.lessons);
  const bodies = new Map<string, LessonBody>();
  const waiting = lessons.values();
  const readOn = async (): Promise<void> => {
    for (const lesson of waiting) {
      const hash = bodyIn(lesson, wanted.language, wanted.reading);
      if (hash !== "") bodies.set(lesson.id, await readLesson(hash));
      onread(bodies.size);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, readOn));
  return modules.map((module) => ({
    module,
    chapters: module.lessons.map((lesson) => ({
      number: lessons.indexOf(lesson) + 1,
      lesson,
      body: bodies.get(lesson.id),
    })),
  }));
}
