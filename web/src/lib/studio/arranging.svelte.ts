import type { Draft } from "@twiza/contract";
import { call } from "../api.ts";
import { hearNames } from "../components/languages.ts";
import { newIntent } from "../intent.ts";
import { isProblem, type Problem } from "../problem.ts";
import type { CourseAct } from "./outline.ts";

type Wish = { readonly intentId: string; readonly commands: readonly CourseAct[] };
export type Arranging = ReturnType<typeof arranging>;

/** The order of a course, read and changed. One change is sent after another; one that fails waits for its next try, with those behind it. */
export function arranging(courseId: string) {
  const params = { courseId };
  let draft = $state.raw<Draft>();
  let error = $state.raw<unknown>();
  let problem = $state.raw<Problem>();
  let wishes = $state.raw<readonly Wish[]>([]);
  let running: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    problem = undefined;
    for (let [wish] = wishes; wish; [wish] = wishes)
      try {
        const { intentId, commands } = wish;
        draft = await call("arrangeDraft", { params, body: { intentId, commands: [...commands] } });
        wishes = wishes.slice(1);
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        problem = cause;
        return;
      }
  }
  const send = (): Promise<void> =>
    (running ??= sendAll().finally(() => {
      running = undefined;
    }));

  return {
    get draft() {
      return draft;
    },
    /** Why it could not be read. */
    get error() {
      return error;
    },
    /** Why the last change did not get through. */
    get problem() {
      return problem;
    },
    get busy() {
      return wishes.length > 0 && problem === undefined;
    },
    async open(): Promise<void> {
      try {
        const read = await call("readDraft", { params });
        hearNames(read.otherLanguages);
        draft = read;
        error = undefined;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        error = cause;
      }
    },
    /** @returns when it was sent, or could not be */
    arrange(...commands: readonly CourseAct[]): Promise<void> {
      wishes = [...wishes, { intentId: newIntent(), commands }];
      return send();
    },
    retry: (): void => void send(),
    /** Lets go of what did not get through. */
    letGo(): void {
      wishes = [];
      problem = undefined;
    },
  };
}
