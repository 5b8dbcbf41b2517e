import { openDatabase } from "@twiza/client";
import type { Draft, DraftBlock, LessonCommand, OpenLesson } from "@twiza/contract";
import { type ContentLanguage, languagesWith } from "@twiza/contract/where";
import { call } from "../api.ts";
import { hearNames } from "../components/languages.ts";
import { newIntent } from "../intent.ts";
import { isProblem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";
import type { Save } from "./saves.ts";
import { holdTab, isGone, tab } from "./tabs.ts";
import { openWriting, type Status, type Writing } from "./writing.ts";
import type { LessonView } from "./lesson-view.ts";

const database = openDatabase({
  factory: () => indexedDB,
  name: "twiza-studio",
  migrations: [({ create }) => create("outbox")],
});

type Which = { readonly courseId: string; readonly lessonId: string };
type Shown = {
  readonly view: LessonView;
  readonly status: Status;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};
export type Desk = ReturnType<typeof lessonDesk>;

/** A lesson on the author's desk, as reactive values. */
export function lessonDesk({ courseId, lessonId }: Which) {
  const params = { courseId, lessonId };
  let draft = $state.raw<Draft>();
  let shown = $state.raw<Shown>();
  let error = $state.raw<unknown>();
  let writing: Writing | undefined;
  let isLeft = false;

  const read = (language: ContentLanguage, source: ContentLanguage): Promise<OpenLesson> =>
    call("readDraftLesson", {
      params,
      query: { language, ...(language === source ? {} : { beside: source }) },
    });
  const show = (): void => {
    if (!writing) return;
    const { view, status, canUndo, canRedo } = writing;
    shown = { view, status, canUndo, canRedo };
  };

  const nearestTo = (wanted: ContentLanguage | undefined): ContentLanguage => {
    const { sourceLanguage = "ar", otherLanguages } = draft ?? {};
    return languagesWith(otherLanguages).find((language) => language === wanted) ?? sourceLanguage;
  };
  async function open(language: ContentLanguage | undefined): Promise<void> {
    await loadSession();
    draft ??= await call("readDraft", { params: { courseId } });
    const { sourceLanguage, otherLanguages } = draft;
    hearNames(otherLanguages);
    const answer = await read(nearestTo(language), sourceLanguage);
    if (writing) {
      writing.hear(answer);
      return;
    }
    const { me } = session;
    if (!me || isLeft) return;
    holdTab();
    writing = openWriting(
      {
        whose: {
          accountId: me.account.id,
          courseId: draft.outline.courseId,
          lessonId: answer.lesson.id,
        },
        tab,
        isGone,
        source: sourceLanguage,
        database,
        now: Date.now,
        newId: () => newIntent(),
        after(milliseconds, act) {
          const timer = setTimeout(act, milliseconds);
          return () => clearTimeout(timer);
        },
        random: Math.random,
        save: ({ intentId, language: inLanguage, commands, texts }: Save) =>
          call("saveDraftLesson", {
            params,
            body: { intentId, language: inLanguage, commands: [...commands], texts: [...texts] },
          }),
        onchange: show,
      },
      answer,
    );
    show();
    if (draft.mayEdit) await writing.begin();
  }

  return {
    get draft() {
      return draft;
    },
    get shown() {
      return shown;
    },
    get error() {
      return error;
    },
    get mayEdit(): boolean {
      return draft?.mayEdit ?? false;
    },
    /** The wanted language, or that which the others are translated from where the course is not written in it. */
    nearestTo,
    /** Reads it in a language; without one in that which the others are translated from. What is shown stays meanwhile. */
    async open(language?: ContentLanguage): Promise<void> {
      try {
        await open(language);
        error = undefined;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        error = cause;
      }
    },
    /** Looks whether somebody else has changed it. Without network it stays as it is. */
    async look(language: ContentLanguage): Promise<void> {
      if (!writing || !draft) return;
      const answer = await read(language, draft.sourceLanguage).catch((cause: unknown) => {
        if (!isProblem(cause)) throw cause;
      });
      if (answer) writing.hear(answer);
    },
    command: (command: LessonCommand, language: ContentLanguage) =>
      writing?.command(command, language),
    write: (
      key: string,
      block: DraftBlock,
      how: { language: ContentLanguage; blank: DraftBlock },
    ) => writing?.write(key, block, how),
    undo: (language: ContentLanguage) => writing?.undo(language),
    redo: (language: ContentLanguage) => writing?.redo(language),
    forgetSteps: () => writing?.forgetSteps(),
    send: () => void writing?.send(),
    letGo: () => void writing?.letGo(),
    close(): void {
      isLeft = true;
      void writing?.close();
    },
  };
}
