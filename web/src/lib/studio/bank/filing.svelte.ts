import type { Item } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";
import type { ImportedQuestion } from "@twiza/exchange/markdown";
import { call } from "../../api.ts";
import { newIntent } from "../../intent.ts";
import { isProblem, type Problem } from "../../problem.ts";
import type { Document } from "../bring-in/bringing.svelte.ts";
import { type FileFault, UnreadableFile } from "../bring-in/fault.ts";
import { handsFor } from "../bring-in/hands.ts";
import { readAside } from "../bring-in/read.ts";
import type { Progress } from "../bring-in/reading.ts";
import { itemOfFile, portionsOfItems, questionsIn, seedOfFile } from "./file-items.ts";
import { mediaOfFile } from "./file-media.ts";

export type Came = { readonly brought: number; readonly already: number; readonly odd: number };
export type Stage =
  | { readonly is: "choosing"; readonly fault?: FileFault; readonly problem?: Problem }
  | { readonly is: "reading"; readonly name: string; readonly progress?: Progress }
  | { readonly is: "looking"; readonly document: Document; readonly questions: readonly ImportedQuestion[] }
  | { readonly is: "going"; readonly done: number; readonly total: number }
  | { readonly is: "broken"; readonly done: number; readonly total: number; readonly problem?: Problem }
  | { readonly is: "came"; readonly came: Came }; // prettier-ignore
type Choice = { readonly language: ContentLanguage; readonly tags: readonly string[] };

/**
 * A file of questions on its way into the bank: it is read, looked at and brought, question by question under names that come of the
 * file, so that it may be stopped, or break off, and go on here or elsewhere without anything coming twice.
 * @param onchange told whenever questions have come
 */
export function filing(onchange: () => void) {
  const { upload } = handsFor("");
  let stage = $state.raw<Stage>({ is: "choosing" });
  let document = $state.raw<Document>();
  let choice: Choice | undefined;
  let stopper = new AbortController();

  function begin(next: Stage): AbortSignal {
    stopper.abort();
    stopper = new AbortController();
    stage = next;
    return stopper.signal;
  }

  async function read(file: File): Promise<void> {
    const { name, size: bytes } = file;
    const signal = begin({ is: "reading", name });
    try {
      const onProgress = (progress: Progress): void => void (stage = { is: "reading", name, progress }); // prettier-ignore
      const { reading, fingerprint } = await readAside(file, { signal, onProgress });
      document = { reading, fingerprint, name, bytes };
      const questions = questionsIn(reading);
      stage = questions.length > 0
        ? { is: "looking", document, questions }
        : { is: "choosing", fault: "questions.none" }; // prettier-ignore
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof UnreadableFile) stage = { is: "choosing", fault: error.code };
      else if (isProblem(error)) stage = { is: "choosing", problem: error };
      else throw error;
    }
  }

  async function go(): Promise<void> {
    if (!document || !choice) return;
    const questions = questionsIn(document.reading);
    const total = questions.length;
    let done = 0;
    const signal = begin({ is: "going", done, total });
    const step = (count: number): void => {
      signal.throwIfAborted();
      done += count;
      stage = { is: "going", done, total };
    };
    try {
      const { language, tags } = choice;
      const seed = seedOfFile(document.fingerprint, language);
      const came = { brought: 0, already: 0, odd: 0 };
      const media = await mediaOfFile(questions, { seed, language, signal, upload });
      const items: Item[] = [];
      for (const [at, question] of questions.entries()) {
        const item = itemOfFile(question, { seed, at, language, mediaOf: (file) => media.get(file.bytes) }); // prettier-ignore
        if (item) items.push(item);
        else came.odd += 1;
      }
      step(came.odd);
      for (const some of portionsOfItems(items)) {
        const body = { intentId: newIntent(), items: some.map((item) => ({ item, tags: [...tags] })) }; // prettier-ignore
        const reply = await call("bringBankItems", { body });
        came.brought += reply.brought;
        came.already += reply.already;
        step(some.length);
      }
      stage = { is: "came", came };
    } catch (error) {
      if (signal.aborted) return;
      if (!isProblem(error)) throw error;
      stage = { is: "broken", done, total, problem: error };
    } finally {
      onchange();
    }
  }

  return {
    get stage() {
      return stage;
    },
    read,
    bring: (wish: Choice): void => {
      choice = wish;
      void go();
    },
    again: (): void => {
      begin({ is: "choosing" });
      document = undefined;
    },
    /** What has come stays. */
    stop: (): void => {
      const { done, total } = stage.is === "going" ? stage : { done: 0, total: 0 };
      begin({ is: "broken", done, total });
    },
    goOn: (): void => void go(),
    leave: (): void => stopper.abort(),
  };
}
