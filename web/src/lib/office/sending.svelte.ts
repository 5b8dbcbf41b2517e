import { isProblem, type Problem } from "../problem.ts";
import { intention } from "./intention.ts";

/**
 * A form that writes. While it is under way a second tap does nothing; a refusal stays to be read; each try carries the
 * intent of its content.
 */
export function sending<Content extends object, Answer>(
  send: (content: Content, intentId: string) => Promise<Answer>,
) {
  const intentFor = intention();
  let busy = $state(false);
  let problem = $state.raw<Problem>();

  return {
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    /** @returns the answer, or nothing when it was refused or is already under way */
    async send(content: Content): Promise<Answer | undefined> {
      if (busy) return undefined;
      busy = true;
      problem = undefined;
      try {
        return await send(content, intentFor(content));
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        problem = cause;
        return undefined;
      } finally {
        busy = false;
      }
    },
    forget(): void {
      problem = undefined;
    },
  };
}
