import type { Completion, CourseId, Submission, SubmissionView, WorkBody } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { loadToWrite } from "../attempt/load.ts";
import { completionOf } from "../enrolment/completion.ts";
import type { Loaded } from "../enrolment/enrolment.ts";
import { onceOf } from "../intent.ts";
import { actingFor } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { withHandIn } from "./standing.ts";
import { ownView } from "./view.ts";
import { cohortOf, isSameWork, replacedBy, workFrom } from "./work.ts";

type Wish = { readonly courseId: CourseId; readonly body: WorkBody };
type HandedIn = { readonly submission: SubmissionView; readonly completion: Completion };

/**
 * Keeps what a learner hands in, whole, in one transaction with her standing and with what it takes the place of. The same may come any
 * number of times; of two phones both are kept, in the order in which they came.
 * @throws Refused as `workFrom` does; `intent.reused` for other work under the same id
 */
export function submitWork(
  deps: Deps,
  principal: Principal,
  { courseId, body }: Wish,
): Promise<HandedIn> {
  const { learnerId, sentAt: _, ...request } = body;
  const learning = actingFor(principal, learnerId);
  const asked = { principal: learning, operation: `submission.submit ${courseId}`, request };
  const load = () => loadToWrite(deps, learning, courseId);
  const keptFor = ({ value }: Loaded) => deps.store.submissions.byId(cohortOf(value), body.id);
  return onceOf(deps, asked, {
    now: async () => {
      const hers = await load();
      return answerOf(found(await keptFor(hers)).value, hers);
    },
    work: async () => {
      const hers = await load();
      const before = hers.value.cohortId && (await keptFor(hers));
      if (before) {
        if (!isSameWork(before.value, body, learning)) throw new Refused("intent.reused");
        return { reply: answerOf(before.value, hers), writes: [] };
      }
      // Now, and not when it first came: of two at once the one that is kept later takes the place of the other.
      const receivedAt = deps.clock.now();
      const work = await workFrom(deps, learning, hers, { body, receivedAt });
      const value = { ...hers.value, handed: withHandIn(hers.value.handed, work) };
      const writes = [
        deps.store.submissions.put(work, "absent"),
        ...(await replacedBy(deps, hers.value, work)),
        deps.store.enrolments.put(value, hers.revision),
      ];
      return { reply: answerOf(work, { ...hers, value }), writes };
    },
  });
}

const answerOf = (submission: Submission, { value, manifest }: Loaded): HandedIn => ({
  submission: ownView(submission),
  completion: completionOf(manifest, value),
});
