import type { DraftChecklist } from "@twiza/contract";
import type { ContentLanguage, Localized } from "@twiza/contract/where";
import type { ChecklistPart, WrittenChecklist } from "./written.ts";

type Parts = readonly ChecklistPart[];

const said = (parts: Parts, read: (part: ChecklistPart) => string | undefined): Localized =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const words = read(part);
      return words ? [[part.language, words] as const] : [];
    }),
  );

/** A text as a checklist that may be written on; its id is given by whoever takes it. */
export const draftOf = ({
  leastPercent,
  photo,
  parts,
}: WrittenChecklist): Omit<DraftChecklist, "id"> => ({
  title: said(parts, ({ title }) => title),
  task: said(parts, ({ task }) => task),
  leastPercent,
  ...(photo && { photo: "required" }),
  criteria: (parts[0]?.points ?? []).map(({ name, critical }, at) => {
    const sign = said(parts, ({ points }) => points[at]?.sign);
    return {
      id: name,
      text: said(parts, ({ points }) => points[at]?.text),
      ...(Object.keys(sign).length > 0 && { sign }),
      ...(critical && { critical: true as const }),
    };
  }),
});

/**
 * A checklist as a text may hold it, its first language first. What a point shows to be mastered is named by the frameworks of an
 * organisation, and stays with it.
 */
export function writtenOf(
  { title, task, leastPercent, photo, criteria }: Omit<DraftChecklist, "id">,
  languages: readonly ContentLanguage[],
): WrittenChecklist {
  const parts = languages
    .filter((language, at) => at === 0 || title[language] !== undefined)
    .map((language, at) => ({
      language,
      title: title[language] ?? "",
      task: task[language] ?? "",
      points:
        at === 0 || criteria.some(({ text }) => text[language])
          ? criteria.map(({ id: name, text, sign, critical = false }) => ({
              ...{ name, critical, text: text[language] ?? "" },
              ...(sign?.[language] ? { sign: sign[language] } : {}),
            }))
          : [],
    }));
  return { leastPercent, photo: photo !== undefined, parts };
}
