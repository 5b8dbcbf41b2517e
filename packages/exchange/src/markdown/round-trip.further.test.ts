import { Hash } from "@twiza/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { AnyImportedBlock } from "../imported.ts";
import { PNG } from "../testing/files.ts";
import { generatedLesson } from "../testing/generated.ts";
import { packMarkdown, readMarkdown, readMarkdownFile, writeMarkdown } from "./index.ts";

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

/** A block whose pictures are all called by the same name. */
const withPictures =
  (called: { readonly name: string }) =>
  (block: AnyImportedBlock): AnyImportedBlock => {
    if (block.kind === "picture") return { ...block, ...called };
    if (block.kind !== "question") return block;
    return {
      ...block,
      options: block.options.map(({ picture, ...option }) => ({
        ...option,
        ...(picture && { picture: { ...picture, ...called } }),
      })),
      ...(block.picture && {
        picture: { ...block.picture, image: { ...block.picture.image, ...called } },
      }),
    };
  };

it("a course packed as Markdown comes back lesson by lesson, in its order and with its pictures", async () => {
  const picture = {
    hash: Hash.parse("a".repeat(64)),
    type: "image/webp" as const,
    bytes: PNG.length,
  };
  const name = `${picture.hash}.webp`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(generatedLesson, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }), // prettier-ignore
      async (modules) => {
        const named = modules.map((lessons) =>
          lessons.map(({ title, blocks }) => ({
            title,
            blocks: blocks.map(withPictures({ name })),
          })),
        );
        const pack = await packMarkdown({
          title: 'Le sel: "gros"',
          language: "fr",
          modules: named.map((lessons) => ({ title: "Peser", lessons: lessons.map((each) => ({ ...each, minutes: 7 })) })), // prettier-ignore
          media: [{ ...picture, read: async () => Uint8Array.from(PNG) }],
        });
        const reading = await readMarkdownFile(pack);
        expect(reading.lessons).toEqual(named.flat());
        expect(reading.title).toBe('Le sel: "gros"');
        expect(reading.report.filter(({ what }) => what !== "imported")).toEqual([]);
      },
    ),
    { numRuns: 15 },
  );
});
