import type {
  Attempt,
  CompetencyId,
  Enrolment,
  Item,
  Manifest,
  Observation,
} from "@twiza/contract";
import { markOf } from "../attempt/grading.ts";
import type { Shown } from "./rule.ts";

type About = Pick<Enrolment, "courseId" | "courseTitle" | "cohortId">;

const aboutOf = ({ courseId, courseTitle, cohortId }: About) => ({
  courseId,
  courseTitle,
  ...(cohortId ? { cohortId } : {}),
});

/** What a sitting that was handed in shows, of each competency that an item of it names. Pure. */
export function shownBySitting(
  enrolment: About,
  attempt: Pick<Attempt, "id" | "itemIds" | "answers" | "submittedAt">,
  items: readonly Item[],
): Shown[] {
  const { id, itemIds, answers = [], submittedAt } = attempt;
  if (submittedAt === undefined) return [];
  const marked = items
    .filter((item) => item.competencies && itemIds.includes(item.id))
    .map((item) => {
      const answer = answers.find((each) => each.itemId === item.id);
      return { item, right: markOf(item, answer).right };
    });
  const named = new Set(marked.flatMap(({ item }) => item.competencies ?? []));
  return [...named].map((competencyId) => {
    const own = marked.filter(({ item }) => item.competencies?.includes(competencyId));
    const right = own.filter((each) => each.right).length;
    return {
      competencyId,
      evidence: {
        ...{ kind: "sitting" as const, ...aboutOf(enrolment), at: submittedAt },
        ...{ attemptId: id, right, of: own.length },
      },
      items: own.map((each) => ({ id: each.item.id, right: each.right })),
    };
  });
}

/** What work that somebody saw shows, once she has confirmed it, of each competency that a criterion names. Pure. */
export function shownByObservation(
  enrolment: About,
  observation: Observation,
  { checklists = [] }: Pick<Manifest, "checklists">,
): Shown[] {
  const checklist = checklists.find(({ id }) => id === observation.checklistId);
  if (observation.confirmation.state !== "confirmed" || !checklist) return [];
  const met = new Set(
    observation.seen.filter(({ result }) => result === "met").map(({ criterion }) => criterion),
  );
  const named = new Set<CompetencyId>(
    checklist.criteria.flatMap(({ competencies = [] }) => competencies),
  );
  return [...named].map((competencyId) => {
    const own = checklist.criteria.filter((each) => each.competencies?.includes(competencyId));
    return {
      competencyId,
      evidence: {
        ...{ kind: "observation" as const, ...aboutOf(enrolment), at: observation.receivedAt },
        ...{ observationId: observation.id, checklistId: checklist.id },
        ...{ title: observation.title, observerName: observation.observerName },
        ...{ met: own.filter(({ id }) => met.has(id)).length, of: own.length },
      },
    };
  });
}
