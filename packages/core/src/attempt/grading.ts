import {
  type Answer,
  AUDIO_LANGUAGES,
  type AudioLanguage,
  type Item,
  type ItemVoice,
  type ItemVoicePart,
  type PublicItem,
  type Quiz,
} from "@twiza/contract";

/** What a phone may know of a graded item. Written field by field: whatever is added to an item later stays on the server. */
export const publicItem = (item: Item): PublicItem => ({
  id: item.id,
  question: item.question,
  prompt: item.prompt,
  options: item.options.map(({ id, text }) => ({ id, text })),
  ...(item.number?.unit ? { unit: item.number.unit } : {}),
  ...publicVoices(item),
});

/** Its recordings, place by place: the question and its options. What says why stays here until there is a result. */
function publicVoices({ voices, options }: Item): Pick<PublicItem, "voices"> {
  const places = ["prompt", ...options.map(({ id }) => `option/${id}`)];
  return inVoices(voices, (voice) => {
    const parts = places.flatMap((place) => {
      const part = voice[place];
      return part ? [[place, part] as const] : [];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  });
}

/** What `pick` finds in each audio language; nothing at all when it finds nothing. */
function inVoices<T>(
  voices: Item["voices"],
  pick: (voice: ItemVoice) => T | undefined,
): { voices?: Partial<Record<AudioLanguage, T>> } {
  const found = AUDIO_LANGUAGES.flatMap((language) => {
    const voice = voices?.[language];
    const picked = voice && pick(voice);
    return picked === undefined ? [] : [[language, picked] as const];
  });
  return found.length > 0 ? { voices: Object.fromEntries(found) } : {};
}

/** Right or wrong. Several choices are right only all together; a number within its tolerance. No answer is wrong. */
export function isRight(item: Item, answer: Answer | undefined): boolean {
  if (!answer) return false;
  if ("number" in answer) {
    return item.number !== undefined && isNear(answer.number, item.number);
  }
  const right = item.options.filter((option) => option.right).map((option) => option.id);
  const chosen = new Set(answer.options);
  return right.length > 0 && chosen.size === right.length && right.every((id) => chosen.has(id));
}

/** Binary fractions miss decimal ones by a hair: 0.4 is 0.1 away from 0.3 for a learner, and slightly more for the machine. */
function isNear(answer: number, { value, tolerance }: NonNullable<Item["number"]>): boolean {
  const hair = 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(answer), tolerance);
  return Math.abs(answer - value) <= tolerance + hair;
}

export type Grade = {
  readonly percent: number;
  readonly items: readonly {
    readonly itemId: Item["id"];
    readonly right: boolean;
    readonly feedback?: Item["feedback"];
    readonly voices?: Partial<Record<AudioLanguage, ItemVoicePart>>;
  }[];
};

/** Grades a sitting. Each item weighs the same; the first answer to an item counts. The feedback is that of the chosen option. */
export function grade(items: Quiz["items"], answers: readonly Answer[]): Grade {
  const graded = items.map((item) => {
    const answer = answers.find((candidate) => candidate.itemId === item.id);
    const right = isRight(item, answer);
    const why = whyOf(item, answer, right);
    if (!why?.feedback) return { itemId: item.id, right };
    const { feedback, place } = why;
    return { itemId: item.id, right, feedback, ...inVoices(item.voices, (voice) => voice[place]) };
  });
  const right = graded.filter((item) => item.right).length;
  return { percent: Math.floor((100 * right) / items.length), items: graded };
}

/** A feedback, and where in the item's voices it is spoken. */
type Why = { readonly feedback: Item["feedback"]; readonly place: string };

/** Why, without giving the key away while tries are left: a wrong choice gets its own word, never that of the right one. */
function whyOf(item: Item, answer: Answer | undefined, right: boolean): Why | undefined {
  if (item.question === "number" || item.question === "multiple")
    return right ? { feedback: item.feedback, place: "why" } : undefined;
  const chosen = answer && "options" in answer ? answer.options : [];
  const option = item.options.find(
    (one) => one.right === right && chosen.every((id) => id === one.id) && chosen.length,
  );
  return option && { feedback: option.feedback, place: `option/${option.id}/why` };
}

/**
 * The order of a sitting's items: a Fisher-Yates shuffle fed by the attempt's id, so that the same sitting always shows the
 * same order and can be replayed.
 */
export function shuffled<T>(things: readonly T[], seed: string): T[] {
  const result = [...things];
  const random = randomFrom(seed);
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
  }
  return result;
}

/** mulberry32 over an FNV-1a hash of the seed: not for secrets, only for an even and repeatable order. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
