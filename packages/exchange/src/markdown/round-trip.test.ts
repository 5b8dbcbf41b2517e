import fc from "fast-check";
import { expect, it } from "vitest";
import { PNG } from "../testing/files.ts";
import { generatedLesson } from "../testing/generated.ts";
import { readMarkdown, writeMarkdown } from "./index.ts";

const files = {
  sizeOf: (name: string) => (name.startsWith("media/") ? PNG.length : undefined),
  read: async () => Uint8Array.from(PNG),
};

it("lessons written as Markdown and read again are the same lessons", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(generatedLesson, { minLength: 1, maxLength: 3 }), async (lessons) => {
      const reading = await readMarkdown(writeMarkdown({ title: "Le sel", lessons }), { files });
      expect(reading.lessons).toEqual(lessons);
      expect(reading.title).toBe("Le sel");
    }),
    { numRuns: 40 },
  );
});
