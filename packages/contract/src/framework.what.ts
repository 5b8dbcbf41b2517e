import * as z from "zod";
import { Framework, FrameworkAbout, FrameworkCommand, FrameworkLine } from "./framework.ts";
import { FRAMEWORK_LIMITS } from "./framework-limits.ts";
import { CompetencyId, CourseId, FrameworkId, IntentId } from "./id.ts";
import { what } from "./operation.ts";
import { localized, PageToken } from "./text.ts";

const params = z.strictObject({ frameworkId: FrameworkId });

/** Where a competency is named: in how many items of a test, and in how many criteria of checklists. */
const CompetencyUse = z.strictObject({
  competencyId: CompetencyId,
  courseId: CourseId,
  courseTitle: localized(200),
  items: z.int().nonnegative(),
  criteria: z.int().nonnegative(),
});
export type CompetencyUse = z.infer<typeof CompetencyUse>;

export const frameworkWhat = what({
  listFrameworks: {
    summary: "The frameworks of competencies of the organisation, without their competencies",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      frameworks: z.array(FrameworkLine),
      /** Whether the person who asks may write them. */
      mayChange: z.boolean(),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  readFramework: {
    summary: "One framework with all its competencies, each behind what it lies under",
    params,
    reply: Framework.extend({ mayChange: z.boolean() }),
    refusals: ["not_found"],
  },
  saveFramework: {
    summary:
      "Write what a framework says of itself; one that is not there yet begins, under the id that its writer made",
    params,
    body: z.strictObject({ intentId: IntentId, about: FrameworkAbout }),
    reply: FrameworkLine,
    refusals: ["not_found", "framework.too_many", "intent.reused"],
  },
  changeFramework: {
    summary: "Write competencies of a framework, put them in another place, or take some away",
    params,
    body: z.strictObject({
      intentId: IntentId,
      commands: z.array(FrameworkCommand).min(1).max(FRAMEWORK_LIMITS.commands),
    }),
    reply: Framework,
    refusals: ["not_found", "framework.full", "competency.used", "stale_write", "intent.reused"],
  },
  readFrameworkUses: {
    summary: "Where competencies of a framework are named, in courses as they are being written",
    params,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ uses: z.array(CompetencyUse), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
  removeFramework: {
    summary: "Take a framework away that no course names any more",
    params,
    reply: z.strictObject({ removed: z.literal(true) }),
    refusals: ["competency.used"],
  },
});
