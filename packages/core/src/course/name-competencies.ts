import {
  type Competency,
  type CompetencyId,
  type Course,
  Manifest,
  MOST_NAMED_COMPETENCIES,
  type NamedCompetency,
  type Quiz,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { readTree } from "../framework/framework.ts";
import { sameJson } from "./canonical-json.ts";
import { keepManifest, readManifest, readQuiz } from "./content.ts";
import { printOf } from "./review.ts";

type Judged = Pick<Manifest, "checklists" | "assignments">;

/** By what people judge in a course: the criteria of its checklists and of its assignments. Pure. */
export const criteriaIn = ({ checklists = [], assignments = [] }: Judged) =>
  [...checklists, ...assignments].flatMap(
    (each): { readonly competencies?: CompetencyId[] | undefined }[] => each.criteria,
  );

/** The competencies that the items and criteria of a course name, each once. Pure. */
export function competenciesIn(judged: Judged, { items }: Quiz): CompetencyId[] {
  const named = [...criteriaIn(judged), ...items].flatMap(({ competencies = [] }) => competencies);
  return [...new Set(named)];
}

type Known = ReadonlyMap<CompetencyId, NamedCompetency>;

/** Every competency of an organisation, by its id, as it is called now. A query, and a blob for each framework. */
export async function knownCompetencies(
  deps: Deps,
  organisationId: Course["organisationId"],
): Promise<Known> {
  const { values } = await deps.store.frameworks.ofOrganisation(organisationId, undefined);
  const trees = await Promise.all(
    values.map(async ({ value }) =>
      (await readTree(deps, value.tree)).map((each) => named(value.id, each)),
    ),
  );
  return new Map(trees.flat().map((each) => [each.id, each]));
}

const named = (
  frameworkId: NamedCompetency["frameworkId"],
  { id, code, statement }: Competency,
): NamedCompetency => ({ id, frameworkId, ...(code ? { code } : {}), statement });

/**
 * The course with a draft whose manifest says what its competencies are. What a second person approved is the same draft by its other
 * name: its approval stays with it.
 */
export async function withNamedCompetencies(deps: Deps, course: Course): Promise<Course> {
  const { content } = course.draft;
  const [manifest, quiz] = await Promise.all([
    readManifest(deps, content.manifest),
    readQuiz(deps, content.quiz),
  ]);
  const named = await withCompetencies(deps, course, { manifest, quiz });
  if (sameJson(named, manifest)) return course;
  // In the order of its schema, as composing writes it: the same content keeps the same name.
  const hash = await keepManifest(deps, Manifest.parse(named));
  const draft = { ...course.draft, content: { ...content, manifest: hash } };
  const { review } = course;
  if (review?.print !== (await printOf(course))) return { ...course, draft };
  return { ...course, draft, review: { ...review, print: await printOf({ draft }) } };
}

/**
 * A manifest that says what its competencies are, as they are called when it is published. Those that no framework has any more keep
 * what they were called the last time, or stay without a name.
 */
async function withCompetencies(
  deps: Deps,
  { organisationId }: Course,
  { manifest, quiz }: { readonly manifest: Manifest; readonly quiz: Quiz },
): Promise<Manifest> {
  const { competencies: before = [], ...rest } = manifest;
  const wanted = competenciesIn(manifest, quiz);
  if (wanted.length === 0) return rest;
  const known = await knownCompetencies(deps, organisationId);
  const all = wanted.flatMap((id) => known.get(id) ?? before.find((each) => each.id === id) ?? []);
  return all.length === 0 ? rest : { ...rest, competencies: all.slice(0, MOST_NAMED_COMPETENCIES) };
}
