import type { DraftChecklist } from "@twiza/contract";
import { placesOf } from "@twiza/contract/checklist-places";
import { type NoteOf, type TranslatedLesson, writeXliff } from "@twiza/exchange/xliff";
import { fileName, handOutAs } from "../translate/out.ts";
import { spokenFor } from "../volume.ts";
import { CHECKLISTS } from "./volume.ts";

export { withUnits } from "@twiza/exchange/xliff";
export { withTranslation } from "./translation.ts";

/** What a text is, in the language that the translator reads, or in the author's where Twiza does not speak that. */
async function notesIn(language: string, checklists: readonly DraftChecklist[]): Promise<NoteOf> {
  const { messages } = await CHECKLISTS[spokenFor(language)]();
  const places = new Map(checklists.flatMap(placesOf).map((place) => [place.key, place]));
  return ({ key }) => {
    const { of, point: number = 0 } = places.get(key) ?? {};
    const point = messages["checklists.form.point"]?.({ number });
    if (of === "text") return point;
    if (of === "sign") return `${point}: ${messages["checklists.form.sign"]?.()}`;
    return messages[of === "task" ? "checklists.form.task" : "checklists.form.title"]?.();
  };
}

/** Puts the words of all checklists of a course among the author's downloads, as one file for a translator's program. */
export async function handOutChecklists(
  lesson: TranslatedLesson,
  checklists: readonly DraftChecklist[],
): Promise<void> {
  const { sourceLanguage: source, targetLanguage: language } = lesson;
  const text = writeXliff(lesson, await notesIn(source, checklists));
  const title = checklists.map((each) => each.title[source]).find(Boolean) ?? "checklists";
  handOutAs(fileName(title, { language, source }), text);
}
