import * as z from "zod";
import { FRAMEWORK_LIMITS } from "./framework-limits.ts";
import { CompetencyId, FrameworkId, Hash, OrganisationId } from "./id.ts";
import { ContentLanguageCode, Instant, localized, perLanguage, text } from "./text.ts";

/** How far somebody has come, by the names that a framework gives to it. Its id is what CASE calls an education level. */
export const FrameworkLevel = z.strictObject({ id: text(40), title: localized(120) });

/** Where it is described, by the address that came with it. */
const SourceUri = text(500).refine((uri) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(uri), {
  message: "uri",
});

/**
 * One competency of a framework. The hex of its id is the UUID that it has in CASE, so that what was brought in goes out under the
 * same name.
 */
export const Competency = z.strictObject({
  id: CompetencyId,
  /** Under which one it lies; without it, at the top. */
  parent: CompetencyId.optional(),
  /** Its short name, as `HYG-2`. */
  code: text(40).optional(),
  statement: localized(400),
  /** The same in few words, where there is little room. */
  brief: perLanguage(text(120)).optional(),
  level: FrameworkLevel.shape.id.optional(),
  /** What it is called in the framework that it came from: "Standard", "Cluster". */
  type: text(60).optional(),
  uri: SourceUri.optional(),
});
export type Competency = z.infer<typeof Competency>;

const about = {
  title: localized(200),
  description: perLanguage(text(1000)).optional(),
  levels: z
    .array(FrameworkLevel)
    .max(FRAMEWORK_LIMITS.levels)
    .refine((levels) => new Set(levels.map(({ id }) => id)).size === levels.length, {
      message: "levels.twice",
    })
    .optional(),
  /** Who made it, where somebody else did. */
  creator: text(200).optional(),
  uri: SourceUri.optional(),
  /** The language that it was written in first. */
  language: ContentLanguageCode.optional(),
};
/** What a framework says of itself. */
export const FrameworkAbout = z.strictObject(about);
export type FrameworkAbout = z.infer<typeof FrameworkAbout>;

/** Competencies in the order of their tree: each behind what it lies under. */
export const Competencies = z.array(Competency).max(FRAMEWORK_LIMITS.competencies);

/** A framework as it is kept: the tree lies in a blob, since a row has no room for it. */
export const FrameworkRow = z.strictObject({
  id: FrameworkId,
  organisationId: OrganisationId,
  ...about,
  count: z.int().nonnegative(),
  tree: Hash,
  changedAt: Instant,
});
export type FrameworkRow = z.infer<typeof FrameworkRow>;

/** A framework in the list of its organisation. */
export const FrameworkLine = FrameworkRow.pick({
  id: true,
  title: true,
  count: true,
  changedAt: true,
});
export type FrameworkLine = z.infer<typeof FrameworkLine>;

/** A framework whole. */
export const Framework = FrameworkRow.omit({ organisationId: true, tree: true }).extend({
  competencies: Competencies,
});
export type Framework = z.infer<typeof Framework>;

/** What is done to the competencies of a framework. Each is harmless when it comes twice. */
export const FrameworkCommand = z.discriminatedUnion("do", [
  /** Words of one, new or not. A new one lies where `parent` says, behind `after`; without that, last. One that is there stays where it is. */
  z.strictObject({
    do: z.literal("write"),
    competency: Competency,
    /** What stood there when its writer began, nothing of a new one. */
    seen: Competency.optional(),
    after: CompetencyId.optional(),
  }),
  /** Under another one or at the top, behind `after`; without that, first. */
  z.strictObject({
    do: z.literal("move"),
    id: CompetencyId,
    parent: CompetencyId.optional(),
    after: CompetencyId.optional(),
  }),
  /** With everything under it. `known`: who does it has seen where it is used. */
  z.strictObject({
    do: z.literal("remove"),
    id: CompetencyId,
    known: z.literal(true).optional(),
  }),
]);
export type FrameworkCommand = z.infer<typeof FrameworkCommand>;
