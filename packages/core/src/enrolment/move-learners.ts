import {
  type CohortId,
  type CourseId,
  type Enrolment,
  type IntentId,
  type Manifest,
  type MovedLearner,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { readManifest } from "../course/content.ts";
import { loadCourse, nextOf, subjectOf } from "../course/course.ts";
import { differenceOf } from "../course/publish.ts";
import type { Deps } from "../deps.ts";
import { decide, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After, Page } from "../store/index.ts";
import { moved, moveLine, type Target } from "./move.ts";
import { blocksInto } from "./versions.ts";

/** How many are moved at once: as many as are done within a few seconds. */
const AT_ONCE = 50;

type Group = {
  readonly courseId: CourseId;
  readonly cohortId?: CohortId | undefined;
  readonly after?: After;
};

/**
 * What moving the learners of a group to the live version would mean for each of them. Writes nothing.
 * @throws Refused `not_found`, `course.not_published`
 */
export async function readMove(deps: Deps, principal: Principal, group: Group) {
  const target = await targetFor(deps, principal, group);
  const page = await pageOf(deps, group);
  const enrolments = page.values.map(({ value }) => value);
  const learners = await Promise.all(
    enrolments.map(async (value) => lineFor(value, target, await manifestOf(deps, value))),
  );
  return {
    version: target.version,
    lessonCount: target.manifest.modules.flatMap(({ lessons }) => lessons).length,
    from: await Promise.all(
      versionsOf(enrolments, target).map((value) => differenceFrom(deps, value, target)),
    ),
    learners,
    ...nextOf(page),
  };
}

/**
 * Moves the next learners of a group, each in a transaction of her own, and tells of each what became of her. Whoever breaks off goes on
 * with `next`, or from the beginning: who is on the version already is told as such.
 * @throws Refused `stale_write` when another version is live than the one that was shown, and as `readMove`
 */
export function moveLearners(
  deps: Deps,
  principal: Principal,
  {
    courseId,
    body,
  }: {
    courseId: CourseId;
    body: Omit<Group, "courseId"> & { intentId: IntentId; version: number };
  },
) {
  const asked = { principal, operation: `move.make ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const group = { courseId, cohortId: body.cohortId, after: body.after };
    const target = await targetFor(deps, principal, group);
    if (target.version !== body.version) throw new Refused("stale_write");
    const page = await pageOf(deps, group, AT_ONCE);
    const learners: MovedLearner[] = [];
    for (const { value } of page.values)
      learners.push(await moveOne(deps, principal, { enrolment: value, target }));
    return { reply: { learners, ...nextOf(page) }, writes: [] };
  });
}

/** The live version, if this person may move that group to it. */
async function targetFor(
  deps: Deps,
  principal: Principal,
  { courseId, cohortId }: Group,
): Promise<Target> {
  const { value: course } = await loadCourse(deps, principal, courseId);
  if (cohortId) {
    const cohort = found(await deps.store.cohorts.byId(course.organisationId, cohortId)).value;
    authorise(principal, "learner:move", cohortSubject(cohort, principal));
    if (cohort.courseId !== courseId) throw new Refused("not_found");
  } else authorise(principal, "learner:move", subjectOf(course, principal));
  const { version, content } = found(course.live, "course.not_published");
  return { version, content, manifest: await readManifest(deps, content.manifest) };
}

const pageOf = (deps: Deps, group: Group, limit?: number): Promise<Page<Enrolment>> =>
  group.cohortId
    ? deps.store.enrolments.ofCohort(group.cohortId, group.after, limit)
    : deps.store.enrolments.alone(group.courseId, group.after, limit);

const manifestOf = (deps: Deps, { content }: Enrolment): Promise<Manifest> =>
  readManifest(deps, content.manifest);

/** Who takes a course alone is counted, not named. */
function lineFor(enrolment: Enrolment, to: Target, from: Manifest): MovedLearner {
  const name = enrolment.cohortId ? { name: enrolment.learnerName } : {};
  return { ...moveLine(enrolment, { from, to }), ...name };
}

/** One enrolment of each version that somebody would be moved from, the newest first. */
function versionsOf(enrolments: readonly Enrolment[], { version }: Target): Enrolment[] {
  const older = enrolments.filter((each) => each.version < version && !each.earnedAt);
  const byVersion = new Map(older.map((each) => [each.version, each]));
  return [...byVersion.values()].sort((a, b) => b.version - a.version);
}

async function differenceFrom(deps: Deps, enrolment: Enrolment, to: Target) {
  const from = await manifestOf(deps, enrolment);
  const difference = differenceOf(
    { manifest: to.manifest, quiz: to.content.quiz },
    { manifest: from, quiz: enrolment.content.quiz },
  );
  return { ...difference, version: enrolment.version };
}

type One = { readonly enrolment: Enrolment; readonly target: Target };

function moveOne(
  deps: Deps,
  principal: Principal,
  { enrolment: { learnerId, courseId }, target }: One,
): Promise<MovedLearner> {
  return decide(deps, async () => {
    const { enrolments } = deps.store;
    const kept = found(await enrolments.byCourse(learnerId, courseId, { fresh: true }));
    const before = kept.value;
    const from = await manifestOf(deps, before);
    const reply = lineFor(before, target, from);
    if (reply.outcome !== "moves") return { reply, writes: [] };
    const { progress, version, learnerName, organisationId } = before;
    const met = Object.keys(progress.lessons) as (keyof typeof progress.lessons)[];
    const touched = [...met, ...(progress.resume ? [progress.resume.lessonId] : [])];
    const blockIn = await blocksInto(deps, { from, to: target.manifest }, touched);
    const now = deps.clock.now().toISOString();
    const after = moved(before, { from, to: target, blockIn, now });
    const line = auditLine(deps, principal, {
      organisationId,
      action: "learner.moved",
      subjectId: learnerId,
      subjectName: learnerName,
      note: `${version} → ${target.version}`,
    });
    return { reply, writes: [enrolments.put(after, kept.revision), line] };
  });
}
