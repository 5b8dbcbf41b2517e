import type { ContentLanguage } from "@twiza/contract/where";
import { type NoteOf, writeXliff } from "@twiza/exchange/xliff";
import { formatNumber } from "@twiza/messages/number";
import type { LessonView } from "../lesson-view.ts";
import { spokenFor, STUDIO } from "../volume.ts";
import { type Tongues, translatedLesson } from "./lesson.ts";

/** In characters: with its languages and its ending it fits every file system. */
const LONGEST = 60;

/** A name that every computer takes, its languages behind it. */
export function fileName(title: string, { language, source }: Tongues): string {
  const plain = title.replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, " ").replaceAll(/\s+/g, " ");
  const short = Array.from(plain.trim())
    .slice(0, LONGEST)
    .join("")
    .replace(/[\s.]+$/, "");
  return `${short || "lesson"}-${source}-${language}.xlf`;
}

/** What a block is, in the language that the translator reads, or in the author's where Twiza does not speak that. */
async function notesIn(source: ContentLanguage, { lesson }: LessonView): Promise<NoteOf> {
  const language = spokenFor(source);
  const { messages } = await STUDIO[language]();
  const places = new Map(lesson.places.map(({ key, kind }, at) => [key, { kind, at }]));
  return ({ key }) => {
    const place = places.get(key);
    if (!place) return messages["studio.lesson.title"]();
    return `${messages[`studio.kind.${place.kind}`]()} ${formatNumber(place.at + 1, language)}`;
  };
}

/** Puts the lesson among the author's downloads, as a file for a translator's program. */
export async function handOut(view: LessonView, tongues: Tongues): Promise<void> {
  const { source } = tongues;
  const text = writeXliff(translatedLesson(view, tongues), await notesIn(source, view));
  const title = view.words[source]?.texts["title"]?.block;
  handOutAs(fileName(title?.kind === "title" ? title.text : "", tongues), text);
}

/** Puts a translator's file among the author's downloads. */
export function handOutAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/xliff+xml" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
