import type {
  Correction,
  CourseId,
  IntentId,
  Regrade,
  Regraded,
  RegradeLine,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { aboutCourse, nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store/index.ts";
import { courseCorrected, courseToCorrect, lineOf } from "./forms.ts";

export const regradeLineOf = (
  { organisationId: _o, cohorts: _c, place: _p, ...line }: Regrade,
  correction: Correction,
): RegradeLine => ({ ...line, correction: lineOf(correction) });

/** Corrections of a course, and how far marking anew has come. @throws Refused `not_found` */
export async function listRegrades(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<{ regrades: RegradeLine[] }> {
  await courseCorrected(deps, principal, courseId);
  const [regrades, corrections] = await Promise.all([
    deps.store.corrections.regrades(courseId),
    deps.store.corrections.ofCourse(courseId),
  ]);
  return {
    regrades: regrades.flatMap((regrade) => {
      const correction = corrections.find(({ number }) => number === regrade.number);
      return correction ? [regradeLineOf(regrade, correction)] : [];
    }),
  };
}

/** Whose result a correction changed. @throws Refused `not_found` */
export async function listRegraded(
  deps: Deps,
  principal: Principal,
  asked: { courseId: CourseId; number: number; after: After },
) {
  await courseCorrected(deps, principal, asked.courseId);
  const { corrections } = deps.store;
  const page = await corrections.allRegraded(asked.courseId, asked.number, asked.after);
  const lineFor = ({ courseId: _c, number: _n, ...line }: Regraded) => line;
  return { learners: page.values.map(({ value }) => lineFor(value)), ...nextOf(page) };
}

type Steer = {
  readonly courseId: CourseId;
  readonly number: number;
  readonly body: { readonly intentId: IntentId; readonly do: "stop" | "go_on" };
};

/**
 * Stops marking anew, or goes on with it where it stands, also where its worker has given it up. What is done stays done, and what is
 * wished already changes nothing but that it is wished.
 * @throws Refused `stale_write` to go on with one that a later correction has taken over
 */
export function steerRegrade(
  deps: Deps,
  principal: Principal,
  { courseId, number, body }: Steer,
): Promise<RegradeLine> {
  const asked = { principal, operation: `correction.steer ${courseId} ${number}`, request: body };
  return once(deps, asked, async () => {
    const course = await courseToCorrect(deps, principal, courseId);
    const { corrections } = deps.store;
    const [kept, all] = await Promise.all([
      corrections.regrade(courseId, number),
      corrections.ofCourse(courseId),
    ]);
    const { value: regrade, revision } = found(kept);
    const correction = found(all.find((each) => each.number === number));
    const isStop = body.do === "stop";
    if (regrade.state === "done" || (isStop && regrade.state === "stopped"))
      return { reply: regradeLineOf(regrade, correction), writes: [] };
    if (!isStop && number !== all.at(-1)?.number) throw new Refused("stale_write");
    const next: Regrade = {
      ...regrade,
      state: isStop ? "stopped" : "running",
      changedAt: deps.clock.now().toISOString(),
    };
    const line = auditLine(deps, principal, {
      ...aboutCourse(course),
      action: isStop ? "regrade.stopped" : "regrade.resumed",
    });
    const writes = [corrections.putRegrade(next, revision), line];
    return { reply: regradeLineOf(next, correction), writes };
  });
}
