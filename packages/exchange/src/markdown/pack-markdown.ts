import type { ContentLanguage, Media } from "@twiza/contract";
import { type WrittenChecklist } from "../checklist/written.ts";
import { writeChecklist } from "../checklist/write-checklist.ts";
import { plainName } from "../files/plain-name.ts";
import { pacer } from "../pace.ts";
import { growing } from "../zip/growing.ts";
import { fileName } from "./file-name.ts";
import { type MarkdownLesson, writeMarkdown } from "./write-markdown.ts";

/** A course in one of its languages. */
export type MarkdownPack = {
  readonly title: string;
  readonly language: ContentLanguage;
  readonly modules: readonly {
    readonly title: string;
    readonly lessons: readonly (MarkdownLesson & { readonly minutes: number })[];
  }[];
  /** In all languages of the course: they are read by `readChecklist`, one by one. */
  readonly checklists?: readonly WrittenChecklist[] | undefined;
  /** What its blocks name, each once. */
  readonly media: readonly (Media & { readonly read: () => Promise<Uint8Array<ArrayBuffer>> })[];
};
type Packing = {
  readonly signal?: AbortSignal | undefined;
  /** In bytes of media, which are nearly all there is. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

/** What lies there is no lesson. */
export const CHECKLISTS = "checklists/";
const twoDigits = (at: number): string => String(at + 1).padStart(2, "0");

/**
 * A course as a ZIP: a Markdown file for each lesson, named by its place so that they stand in order, with what it belongs to above
 * its text, under `checklists/` its checklists, and under `media/` what lessons show. `readMarkdownFile` reads the lessons back.
 * @throws what reading a medium throws, and what the signal was aborted with
 */
export async function packMarkdown(
  { title: course, language, modules, checklists = [], media }: MarkdownPack,
  { signal, onProgress }: Packing = {},
): Promise<Blob> {
  const pace = pacer(signal);
  const archive = growing();
  for (const [at, { title: module, lessons }] of modules.entries())
    for (const [place, { minutes, ...lesson }] of lessons.entries()) {
      const name = plainName(lesson.title);
      const text = writeMarkdown({ ...lesson, front: { course, module, language, minutes } });
      archive.add(`${twoDigits(at)}-${twoDigits(place)}${name && `-${name}`}.md`, text);
      await pace(text.length);
    }
  for (const [at, checklist] of checklists.entries()) {
    const name = plainName(checklist.parts[0]?.title ?? "");
    archive.add(`${CHECKLISTS}${twoDigits(at)}${name && `-${name}`}.md`, writeChecklist(checklist));
  }
  const total = media.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const medium of media) {
    archive.add(fileName({ media: medium }), await medium.read());
    await pace(medium.bytes);
    done += medium.bytes;
    onProgress?.({ done, total });
  }
  return archive.end();
}
