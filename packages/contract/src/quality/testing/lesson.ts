import type { DraftBlock } from "../../draft-block.ts";
import { CourseId, LessonId } from "../../id.ts";

export const courseId = CourseId.parse(`crs_${"c".repeat(32)}`);
export const lessonId = LessonId.parse(`les_${"1".repeat(32)}`);
export const site = { host: "twiza.example", courseId, lessonIds: [lessonId] };

type Text = Extract<DraftBlock, { kind: "text" }>;
export const text = (words: string, href?: string): Text => ({
  kind: "text",
  doc: {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          {
            type: "text",
            text: words,
            ...(href ? { marks: [{ type: "link" as const, attrs: { href } }] } : {}),
          },
        ],
      },
    ],
  },
});

/** So many short sentences of five words. */
export const easy = (sentences: number): string =>
  Array.from({ length: sentences }, () => "Je note la vente ici.").join(" ");
export const words = (count: number, word = "mot"): string =>
  Array.from({ length: count }, () => word).join(" ");
