import type { CourseId, DraftGrading, Grading, IntentId, Manifest } from "@twiza/contract";
import { gradingFaults } from "@twiza/contract/grading";
import { sameJson } from "../course/canonical-json.ts";
import { keepManifest, readManifest } from "../course/content.ts";
import { courseToEdit, withContent } from "../course/draft-content.ts";
import type { Deps } from "../deps.ts";
import { onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { namedParts } from "./gradebook.ts";
import { partsOf } from "./worked.ts";

/** What counts in a draft, with the parts that it has. @throws Refused `not_found` */
export async function readGrading(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<DraftGrading> {
  const { value: course } = await courseToEdit(deps, principal, courseId);
  return gradingOf(await readManifest(deps, course.draft.content.manifest));
}

const gradingOf = (manifest: Manifest): DraftGrading => ({
  parts: namedParts(manifest),
  ...(manifest.grading ? { grading: manifest.grading } : {}),
});

type Saving = {
  readonly courseId: CourseId;
  readonly body: {
    readonly intentId: IntentId;
    readonly grading?: Grading | undefined;
    readonly seen?: Grading | undefined;
  };
};

/**
 * Says what counts in a draft, and how much. Learners meet it with the next version that they take.
 * @throws Refused `not_found`; `request.invalid` for rules that nobody could keep to (`gradingFaults`); `stale_write` when other rules
 * stand there than their author saw
 */
export function saveGrading(
  deps: Deps,
  principal: Principal,
  { courseId, body }: Saving,
): Promise<DraftGrading> {
  const asked = { principal, operation: `grade.rules ${courseId}`, request: body };
  const { grading, seen } = body;
  return onceOf(deps, asked, {
    work: async () => {
      const kept = await courseToEdit(deps, principal, courseId);
      const { content } = kept.value.draft;
      const { grading: before, ...rest } = await readManifest(deps, content.manifest);
      const manifest: Manifest = grading ? { ...rest, grading } : rest;
      if (grading && gradingFaults(grading, partsOf(manifest)).length > 0)
        throw new Refused("request.invalid");
      if (sameJson(before ?? null, grading ?? null))
        return { reply: gradingOf(manifest), writes: [] };
      if (!sameJson(before ?? null, seen ?? null)) throw new Refused("stale_write");
      const named = await keepManifest(deps, manifest);
      const { writes } = withContent(deps, principal, { kept, content: { manifest: named } });
      return { reply: gradingOf(manifest), writes };
    },
    now: () => readGrading(deps, principal, courseId),
  });
}
