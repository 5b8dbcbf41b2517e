import type {
  Completion,
  CourseId,
  IntentId,
  Observation,
  ObservationId,
  ObservationView,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { completionOf, withEarned } from "../enrolment/completion.ts";
import { type Loaded, loadEnrolment } from "../enrolment/enrolment.ts";
import { onceOf } from "../intent.ts";
import { actingFor, type Learning, type Whose } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { enrolmentBy, withLook, withoutLook } from "./standing.ts";
import { noteOf, viewOf } from "./view.ts";

type Said = { readonly intentId: IntentId; readonly disputed?: string | undefined };
type Wish = {
  readonly courseId: CourseId;
  readonly observationId: ObservationId;
  readonly body: Said & Whose;
};
type Answered = { observation: ObservationView; completion: Completion };

/**
 * Says of an observation of one's own work that it was so, or why not: once. A disputed one keeps her words and counts for nothing.
 * @throws Refused `observation.both_roles` on a phone where its observer is signed in, `observation.settled` after another answer
 */
export function confirmObservation(
  deps: Deps,
  principal: Principal,
  { courseId, observationId, body: { learnerId, ...said } }: Wish,
): Promise<Answered> {
  const learning = actingFor(principal, learnerId);
  const asked = {
    ...{ principal: learning, operation: `observation.confirm ${observationId}` },
    request: said,
  };
  const load = () => loadOwn(deps, learning, { courseId, observationId });
  return onceOf(deps, asked, {
    now: async () => {
      const { kept, hers } = await load();
      return answerOf(kept.value, hers);
    },
    work: async () => {
      const { kept, hers } = await load();
      if (isObserverHere(principal, kept.value)) throw new Refused("observation.both_roles");
      const now = deps.clock.now().toISOString();
      const answered = answeredBy(kept.value, said, now);
      if (!answered) return { reply: answerOf(kept.value, hers), writes: [] };
      const enrolment = withEarned(await after(deps, hers, answered), hers.manifest, now);
      const isDisputed = said.disputed !== undefined;
      const line = auditLine(
        deps,
        { accountId: learning.accountId, name: answered.learnerName },
        {
          organisationId: answered.organisationId,
          action: isDisputed ? "observation.disputed" : "observation.confirmed",
          subjectId: answered.learnerId,
          subjectName: answered.learnerName,
          about: { learnerId: answered.learnerId, courseId },
          note: noteOf(answered, ...(isDisputed ? [said.disputed ?? ""] : [])),
        },
      );
      const writes = [
        deps.store.observations.put(answered, kept.revision),
        deps.store.enrolments.put(enrolment, hers.revision),
        line,
      ];
      return { reply: answerOf(answered, { ...hers, value: enrolment }), writes };
    },
  });
}

async function loadOwn(
  deps: Deps,
  learning: Learning,
  { courseId, observationId }: Pick<Wish, "courseId" | "observationId">,
): Promise<{ readonly kept: Kept<Observation>; readonly hers: Loaded }> {
  const { learnerId } = learning;
  const hers = await loadEnrolment(deps, learning, { courseId, fresh: true });
  authorise(learning, "progress:write", {
    organisationId: hers.value.organisationId,
    own: hers.value.learnerId === learnerId,
  });
  const kept = found(await deps.store.observations.byId(learnerId, observationId));
  if (kept.value.courseId !== courseId) found(undefined);
  return { kept, hers };
}

/** One person in both roles: whoever observed is signed in on the very phone that would answer for the learner. */
const isObserverHere = ({ accountId, staff }: Principal, { observerId }: Observation): boolean =>
  accountId === observerId || staff?.accountId === observerId;

/** The observation with her answer; nothing where she gave the same before. @throws Refused `observation.settled` */
function answeredBy(
  observation: Observation,
  { disputed }: Said,
  at: string,
): Observation | undefined {
  const { confirmation } = observation;
  if (confirmation.state === "waiting")
    return {
      ...observation,
      confirmation:
        disputed === undefined
          ? { state: "confirmed", by: "app", at }
          : { state: "disputed", words: disputed, at },
    };
  const before = confirmation.state === "disputed" ? confirmation.words : undefined;
  if (before !== disputed) throw new Refused("observation.settled");
  return undefined;
}

/** Her enrolment by what counts now. Only a dispute asks what else was seen. */
async function after(deps: Deps, { value }: Loaded, answered: Observation) {
  const { state } = answered.confirmation;
  if (state !== "disputed") return enrolmentBy(value, withLook(value, answered));
  const { learnerId, courseId } = answered;
  const all = await deps.store.observations.ofCourse(learnerId, courseId, { fresh: true });
  const looks = all.map((kept) => (kept.value.id === answered.id ? answered : kept.value));
  return enrolmentBy(value, withoutLook(value, answered, looks));
}

const answerOf = (observation: Observation, { value, manifest }: Loaded): Answered => ({
  observation: viewOf(observation),
  completion: completionOf(manifest, value),
});
