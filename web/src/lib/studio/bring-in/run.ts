import type { Draft, Media, OpenLesson } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { whereIs } from "./already.ts";
import { type Act, arrangementOf, LESSONS, takenBack } from "./arrange.ts";
import type { MediaWish, Plan, PlannedBlock, PlannedLesson } from "./plan.ts";
import { seated } from "./seated.ts";
import type { MediaFile } from "./reading.ts";
import { type Missing, placesOf, portionsOf, type Save } from "./saves.ts";

/** What a bringing does its work with: the operations of the studio, and the way of a picture or a recording into the library. */
export type Hands = {
  readonly readDraft: () => Promise<Draft>;
  readonly arrange: (commands: readonly Act[]) => Promise<Draft>;
  readonly readLesson: (lessonId: string, language: ContentLanguage) => Promise<OpenLesson>;
  readonly save: (lessonId: string, save: Save) => Promise<void>;
  /** @returns nothing for one that does not open */
  readonly upload: (file: MediaFile, wish: MediaWish) => Promise<Media | undefined>;
};

/** How far it is, in steps: one a block, more for a file that is sent. `title`: of the lesson that is being written. */
export type Step = { readonly done: number; readonly total: number; readonly title: string };
export type Came = {
  /** Of the plan, those that are in the course now, as they are called there. */
  readonly lessons: readonly Pick<PlannedLesson, "id" | "title">[];
  readonly language: ContentLanguage;
  /** Names of pictures and recordings that did not open: their blocks are there, without a file. */
  readonly unopened: readonly string[];
  /** How many pictures of these lessons nobody has said the words of. */
  readonly mute: number;
};
type Watch = { readonly signal: AbortSignal; readonly onStep: (step: Step) => void };
type Work = Watch & { readonly plan: Plan; readonly hands: Hands };

const weightOf = ({ brings }: PlannedBlock): number => 1 + 4 * (brings?.length ?? 0);
const weightIn = (blocks: readonly PlannedBlock[]): number =>
  blocks.reduce((sum, block) => sum + weightOf(block), 0);

/**
 * Writes a plan. It may be stopped or break off anywhere and be begun again, here or on another device: what is there stays as it
 * is, what was thrown away stays in the bin, and only what is missing comes.
 * @throws Problem; and what the signal was aborted with
 */
export async function bringIn(plan: Plan, hands: Hands, watch: Watch): Promise<Came> {
  const work = { ...watch, plan, hands };
  const total = weightIn(plan.lessons.flatMap(({ blocks }) => blocks));
  const library = libraryOf(work);
  let done = 0;
  let draft = await hands.readDraft();
  for (let at = 0; at < plan.lessons.length; at += LESSONS) {
    const some = plan.lessons.slice(at, at + LESSONS);
    const { outline: before } = draft;
    const acts = arrangementOf(plan, draft, some);
    watch.signal.throwIfAborted();
    if (acts.length > 0) draft = await hands.arrange(acts);
    for (const lesson of some) {
      const isFresh = whereIs(before, lesson.id) === "none";
      const isThere = whereIs(draft.outline, lesson.id) === "there";
      const missing = !isThere ? [] : isFresh ? unplaced(lesson) : await missingOf(work, lesson);
      const step = (steps: number): void => {
        done += steps;
        watch.onStep({ done, total, title: lesson.title });
      };
      step(weightIn(lesson.blocks) - weightIn(missing));
      await write(work, { lesson, missing, library, step });
    }
  }
  const { language } = plan;
  const there = plan.lessons.filter(({ id }) => whereIs(draft.outline, id) === "there");
  const blocks = there.flatMap((lesson) => lesson.blocks);
  const mute = blocks.filter(isMute).length;
  const lessons = there.map(({ id, title }) => {
    const line = draft.lessons.find((each) => each.id === id);
    return { id, title: line?.title[language] ?? title };
  });
  return { lessons, language, unopened: library.unopened(), mute };
}

/** Whether it has a picture that nobody has said the words of. */
const isMute = ({ block, brings = [] }: PlannedBlock): boolean =>
  block.kind === "picture"
    ? block.alt === ""
    : brings.some(({ seat }) => seat.is === "question" && seat.alt === "");

const unplaced = ({ blocks }: PlannedLesson): Missing[] =>
  blocks.map((block) => ({ ...block, isPlaced: false }));

/** Of a lesson that is there, what has no words yet in this language; what somebody threw away is not missed. */
async function missingOf({ plan, hands }: Work, { id, blocks }: PlannedLesson): Promise<Missing[]> {
  const { lesson, words } = await hands.readLesson(id, plan.language);
  const texts = words.find(({ language }) => language === plan.language)?.texts ?? {};
  const placed = new Set(lesson.places.map(({ key }) => key));
  const binned = new Set(lesson.bin.map(({ place }) => place.key));
  return blocks
    .filter(({ key }) => !binned.has(key) && !Object.hasOwn(texts, key))
    .map((block) => ({ ...block, isPlaced: placed.has(block.key) }));
}

type Writing = {
  readonly lesson: PlannedLesson;
  readonly missing: readonly Missing[];
  readonly library: ReturnType<typeof libraryOf>;
  readonly step: (steps: number) => void;
};

async function write(work: Work, { lesson, missing, library, step }: Writing): Promise<void> {
  const { plan, hands, signal } = work;
  for (const portion of portionsOf(missing)) {
    const texts: Save["texts"][number][] = [];
    for (const planned of portion) {
      signal.throwIfAborted();
      texts.push({ key: planned.key, base: 0, block: await library.shown(planned) });
      if (planned.brings) step(weightOf(planned));
    }
    signal.throwIfAborted();
    const commands = placesOf(lesson, portion);
    await hands.save(lesson.id, { language: plan.language, commands, texts });
    step(portion.filter(({ brings }) => !brings).length);
  }
}

/** Brings each file once, however often the document shows it. */
function libraryOf({ hands }: Work) {
  const brought = new Map<string, Media | undefined>();
  const unopened = new Set<string>();
  return {
    unopened: () => [...unopened],
    /** The block with its media; without one where the file does not open: another is chosen in its place. */
    shown: async ({ block, brings = [] }: PlannedBlock): Promise<PlannedBlock["block"]> => {
      let whole = block;
      for (const { file, wish, seat } of brings) {
        const { intentId, name } = wish;
        if (!brought.has(intentId)) brought.set(intentId, await hands.upload(file, wish));
        const media = brought.get(intentId);
        if (media) whole = seated(whole, media, seat);
        else unopened.add(name);
      }
      return whole;
    },
  };
}

/** Takes back all that a plan has brought; it lies in the bin. @throws Problem */
export async function takeBack(plan: Plan, hands: Hands): Promise<void> {
  for (const acts of takenBack(await hands.readDraft(), plan)) await hands.arrange(acts);
}
