import * as z from "zod";
import { CompetencyId, FrameworkId } from "./id.ts";
import { localized } from "./text.ts";

/** A competency as a version carries it: what it said when the version was published, and in which framework it stands. */
export const NamedCompetency = z.strictObject({
  id: CompetencyId,
  frameworkId: FrameworkId,
  /** Its short name in its framework, as `HYG-2`. */
  code: z.string().trim().min(1).max(40).optional(),
  statement: localized(400),
});
export type NamedCompetency = z.infer<typeof NamedCompetency>;
/** How many a version may name. */
export const MOST_NAMED_COMPETENCIES = 200;
