import { isProblem, type Problem } from "../../problem.ts";
import { type FileFault, UnreadableFile } from "./fault.ts";
import { handsFor } from "./hands.ts";
import { type Choices, type Plan, planOf } from "./plan.ts";
import { readAside } from "./read.ts";
import type { Progress, ReadFile } from "./reading.ts";
import { bringIn, type Came, type Step, takeBack } from "./run.ts";

/** A document that was read, as it would come into the course. */
export type Document = ReadFile & { readonly name: string; readonly bytes: number };

export type Stage =
  | { readonly is: "choosing"; readonly fault?: FileFault; readonly problem?: Problem }
  | { readonly is: "reading"; readonly name: string; readonly progress?: Progress }
  | { readonly is: "looking"; readonly document: Document }
  | { readonly is: "going"; readonly step: Step }
  /** It was stopped, or it broke off. */
  | { readonly is: "broken"; readonly problem?: Problem }
  | { readonly is: "takingBack" }
  | { readonly is: "came"; readonly came: Came }
  | { readonly is: "gone" };

/**
 * A document on its way into a course: it is read, looked at, brought in, and may be taken back.
 * @param onchange told whenever the course has become another
 */
export function bringing(courseId: string, onchange: () => void) {
  const hands = handsFor(courseId);
  let stage = $state.raw<Stage>({ is: "choosing" });
  let document = $state.raw<Document>();
  let plan = $state.raw<Plan>();
  let stopper = new AbortController();

  /** What is under way is stopped; whatever of it still comes is not heard. */
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
      stage = { is: "looking", document };
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof UnreadableFile) stage = { is: "choosing", fault: error.code };
      else if (isProblem(error)) stage = { is: "choosing", problem: error };
      else throw error;
    }
  }

  async function go(): Promise<void> {
    if (!plan) return;
    const total = plan.lessons.length;
    const signal = begin({ is: "going", step: { done: 0, total, title: "" } });
    try {
      const onStep = (step: Step): void => void (stage = { is: "going", step });
      stage = { is: "came", came: await bringIn(plan, hands, { signal, onStep }) };
    } catch (error) {
      if (signal.aborted) return;
      if (!isProblem(error)) throw error;
      stage = { is: "broken", problem: error };
    } finally {
      onchange();
    }
  }

  async function back(): Promise<void> {
    if (!plan) return;
    begin({ is: "takingBack" });
    try {
      await takeBack(plan, hands);
      stage = { is: "gone" };
    } catch (error) {
      if (!isProblem(error)) throw error;
      stage = { is: "broken", problem: error };
    } finally {
      onchange();
    }
  }

  return {
    get stage() {
      return stage;
    },
    read,
    /** Another file is chosen: nothing of this one is kept. */
    again: (): void => {
      begin({ is: "choosing" });
      [document, plan] = [undefined, undefined];
    },
    bring: (choices: Choices): void => {
      if (!document) return;
      const { fingerprint, reading } = document;
      plan = planOf({ courseId, fingerprint, lessons: reading.lessons }, choices);
      void go();
    },
    /** What has come stays. */
    stop: (): void => void begin({ is: "broken" }),
    goOn: (): void => void go(),
    back: (): void => void back(),
    /** The page is left. */
    leave: (): void => stopper.abort(),
  };
}
