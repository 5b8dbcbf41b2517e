import { isLanguage, type LessonBody, type Media, mediaOf } from "@twiza/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readLesson } from "./lesson.ts";
import { generatedLesson } from "./testing/generated-lesson.ts";
import { mediaName, writeLesson } from "./write-lesson.ts";

const mediaIn = ({ blocks }: LessonBody): Media[] => blocks.flatMap(mediaOf);

const readBack = (markdown: string, lesson: LessonBody) => {
  const shelf = new Map(mediaIn(lesson).map((media) => [mediaName(media), media]));
  const { lessonId, language } = lesson;
  const media = (src: string) => shelf.get(src);
  if (!isLanguage(language)) throw new Error("Generated lessons are in ours.");
  return readLesson(markdown, { file: "lesson.md", lessonId, language, shelf: { media } });
};

it("a lesson written as Markdown and read again is the same lesson", () => {
  fc.assert(
    fc.property(generatedLesson, fc.integer({ min: 1, max: 120 }), (lesson, minutes) => {
      const reading = readBack(writeLesson(lesson, minutes), lesson);
      expect(reading.faults.map(String)).toEqual([]);
      expect(reading.body).toEqual(lesson);
      expect(reading.minutes).toBe(minutes);
    }),
    { numRuns: 50 },
  );
}, 30_000);
