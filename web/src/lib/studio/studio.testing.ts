import { setImmediate } from "node:timers";
import type {
  DraftBlock,
  DraftLesson,
  DraftWords,
  LessonCommand,
  OpenLesson,
} from "@twiza/contract";
import { AccountId, CourseId, LessonId } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { arranged } from "./arrange-lesson.ts";
import { isEqual } from "./equal.ts";
import type { Save } from "./saves.ts";

const hex = (digit: string): string => digit.repeat(32);
export const accountId = AccountId.parse(`acc_${hex("a")}`);
export const courseId = CourseId.parse(`crs_${hex("c")}`);
export const lessonId = LessonId.parse(`les_${hex("1")}`);

/** Rich text of one paragraph. */
export const paragraph = (text: string): Extract<DraftBlock, { kind: "text" }>["doc"] => ({
  type: "doc",
  content: [{ type: "paragraph", ...(text ? { content: [{ type: "text", text }] } : {}) }],
});
export const textBlock = (text: string): DraftBlock => ({ kind: "text", doc: paragraph(text) });

/** A lesson of text blocks, none of which has words yet. */
export const lessonOf = (...keys: readonly string[]): DraftLesson => ({
  courseId,
  id: lessonId,
  title: { fr: "Le prix" },
  minutes: 10,
  places: keys.map((key) => ({ key, kind: "text", rev: 0, against: {} })),
  bin: [],
  changedAt: "2026-03-01T08:00:00.000Z",
  changedBy: accountId,
});

/** Keeps what the contract promises of saving, for one lesson in memory: each intent once, and no silent win. */
export function smallServer(lesson: DraftLesson) {
  let state = lesson;
  let tick = 0;
  const words = new Map<ContentLanguage, DraftWords>();
  const answers = new Map<string, string>();
  const wordsIn = (language: ContentLanguage): DraftWords =>
    words.get(language) ?? { courseId, lessonId, language, texts: {}, seconds: [] };
  const read = (language: ContentLanguage): OpenLesson =>
    structuredClone({ lesson: state, words: [wordsIn(language)] });

  function write(language: ContentLanguage, { key, base, block }: Save["texts"][number]): void {
    const { texts, seconds, ...rest } = wordsIn(language);
    const old = texts[key];
    if (old && isEqual(old.block, block)) return;
    const isFirst = (old?.rev ?? 0) === base;
    const second = { id: crypto.randomUUID(), key, block, by: "Itto", at: state.changedAt };
    words.set(language, {
      ...rest,
      texts: isFirst ? { ...texts, [key]: { rev: base + 1, block } } : texts,
      seconds: isFirst ? seconds : [...seconds, second],
    });
  }
  const arrange = (command: LessonCommand): void => {
    state = arranged(state, command, { at: state.changedAt, by: accountId });
  };

  return {
    read,
    wordsIn,
    /** How many saves took effect. */
    get taken(): number {
      return answers.size;
    },
    save({ intentId, language, commands, texts }: Save): OpenLesson {
      const content = JSON.stringify({ language, commands, texts });
      const before = answers.get(intentId);
      if (before !== undefined && before !== content) throw new Error("intent.reused");
      if (before !== undefined) return read(language);
      answers.set(intentId, content);
      tick += 1;
      state = {
        ...state,
        changedAt: new Date(Date.parse("2026-03-01T08:00:00Z") + tick).toISOString(),
      };
      commands.forEach(arrange);
      for (const text of texts) write(language, text);
      return read(language);
    },
  };
}

/** Timers that fire when they are told to. */
export function handClock() {
  let now = Date.parse("2026-03-01T08:00:00Z");
  let timers: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds: number, act: () => void) {
      const timer = { at: now + milliseconds, act };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    /** Lets time go by, and everything happen that was to happen in it. */
    async pass(milliseconds: number): Promise<void> {
      const end = now + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.act();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
/** What is under way comes to its end: the database of the tests answers by timers. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
