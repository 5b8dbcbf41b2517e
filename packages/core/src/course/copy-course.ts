import type {
  CatalogueEntry,
  Content,
  CourseId,
  CourseLine,
  IntentId,
  Localized,
  Manifest,
  OrganisationId,
  Sample,
} from "@twiza/contract";
import { authorise, may } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { readManifest } from "./content.ts";
import { lineOf, nextOf, subjectOf } from "./course.ts";
import { homeOf, newCourse, NO_QUIZ } from "./new-course.ts";

type Wish = { readonly intentId: IntentId; readonly as: CourseId; readonly title: Localized };

/**
 * Takes a published course as a course of one's own: its live version, in all languages, with its pictures and voices. A lesson
 * is known by its course and its name, so that lessons keep theirs, and nothing of them is written anew. Graded items with their
 * keys go to whoever could write the original, and to nobody else.
 * @throws Refused `not_found`, `course.not_published`
 */
export function copyCourse(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<CourseLine> {
  const asked = { principal, operation: `course.copy ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const { content, isHers } = await originalOf(deps, principal, courseId);
    const original = await readManifest(deps, content.manifest);
    const manifest: Manifest = {
      ...original,
      courseId: body.as,
      title: { ...original.title, ...body.title },
      ...(isHers ? {} : { quiz: NO_QUIZ }),
    };
    const quiz = isHers ? { quiz: content.quiz } : {};
    const begun = await newCourse(deps, principal, { manifest, ...quiz, note: courseId });
    return { reply: lineOf(begun.course), writes: begun.writes };
  });
}

type Original = { readonly content: Content; readonly isHers: boolean };

/** A course of her organisation, or one that an organisation above hers offers to everybody. */
async function originalOf(deps: Deps, principal: Principal, id: CourseId): Promise<Original> {
  const organisationId = homeOf(principal);
  const own = await deps.store.courses.byId(organisationId, id);
  if (own) {
    const subject = subjectOf(own.value, principal);
    authorise(principal, "course:read", subject);
    const { content } = found(own.value.live, "course.not_published");
    return { content, isHers: may(principal, "course:edit", subject) };
  }
  const outline = found(await deps.store.courses.outline(id));
  const { value } = outline.entry;
  const above = await organisationsAbove(deps, organisationId);
  found(isSample(value, above) ? value : undefined);
  return { content: value.content, isHers: false };
}

const isSample = (
  { organisationId, visibility }: CatalogueEntry,
  above: readonly OrganisationId[],
): boolean => visibility === "public" && above.includes(organisationId);

/** A tree of organisations is no deeper. */
const DEEPEST = 10;

async function organisationsAbove(deps: Deps, from: OrganisationId): Promise<OrganisationId[]> {
  const above: OrganisationId[] = [];
  for (let id = from; above.length < DEEPEST;) {
    const parentId = (await deps.store.organisations.byId(id))?.value.parentId;
    if (!parentId) break;
    above.push(parentId);
    id = parentId;
  }
  return above;
}

/** Courses of the organisations above hers that she may copy. A page may hold none and lead on to the next. */
export async function listSamples(
  deps: Deps,
  principal: Principal,
  after: After,
): Promise<{ courses: Sample[]; next?: string }> {
  const home = homeOf(principal);
  const [above, page] = await Promise.all([
    organisationsAbove(deps, home),
    deps.store.courses.catalogue(after),
  ]);
  const courses = page.values
    .map(({ value }) => value)
    .filter((entry) => isSample(entry, above))
    .map(({ courseId: id, title, organisationName, languages }) => ({
      ...{ id, title, organisationName, languages },
    }));
  return { courses, ...nextOf(page) };
}
