import { call, isProblem, newIntent, type Problem } from "#lib";
import {
  blankDraft,
  bodyOf,
  forgetDraft,
  keepDraft,
  keptDraft,
  type MarkDraft,
  type Submission,
} from "./mark-draft.ts";

type About = {
  readonly cohortId: string;
  readonly submissionId: string;
  readonly criteria: readonly { readonly id: string }[];
  /** How many markings there are. */
  readonly markings: number;
  /** Two differ: what is sent decides. */
  readonly isSettling: boolean;
};

/** What somebody gives to a piece of work, as reactive values: it lies on this device until it is sent or put away. */
export function marking({ cohortId, submissionId, criteria, markings, isSettling }: About) {
  const left = keptDraft(submissionId);
  let draft = $state.raw<MarkDraft>(left ?? blankDraft(markings));
  let busy = $state(false);
  let problem = $state.raw<Problem>();

  function put(now: Partial<MarkDraft>): void {
    draft = { ...draft, ...now };
    keepDraft(submissionId, draft);
  }
  /** The same content goes under the same intent, whatever comes between: sent twice, it counts once. */
  function intentOf(content: unknown): string {
    const print = JSON.stringify(content);
    if (draft.intent?.print !== print) put({ intent: { id: newIntent(), print } });
    return draft.intent?.id ?? "";
  }
  const ask = (): Promise<{ readonly submission: Submission }> => {
    const params = { cohortId, submissionId };
    const body = bodyOf(draft, criteria);
    if (!isSettling) {
      const intentId = intentOf(body);
      return call("markSubmission", { params, body: { ...body, intentId } });
    }
    const whole = { ...body, reason: draft.reason.trim() };
    return call("settleSubmission", { params, body: { ...whole, intentId: intentOf(whole) } });
  };

  return {
    get draft() {
      return draft;
    },
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    put,
    /** What was given is no longer wanted. */
    forget(): void {
      forgetDraft(submissionId);
      draft = blankDraft(markings);
      problem = undefined;
    },
    /** @returns the work as it stands now; nothing when it was refused */
    async send(): Promise<Submission | undefined> {
      if (busy) return undefined;
      [busy, problem] = [true, undefined];
      try {
        const { submission } = await ask();
        forgetDraft(submissionId);
        return submission;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        problem = cause;
        return undefined;
      } finally {
        busy = false;
      }
    },
  };
}
export type Marking = ReturnType<typeof marking>;
