import type { ListedCourse } from "@twiza/contract";
import { type ExchangeFault, readArchive, writtenWords } from "@twiza/exchange/archive";
import { everyPage } from "../../office/every-page.ts";
import { isProblem } from "../../problem.ts";
import { session } from "../../session.svelte.ts";
import { fromHere } from "./from-here.ts";
import { inTurn } from "./in-turn.svelte.ts";
import { digestOfFile, type Names, namesFor } from "./names.ts";
import { type LeftOut, type Looked, lookedThrough, stepsOf } from "./put-in.ts";
import { faultOf } from "./refused-file.ts";

/** An archive that is looked through and then brought in, as reactive values. */
export function bringing() {
  let looked = $state.raw<Looked>();
  let fault = $state.raw<ExchangeFault>();
  let problem = $state.raw<unknown>();
  let busy = $state(false);
  let left = $state.raw<readonly LeftOut[]>([]);
  /** Whether a course was begun from this very file before, by the same person. */
  let isKnown = $state(false);
  let names = $state.raw<Names>();
  const turn = inTurn();

  /** The names of this file, for another course of it under another word. */
  const namesOf = (file: string, again?: string): Promise<Names> =>
    namesFor({ file, by: [session.me?.account.id, session.me?.organisationId], again });
  let digest = "";

  async function look(file: File): Promise<void> {
    [looked, fault, problem, busy] = [undefined, undefined, undefined, true];
    turn.forget();
    try {
      digest = await digestOfFile(file);
      const course = await readArchive(file, { wordsOf: writtenWords });
      const found = await lookedThrough(course, fromHere);
      names = await namesOf(digest);
      isKnown = await isCourse(names.courseId);
      left = found.leftOut;
      looked = found;
    } catch (cause) {
      if (isProblem(cause)) problem = cause;
      else fault = faultOf(cause);
    } finally {
      busy = false;
    }
  }
  async function isCourse(courseId: string): Promise<boolean> {
    const all = await everyPage<ListedCourse>(async (after) => {
      const { courses, next } = await fromHere.call("listCourses", { query: { after } });
      return { rows: courses, next };
    });
    return all.some(({ id }) => id === courseId);
  }

  return {
    get looked() {
      return looked;
    },
    /** Why the file is none that can be brought in. */
    get fault() {
      return fault;
    },
    get problem() {
      return problem ?? turn.problem;
    },
    get busy() {
      return busy || turn.busy;
    },
    get left() {
      return left;
    },
    get isKnown() {
      return isKnown;
    },
    get done() {
      return turn.done;
    },
    get total() {
      return turn.total;
    },
    look,
    /** @returns the course that was made, once all of it is here */
    async bring(asAnother: boolean): Promise<string | undefined> {
      if (!looked || !names) return undefined;
      if (asAnother) names = await namesOf(digest, crypto.randomUUID());
      const steps = stepsOf(fromHere, {
        ...{ looked, names, isKnown: isKnown && !asAnother },
        onleft: (one) => (left = [...left, one]),
      });
      return (await turn.begin(steps)) ? names.courseId : undefined;
    },
    /** Goes on where it broke off. */
    async again(): Promise<string | undefined> {
      return (await turn.again()) ? names?.courseId : undefined;
    },
  };
}
