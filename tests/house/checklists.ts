import { readTemplates } from "@twiza/content";
import type { DraftChecklist, DraftChecklists } from "@twiza/contract";
import { newIntent, type Visitor } from "./house.ts";

export const newChecklistId = (): string => `chk_${newIntent().replaceAll("-", "")}`;

/** A checklist as its author has it in two languages. */
export const checklistOf = (title: string, over: object = {}): DraftChecklist =>
  ({
    id: newChecklistId(),
    title: { fr: title, ar: "الكبس" },
    task: { fr: "Pressez un lot de deux kilos.", ar: "اكبسي كيلوغرامين." },
    leastPercent: 60,
    criteria: [
      { id: "hands", text: { fr: "Se lave les mains", ar: "تغسل يديها" }, critical: true },
      {
        id: "sort",
        text: { fr: "Trie les amandes", ar: "تفرز اللوز" },
        sign: { fr: "Aucune amande noire ne reste.", ar: "لا تبقى لوزة سوداء." },
      },
    ],
    ...over,
    // Branded ids come from a parser; here they are written by hand.
  }) as unknown as DraftChecklist;

/** Writes one into a draft. */
export const putChecklist = (
  trainer: Visitor,
  courseId: string,
  checklist: DraftChecklist,
  more: object = {},
): Promise<DraftChecklists> => trainer.do("saveChecklist", asked(courseId, checklist, more));

export const asked = (courseId: string, checklist: DraftChecklist, more: object = {}) => ({
  params: { courseId, checklistId: checklist.id },
  body: { intentId: newIntent(), checklist, ...more },
});

/** What the studio offers to start from, and one that is only begun. */
export async function writeChecklists(trainer: Visitor, courseId: string): Promise<void> {
  const begun = checklistOf("Peser la laine", { task: {}, criteria: [] });
  for (const checklist of [...readTemplates([]), begun])
    await putChecklist(trainer, courseId, checklist);
}
