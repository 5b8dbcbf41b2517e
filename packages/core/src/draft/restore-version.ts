import {
  type Course,
  type CourseId,
  type CourseVersion,
  type IntentId,
  type DraftOutline,
  type Restored,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { readManifest, sameContent } from "../course/content.ts";
import { aboutCourse, lineOf, loadCourse, subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { type Decision, once, ROUNDS } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { outlineFrom } from "./derive.ts";
import { isOutlineFull, namedIn } from "./outline.ts";
import type { Act } from "./place.ts";
import { binnedOf, inChunks, keepFirstChunks } from "./restore-chunks.ts";
import { giveWay } from "./restore-lessons.ts";
import { isSameJson, restoredOutline, withBinned } from "./restored.ts";
import { draftOf } from "./rows.ts";

const FRESH = { fresh: true };

type Wish = {
  readonly intentId: IntentId;
  readonly version: number;
  readonly revision?: number | undefined;
};

/**
 * Makes a published version the draft again, so that composing makes its very manifest. Running learners notice nothing. A lesson
 * that says anything else goes to the bin as it is, under an id of its own where the version has one by the same.
 * @throws Refused `not_found`, `stale_write` when the course was written since it was read, `draft.full`
 */
export function restoreVersion(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<Restored> {
  const asked = { principal, operation: `version.restore ${courseId}`, request: body };
  return once(deps, asked, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const kept = await loadCourse(deps, principal, courseId);
      authorise(principal, "course:edit", subjectOf(kept.value, principal));
      const { value: version } = await loadVersion(deps, kept.value, body.version);
      if (body.revision !== undefined && body.revision !== kept.revision)
        throw new Refused("stale_write");
      const decision = await restore(deps, principal, { kept, version });
      if (decision) return decision;
    }
    throw new Refused("busy");
  });
}

/** A version of a course of the organisation. @throws Refused `not_found` */
export async function loadVersion(
  deps: Deps,
  { id, organisationId }: Course,
  number: number,
): Promise<Kept<CourseVersion>> {
  const kept = found(await deps.store.courses.version(id, number));
  return found(kept.value.organisationId === organisationId ? kept : undefined);
}

/**
 * Which version it was, and where lies what it took the place of: blobs stay, so that title, summary and questions that nobody had
 * published are not gone.
 */
const noteOf = ({ version }: CourseVersion, { draft: { content } }: Course): string =>
  [version, content.manifest, content.quiz].join(" ");

type About = { readonly kept: Kept<Course>; readonly version: CourseVersion };

/** What the last transaction writes; those before it are kept already. Nothing, when somebody else wrote in between. */
async function restore(
  deps: Deps,
  principal: Principal,
  { kept: { value: course, revision }, version }: About,
): Promise<Decision<Restored> | undefined> {
  const act: Act = { by: principal.accountId, at: deps.clock.now().toISOString() };
  const of = draftOf(course);
  const { manifest: origin, quiz } = version.content;
  const [rows, composed, wanted, now, live] = await Promise.all([
    deps.store.drafts.all(of, FRESH),
    deps.store.drafts.composed(of),
    readManifest(deps, origin),
    readManifest(deps, course.draft.content.manifest),
    course.live && readManifest(deps, course.live.content.manifest),
  ]);
  const { outline: order, lessons } = rows;
  const begun = order?.value.origin ?? course.draft.content.manifest;
  const before = order?.value.outline ?? outlineFrom(course, now);
  const draft = { outline: before, lessons, composed: composed?.value.lessons ?? {}, now, begun };
  const { steps, settled } = await giveWay(deps, { course, draft, live, wanted, origin, act });
  const chunks = inChunks(steps);
  const row = { organisationId: course.organisationId, outline: before, origin: begun };
  const held = { row, expected: order?.revision ?? ("absent" as const) };
  const filled = withBinned(before, binnedOf(steps), act);
  const whole = restoredOutline(filled, wanted, {
    act,
    live,
    newModuleId: () => deps.newId("module"),
  });
  if ([filled, whole].some(isOutlineFull)) throw new Refused("draft.full");
  const restored: Course = {
    ...course,
    title: wanted.title,
    draft: { content: { manifest: origin, quiz }, changedAt: act.at },
  };
  const binned = binnedSince(before, whole);
  const isSame =
    steps.length === 0 &&
    sameContent(course.draft.content, version.content) &&
    isSameJson(whole, before);
  if (isSame) return { reply: { ...lineOf(course), binned }, writes: [] };
  const last = await keepFirstChunks(deps, held, { chunks, act });
  if (!last) return undefined;
  const outline = { ...whole, changedAt: act.at };
  return {
    reply: { ...lineOf(restored), binned },
    writes: [
      ...last.writes,
      deps.store.drafts.putOutline({ ...row, outline, origin }, last.expected),
      deps.store.drafts.putComposed({ ...of, lessons: settled }, composed?.revision ?? "absent"),
      deps.store.courses.put(restored, revision),
      auditLine(deps, principal, {
        ...aboutCourse(restored),
        action: "course.restored",
        note: noteOf(version, course),
      }),
    ],
  };
}

/** How many lessons lie in the bin that did not before. */
function binnedSince(before: DraftOutline, after: DraftOutline): number {
  const there = new Set(namedIn({ ...before, modules: [] }));
  return namedIn({ ...after, modules: [] }).filter((id) => !there.has(id)).length;
}
