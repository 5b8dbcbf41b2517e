import type { Enrolment, Regrade } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Page } from "../store/index.ts";

/** How many learners a step is about: done within some seconds, and lost at most when it is killed. */
const LEARNERS_AT_ONCE = 50;

/** Those who take a course alone, then its cohorts, one behind the other. */
export const groupOf = (
  deps: Deps,
  { courseId, cohorts }: Pick<Regrade, "courseId" | "cohorts">,
  { group, after }: Regrade["place"],
  most = LEARNERS_AT_ONCE,
): Promise<Page<Enrolment>> => {
  const cohortId = cohorts[group - 1];
  return cohortId
    ? deps.store.enrolments.ofCohort(cohortId, after, most)
    : deps.store.enrolments.alone(courseId, after, most);
};

/** Where the next learners are; nothing behind the last group. */
export function nextPlace(
  { cohorts }: Pick<Regrade, "cohorts">,
  { group }: Regrade["place"],
  page: Pick<Page<Enrolment>, "next">,
): Regrade["place"] | undefined {
  if (page.next) return { group, after: page.next };
  return group < cohorts.length ? { group: group + 1 } : undefined;
}

/** A place among the groups as it travels: their number, and where in it. */
export const tokenOf = ({
  group,
  after = "",
}: {
  group: number;
  after?: string | undefined;
}): string => `${group}_${after}`;

/** The place that such a token names; the first for none. One that nobody was given is refused where it is read from. */
export function placeIn(token: string | undefined): { group: number; after?: string } {
  if (token === undefined) return { group: 0 };
  const [, group, after] = /^(\d{1,6})_(.*)$/s.exec(token) ?? [];
  if (group === undefined) return { group: 0, after: token };
  return { group: Number(group), ...(after ? { after } : {}) };
}
