import type {
  Correction,
  CorrectionChange,
  CourseId,
  IntentId,
  ItemId,
  RegradeFigures,
  RegradeLine,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { keepQuiz } from "../course/content.ts";
import { aboutCourse } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { cohortsOf } from "./cohorts.ts";
import { countsBy } from "./change.ts";
import { countsNow, courseToCorrect, formOf } from "./forms.ts";
import { testsBy } from "./hers.ts";
import { regradeLineOf } from "./list.ts";
import { groupOf, nextPlace, placeIn, tokenOf } from "./groups.ts";
import { begun } from "./regrade.ts";
import { NO_FIGURES, plus, tryLearner } from "./regrade-learner.ts";

type Wanted = {
  readonly courseId: CourseId;
  readonly itemId: ItemId;
  readonly body: {
    readonly intentId: IntentId;
    readonly print: string;
    readonly change: CorrectionChange;
  };
};

/** The correction that is wished for, as it would be kept. @throws Refused `not_found` and what `countsBy` throws */
async function wished(
  deps: Deps,
  principal: Principal,
  { courseId, itemId, body }: Wanted & { readonly body: { readonly reason?: string } },
) {
  const course = await courseToCorrect(deps, principal, courseId);
  const { print, change } = body;
  const [published, corrections] = await Promise.all([
    formOf(deps, { courseId, itemId, print }),
    deps.store.corrections.ofCourse(courseId),
  ]);
  const { item } = countsBy(published, await countsNow(deps, published, corrections), change);
  const correction: Correction = {
    ...{ courseId, itemId, print, organisationId: course.organisationId, kind: change.kind },
    number: (corrections.at(-1)?.number ?? 0) + 1,
    ...(change.kind === "mended"
      ? { item: await keepQuiz(deps, { format: 1, items: [item] }) }
      : {}),
    reason: body.reason ?? "…",
    at: deps.clock.now().toISOString(),
    ...{ by: principal.accountId, byName: principal.name },
  };
  return { course, corrections, correction };
}

/**
 * What a correction would change for the next learners, from the first on. Nobody's marks are touched; the mended item is kept as a
 * blob that nothing names.
 * @throws Refused `not_found`, `correction.unchanged`, `correction.other_question`
 */
export async function tryCorrection(
  deps: Deps,
  principal: Principal,
  wanted: Wanted & { readonly body: { readonly after?: string | undefined } },
): Promise<{ figures: RegradeFigures; next?: string }> {
  const { course, corrections, correction } = await wished(deps, principal, wanted);
  const tests = testsBy(deps, [...corrections, correction]);
  const regrade = { courseId: course.id, cohorts: await cohortsOf(deps, course) };
  const place = placeIn(wanted.body.after);
  const page = await groupOf(deps, regrade, place);
  const figures = await Promise.all(
    page.values.map(({ value }) => tryLearner(deps, value, { last: correction.number, tests })),
  );
  const next = nextPlace(regrade, place, page);
  return {
    figures: figures.reduce(plus, NO_FIGURES),
    ...(next ? { next: tokenOf(next) } : {}),
  };
}

/**
 * Corrects a published question. From this moment on what is handed in counts by it; what was handed in before is marked anew behind the
 * answer, learner by learner.
 * @throws Refused `stale_write` when somebody corrected something since it was looked at; `correction.running` while an earlier one is
 * still being followed; and as `tryCorrection`
 */
export function correctItem(
  deps: Deps,
  principal: Principal,
  wanted: Wanted & { readonly body: { readonly reason: string; readonly last: number } },
): Promise<RegradeLine> {
  const { courseId, itemId, body } = wanted;
  const asked = { principal, operation: `correction.make ${courseId} ${itemId}`, request: body };
  return once(deps, asked, async () => {
    const { course, correction } = await wished(deps, principal, wanted);
    if (correction.number !== body.last + 1) throw new Refused("stale_write");
    const before = await deps.store.corrections.regrade(courseId, body.last);
    if (before?.value.state === "running") throw new Refused("correction.running");
    const regrade = begun({
      ...{ courseId, organisationId: course.organisationId, number: correction.number },
      cohorts: await cohortsOf(deps, course),
      ...{ startedAt: correction.at, changedAt: correction.at },
    });
    const line = auditLine(deps, principal, {
      ...aboutCourse(course),
      action: "item.corrected",
      note: `${correction.kind}: ${correction.reason}`.slice(0, 500),
    });
    const { corrections } = deps.store;
    const writes = [corrections.put(correction), corrections.putRegrade(regrade, "absent"), line];
    return { reply: regradeLineOf(regrade, correction), writes };
  });
}
