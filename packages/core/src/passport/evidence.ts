import type {
  Attempt,
  CompetencyId,
  Enrolment,
  Manifest,
  Observation,
  Submission,
} from "@twiza/contract";
import { isMarked } from "@twiza/contract/marking";
import { markOf } from "../attempt/grading.ts";
import type { Judged } from "../correction/judged.ts";
import type { Shown } from "./rule.ts";

type About = Pick<Enrolment, "courseId" | "courseTitle" | "cohortId">;

const aboutOf = ({ courseId, courseTitle, cohortId }: About) => ({
  courseId,
  courseTitle,
  ...(cohortId ? { cohortId } : {}),
});

/**
 * What a sitting that was handed in shows, of each competency that an item of it names: as its items count by now, since a key may have
 * been corrected. One that counts as right for everybody was no question, and shows nothing of anybody. Pure.
 */
export function shownBySitting(
  enrolment: About,
  attempt: Pick<Attempt, "id" | "itemIds" | "answers" | "submittedAt">,
  { items, voids }: Pick<Judged, "items" | "voids">,
): Shown[] {
  const { id, itemIds, answers = [], submittedAt } = attempt;
  if (submittedAt === undefined) return [];
  const marked = items
    .filter(
      ({ id: itemId, competencies, question }) =>
        competencies && isMarked(question) && itemIds.includes(itemId) && !voids.has(itemId),
    )
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

/** What work that she handed in shows, once it has its mark, of each competency that a criterion names. Pure. */
export function shownByWork(
  enrolment: About,
  submission: Submission,
  { assignments = [] }: Pick<Manifest, "assignments">,
): Shown[] {
  const { id, outcome, title } = submission;
  const assignment = assignments.find((each) => each.id === submission.assignmentId);
  if (!outcome || !assignment) return [];
  const { criteria, leastPercent } = assignment;
  const decided = decidingOf(submission);
  const isMet = ({ id: criterion, levels }: (typeof criteria)[number]): boolean =>
    decided.every(({ chosen }) => {
      const { level = -1 } = chosen.find((each) => each.criterion === criterion) ?? {};
      return (levels[level]?.percent ?? -1) >= leastPercent;
    });
  const named = new Set<CompetencyId>(criteria.flatMap(({ competencies = [] }) => competencies));
  return [...named].map((competencyId) => {
    const own = criteria.filter((each) => each.competencies?.includes(competencyId));
    return {
      competencyId,
      evidence: {
        ...{ kind: "work" as const, ...aboutOf(enrolment), at: outcome.at },
        ...{ submissionId: id, assignmentId: assignment.id, title },
        markerNames: decided.map(({ byName }) => byName),
        ...{ met: own.filter(isMet).length, of: own.length },
      },
    };
  });
}

/** Those whose word its mark is: one, both of two who agree, or the third who decided between them. */
const decidingOf = ({ markings, outcome }: Submission): Submission["markings"] =>
  outcome?.by === "third" ? markings.slice(-1) : markings;
