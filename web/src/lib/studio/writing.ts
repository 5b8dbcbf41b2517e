import type { Database } from "@twiza/client";
import type { DraftBlock, LessonCommand, OpenLesson } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import { before, type Stamp } from "./arrange-lesson.ts";
import { isEqual } from "./equal.ts";
import { type Act, doneAgain, NO_HISTORY, stepped, takenBack } from "./history.ts";
import { heard, type LessonView, seen, viewOf } from "./lesson-view.ts";
import { afterAnswer, type Change, noted, type Save } from "./saves.ts";
import { keepWaiting, takeOver, type Whose } from "./waiting.ts";

/** How what was written stands with the server. `refused` tells why; it is kept, and tried again when she says so. */
export type Status =
  | { readonly state: "saved" | "saving" }
  /** `isKept`: it outlives this tab. */
  | { readonly state: "waiting"; readonly isKept: boolean }
  | { readonly state: "refused"; readonly problem: Failure };

/** Why a save did not get through. */
export type Failure = Error & {
  readonly code: string;
  readonly status: number;
  readonly detail?: string | undefined;
};

export type WritingOptions = {
  readonly whose: Whose;
  /** This tab, under a name of its own. */
  readonly tab: string;
  readonly isGone: (tab: string) => Promise<boolean>;
  /** The language that the others are translated from. */
  readonly source: ContentLanguage;
  readonly database: Database;
  /** The device's own clock, in milliseconds. */
  readonly now: () => number;
  /** A UUIDv7. */
  readonly newId: () => string;
  /** Does something after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Sends a save. It throws a `Failure`. */
  readonly save: (save: Save) => Promise<OpenLesson>;
  /** Told after everything that changes what is shown. */
  readonly onchange: () => void;
};
export type Writing = ReturnType<typeof openWriting>;

/** So long after the last key it is saved, and while she goes on typing not later than that after the first, in milliseconds. */
const REST_MS = 1200;
const LONGEST_MS = 6000;

/** A lesson that is being written: what the server said, and over it all that it has not heard yet. */
export function openWriting(options: WritingOptions, first: OpenLesson) {
  const { whose, tab, database, source, now, onchange } = options;
  let known = viewOf(first);
  let waiting: readonly Save[] = [];
  let history = NO_HISTORY;
  let view: LessonView = known;
  let problem: Failure | undefined;
  let failures = 0;
  let isKept = true;
  let isClosed = false;
  let sending: Promise<void> | undefined;
  let keeping: Promise<void> = Promise.resolve();
  let isUnkept = false;
  let cancel: (() => void) | undefined;
  let since: number | undefined;

  function show(): void {
    // What lies in the bin here was put there by whoever writes here.
    const stamp: Stamp = { at: new Date(now()).toISOString(), by: whose.accountId };
    view = seen(known, waiting, { ...stamp, source });
    onchange();
  }

  /** One thing at a time is written down. No room: it is still sent, and she is told that this tab must stay open until then. */
  function keepBy(work: () => Promise<void>): Promise<void> {
    keeping = keeping.then(work).then(
      () => void (isKept = database.durable),
      () => void (isKept = false),
    );
    return keeping;
  }
  /** Writes down what waits, as it is when the turn comes. */
  function keep(): Promise<void> {
    isUnkept = true;
    return keepBy(async () => {
      if (!isUnkept) return;
      isUnkept = false;
      await keepWaiting(database, whose, { tab, saves: waiting });
    });
  }

  function soon(milliseconds: number): void {
    cancel?.();
    cancel = options.after(milliseconds, () => {
      cancel = undefined;
      void send();
    });
  }
  function rest(): void {
    since ??= now();
    soon(Math.max(0, Math.min(REST_MS, since + LONGEST_MS - now())));
  }

  function note(change: Change, language: ContentLanguage): void {
    waiting = noted(waiting, change, { language, newId: options.newId });
    void keep();
    // An Undo that was still offered when she had left the page is sent at once.
    if (isClosed) void send();
    else if (problem === undefined && sending === undefined && failures === 0) rest();
    show();
  }

  /** Sends what waits, one save at a time. After a refusal it does so only when asked. */
  function send(): Promise<void> {
    cancel?.();
    cancel = undefined;
    problem = undefined;
    sending ??= sendAll().finally(() => {
      sending = undefined;
      since = undefined;
      // What was typed meanwhile rests as everything does.
      if (waiting.length > 0 && !problem && failures === 0 && !isClosed) rest();
      show();
    });
    return sending;
  }
  async function sendAll(): Promise<void> {
    for (let left = waiting.length; left > 0; left -= 1) {
      const [next, ...others] = waiting;
      if (!next) return;
      const save = { ...next, isTried: true };
      waiting = [save, ...others];
      show();
      // Only what is written down under its name may be tried: else a tab that is killed would send it under another.
      await keep();
      if (!(await sendOne(save))) return;
    }
  }
  async function sendOne(save: Save): Promise<boolean> {
    try {
      const answer = await options.save(save);
      const words = answer.words.find(({ language }) => language === save.language);
      waiting = afterAnswer(waiting, words?.texts ?? {});
      known = heard(known, answer);
      failures = 0;
      await keep();
      show();
      return true;
    } catch (error) {
      if (!isFailure(error)) throw error;
      failures += 1;
      if (isFinal(error)) problem = error;
      else if (!isClosed) soon(delayOf(failures, options.random()));
      return false;
    }
  }

  /** The block's words as they are shown, or what it would be without any. */
  const blockIn = (language: ContentLanguage, key: string): DraftBlock | undefined =>
    view.words[language]?.texts[key]?.block;
  const isStill =
    (language: ContentLanguage) =>
    (act: Act): boolean =>
      "command" in act || isEqual(blockIn(language, act.key), act.instead);
  function perform(act: Act, language: ContentLanguage): void {
    if ("command" in act) note({ command: act.command }, language);
    else note({ key: act.key, base: baseOf(language, act.key), block: act.block }, language);
  }
  const baseOf = (language: ContentLanguage, key: string): number =>
    known.words[language]?.texts[key]?.rev ?? 0;

  return {
    get view(): LessonView {
      return view;
    },
    get status(): Status {
      if (problem) return { state: "refused", problem };
      if (waiting.length === 0) return { state: "saved" };
      return failures > 0 ? { state: "waiting", isKept } : { state: "saving" };
    },
    get canUndo(): boolean {
      return history.done.length > 0;
    },
    get canRedo(): boolean {
      return history.undone.length > 0;
    },
    /** Takes up what an earlier visit has left, and sends it. */
    async begin(): Promise<void> {
      await keepBy(async () => {
        const left = await takeOver(database, whose, { tab, isGone: options.isGone });
        waiting = [...left, ...waiting];
      });
      show();
      if (waiting.length > 0) await send();
    },
    /** What was read anew, in this language or another. */
    hear(answer: OpenLesson): void {
      known = heard(known, answer);
      show();
    },
    /** Arranges blocks. */
    command(command: LessonCommand, language: ContentLanguage): void {
      const back = inverse(view, command);
      const step = {
        back: { command: back ?? command },
        forth: { command: again(command) },
        at: now(),
      };
      if (back) history = stepped(history, step);
      note({ command }, language);
    },
    /** Writes a block's words. `blank` is what it is as long as it has none. */
    write(
      key: string,
      block: DraftBlock,
      { language, blank }: { language: ContentLanguage; blank: DraftBlock },
    ): void {
      const old = blockIn(language, key) ?? blank;
      if (isEqual(old, block)) return;
      history = stepped(history, {
        back: { key, block: old, instead: block },
        forth: { key, block, instead: old },
        at: now(),
      });
      note({ key, base: baseOf(language, key), block }, language);
    },
    undo(language: ContentLanguage): void {
      const { act, history: rest } = takenBack(history, isStill(language));
      history = rest;
      if (act) perform(act, language);
      else show();
    },
    redo(language: ContentLanguage): void {
      const { act, history: rest } = doneAgain(history, isStill(language));
      history = rest;
      if (act) perform(act, language);
      else show();
    },
    /** Steps belong to the language in which they were made. */
    forgetSteps(): void {
      history = NO_HISTORY;
      show();
    },
    send,
    /** Lets go of the save that was refused, and shows what the server has instead. */
    async letGo(): Promise<void> {
      if (problem === undefined) return;
      [, ...waiting] = waiting;
      history = NO_HISTORY;
      failures = 0;
      await keep();
      await send();
    },
    /** What waits stays written down, for whoever opens the lesson next. */
    async close(): Promise<void> {
      cancel?.();
      await sending;
      if (waiting.length > 0 && problem === undefined && failures === 0) await send();
      isClosed = true;
      cancel?.();
      await keeping;
    },
  };
}

const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && "code" in error && typeof error.code === "string";
/** Whether asking again the same way would be answered the same way. Who was signed out comes back, and then says so. */
const isFinal = ({ status }: Failure): boolean => status >= 400 && status < 500 && status !== 429;

/** Two seconds doubled up to a minute, with a part of chance so that not all come back at once. */
const delayOf = (failures: number, chance: number): number =>
  Math.round((0.5 + chance / 2) * Math.min(60_000, 2000 * 2 ** Math.min(failures - 1, 6)));

/** What does a command again after it was taken back: what it had made lies in the bin then. */
function again(command: LessonCommand): LessonCommand {
  if (command.do === "add") return { do: "restore", key: command.key };
  if (command.do === "duplicate") return { do: "restore", key: command.as };
  return command;
}

/** What takes a command back; nothing for what cannot be. */
function inverse({ lesson }: LessonView, command: LessonCommand): LessonCommand | undefined {
  switch (command.do) {
    case "add":
      return { do: "remove", key: command.key };
    case "duplicate":
      return { do: "remove", key: command.as };
    case "remove":
      return { do: "restore", key: command.key };
    case "restore":
      return { do: "remove", key: command.key };
    case "move":
      return { do: "move", key: command.key, after: before(lesson, command.key) };
    case "minutes":
      return { do: "minutes", minutes: lesson.minutes };
    default:
      return undefined;
  }
}
