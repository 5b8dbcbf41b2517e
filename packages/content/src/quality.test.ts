import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DraftBlock } from "@twiza/contract";
import { remarksOn } from "@twiza/contract/quality";
import { describe, expect, it } from "vitest";
import { courseIdOf, readCourse } from "./course.ts";

const COURSES = join(import.meta.dirname, "../courses");

/** Long, each of them, and left so: a list of what a body does, the name of a law, one calculation, words that are recorded. */
const TRUE: Readonly<Record<string, readonly string[]>> = {
  "create-and-govern-a-cooperative": [
    "ar kinds: long_sentence 23",
    "ar listen: long_sentence 24",
    "fr listen: long_sentence 29",
    "fr backwards: long_paragraph 61",
    "fr changes: long_sentence 32",
    "en backwards: long_paragraph 65",
  ],
  "keep-the-cash-book": [
    "ar six: long_sentence 24",
    "fr six: long_sentence 29",
    "fr not-surplus: long_paragraph 63",
    "en not-surplus: long_paragraph 64",
  ],
  "price-cost-and-margin": [],
};

describe.each(readdirSync(COURSES))("the course %s", (slug) => {
  it("has nothing said against it but what is true", () => {
    const source = readCourse(join(COURSES, slug));
    const site = { host: "twiza.example", courseId: courseIdOf(source), lessonIds: [] };
    const bodies = source.modules.flatMap(({ lessons }) =>
      lessons.flatMap((lesson) => [...lesson.bodies.values()]),
    );
    const found = bodies.flatMap(({ lessonId, language, blocks }) => {
      const keyed = blocks.map(({ key, ...block }) => ({ key, block: DraftBlock.parse(block) }));
      return remarksOn({ lessonId, language, blocks: keyed }, site).map(
        ({ code, key, figure }) => `${language} ${key ?? ""}: ${code} ${figure ?? ""}`,
      );
    });
    expect(found).toEqual(TRUE[slug]);
  });
});
