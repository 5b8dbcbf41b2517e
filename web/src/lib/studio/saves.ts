import type { DraftBlock, LessonCommand } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { isEqual } from "./equal.ts";

/** Words that wait to be saved. `base` is the `rev` of the words they were made from. */
type WaitingText = { readonly key: string; readonly base: number; readonly block: DraftBlock };
/** What one request saves, under a name that it keeps for ever. Once tried it never changes: the server may have taken it. */
export type Save = {
  readonly intentId: string;
  readonly language: ContentLanguage;
  readonly commands: readonly LessonCommand[];
  readonly texts: readonly WaitingText[];
  readonly isTried: boolean;
};

/** Something an author did. */
export type Change =
  | { readonly command: LessonCommand }
  | { readonly key: string; readonly base: number; readonly block: DraftBlock };

/** The most that the contract takes in one request, and less than the server reads. */
const MOST = { commands: 50, texts: 101, characters: 16_000 } as const;

/**
 * What waits, with one more change at its end: in the last save as long as that was never tried, else in a new one.
 * @param newId names a save, should it need a new one
 */
export function noted(
  waiting: readonly Save[],
  change: Change,
  { language, newId }: { language: ContentLanguage; newId: () => string },
): readonly Save[] {
  const last = waiting.at(-1);
  const own =
    "block" in change ? { ...change, base: baseAmong(waiting, change, language) } : change;
  if (last && mayTake(last, own, language)) return [...waiting.slice(0, -1), taken(last, own)];
  const empty = { intentId: newId(), language, commands: [], texts: [], isTried: false };
  return [...waiting, taken(empty, own)];
}

/** Words over words that wait were made from what those were made from: what stands beneath was not seen. */
function baseAmong(
  waiting: readonly Save[],
  { key, base }: Extract<Change, { block: unknown }>,
  language: ContentLanguage,
): number {
  const texts = waiting.flatMap((save) => (save.language === language ? save.texts : []));
  return texts.findLast((text) => text.key === key)?.base ?? base;
}

/** The server arranges first and writes then: whatever looks at words must come after them. */
function mayTake(save: Save, change: Change, language: ContentLanguage): boolean {
  if (save.isTried || save.language !== language) return false;
  if ("block" in change) {
    const others = save.texts.filter(({ key }) => key !== change.key);
    const size = JSON.stringify([...others, change]).length;
    return others.length === 0 || (others.length < MOST.texts && size < MOST.characters);
  }
  return (
    save.commands.length < MOST.commands && !(looksAtWords(change.command) && save.texts.length > 0)
  );
}
const looksAtWords = ({ do: act }: LessonCommand): boolean =>
  act === "duplicate" || act === "confirm" || act === "settle";

function taken(save: Save, change: Change): Save {
  if ("command" in change) return { ...save, commands: [...save.commands, change.command] };
  const { key, base, block } = change;
  return {
    ...save,
    texts: [...save.texts.filter((text) => text.key !== key), { key, base, block }],
  };
}

type Answered = Readonly<Record<string, { readonly rev: number; readonly block: DraftBlock }>>;

/**
 * What still waits once the first save was answered. Words typed meanwhile were made from what the answer holds, but only if that
 * is what was sent: where somebody else's words stand instead, the old base makes the server keep both.
 */
export function afterAnswer(waiting: readonly Save[], answered: Answered): readonly Save[] {
  const [sent, ...rest] = waiting;
  if (!sent) return waiting;
  const bases = new Map(
    sent.texts.flatMap(({ key, block }) => {
      const now = answered[key];
      return now && isEqual(now.block, block) ? [[key, now.rev] as const] : [];
    }),
  );
  return rest.map((save) =>
    save.isTried || save.language !== sent.language
      ? save
      : {
          ...save,
          texts: save.texts.map((text) => ({ ...text, base: bases.get(text.key) ?? text.base })),
        },
  );
}
