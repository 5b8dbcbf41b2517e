/** The door to the words of a checklist, place by place: what is translated, counted as missing, and goes to a translator. No zod is in it. */
import type { DraftChecklist } from "./checklist.ts";
import type { ContentLanguage, Localized } from "./language.ts";

/** One text of a checklist, under a name that no other text of its course has; `most` in characters. */
export type ChecklistPlace = {
  readonly key: string;
  /** What it is, and of which criterion, counted from 1. */
  readonly of: "title" | "task" | "text" | "sign";
  readonly point?: number;
  readonly words: Localized;
  readonly most: number;
};

type Said = Pick<DraftChecklist, "id" | "title" | "task" | "criteria">;

/** Every text of a checklist, in the order in which it is read. A sign that nobody has written is no place. */
export function placesOf({ id, title, task, criteria }: Said): readonly ChecklistPlace[] {
  return [
    { key: `${id}-title`, of: "title", words: title, most: 200 },
    { key: `${id}-task`, of: "task", words: task, most: 1000 },
    ...criteria.flatMap(({ id: name, text, sign }, at): ChecklistPlace[] => [
      { key: `${id}-${name}-text`, of: "text", point: at + 1, words: text, most: 400 },
      ...(sign
        ? [
            {
              key: `${id}-${name}-sign`,
              of: "sign",
              point: at + 1,
              words: sign,
              most: 400,
            } as const,
          ]
        : []),
    ]),
  ];
}

/** The same checklist with other words in one language, by the names of their places; what is not named stays. */
export function withWords<C extends Said>(
  checklist: C,
  language: ContentLanguage,
  words: ReadonlyMap<string, string>,
): C {
  const { id, title, task, criteria } = checklist;
  const told = (key: string, text: Localized): Localized => {
    const said = words.get(key);
    return said === undefined ? text : { ...text, [language]: said };
  };
  return {
    ...checklist,
    title: told(`${id}-title`, title),
    task: told(`${id}-task`, task),
    criteria: criteria.map((each) => ({
      ...each,
      text: told(`${id}-${each.id}-text`, each.text),
      ...(each.sign ? { sign: told(`${id}-${each.id}-sign`, each.sign) } : {}),
    })),
  };
}

type Tongues = { readonly language: ContentLanguage; readonly source: ContentLanguage };

/**
 * How far the translation of a place is. Outdated: since the course was published last its original has become another, and the
 * translation has not. Of what was never published everything that is there is done, and nothing is missing where the original says nothing.
 * @param published the places of the live version
 */
export function placeStanding(
  { key, words }: ChecklistPlace,
  { language, source }: Tongues,
  published: readonly ChecklistPlace[] = [],
): "missing" | "outdated" | "done" {
  const [original, translation] = [words[source], words[language]];
  if (!translation) return original ? "missing" : "done";
  const before = published.find((each) => each.key === key)?.words;
  if (!before?.[source] || before[language] !== translation) return "done";
  return before[source] === original ? "done" : "outdated";
}
