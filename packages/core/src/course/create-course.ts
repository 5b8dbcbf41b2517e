import type { Course, CourseId, CourseLine, IntentId, ContentLanguage } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { lessonFrom } from "../draft/template.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import type { Write } from "../store/index.ts";
import { lineOf } from "./course.ts";
import { chosenLanguages } from "./languages.ts";
import { blankManifest, homeOf, newCourse } from "./new-course.ts";

type Wish = {
  readonly intentId: IntentId;
  readonly courseId: CourseId;
  readonly title: string;
  readonly sourceLanguage: ContentLanguage;
  readonly summary?: string | undefined;
  readonly begin: keyof typeof FIRST;
};

/** The lessons of the first module. One that is alone, and its module, are called as their course: these are its author's words. */
const FIRST = { empty: [], lesson: ["short"], course: ["lesson", "practical"] } as const;

/**
 * Begins a course of one's own. What publishing asks for and nobody has said yet, composing names.
 * @throws Refused `not_found` also for an id that another course has, whosever it is; `language.unknown`
 */
export function createCourse(deps: Deps, principal: Principal, body: Wish): Promise<CourseLine> {
  return once(deps, { principal, operation: "course.create", request: body }, async () => {
    const { courseId, title, summary, sourceLanguage, begin } = body;
    const others = await chosenLanguages(deps, homeOf(principal), { wanted: [sourceLanguage] });
    const manifest = blankManifest(courseId, {
      title: { [sourceLanguage]: title },
      summary: summary === undefined ? {} : { [sourceLanguage]: summary },
      sourceLanguage,
      ...(others.length > 0 ? { otherLanguages: others } : {}),
    });
    const { course, writes } = await newCourse(deps, principal, { manifest });
    const first =
      begin === "empty" ? [] : firstModule(deps, principal, { course, sourceLanguage, begin });
    return { reply: lineOf(course), writes: [...writes, ...first] };
  });
}

type Beginning = Pick<Wish, "sourceLanguage" | "begin"> & { readonly course: Course };

/** A module with what it begins with. No word of ours is ever in a course: several lessons have no name yet. */
function firstModule(
  deps: Deps,
  principal: Principal,
  { course, sourceLanguage, begin }: Beginning,
): Write[] {
  const { id: courseId, organisationId, draft } = course;
  const title = begin === "lesson" ? course.title : {};
  const act = { by: principal.accountId, at: draft.changedAt };
  const moduleId = deps.newId("module");
  const lessons = FIRST[begin].map((template) =>
    lessonFrom(
      { do: "addLesson", id: deps.newId("lesson"), moduleId, title, template },
      { courseId, source: sourceLanguage, act },
    ),
  );
  const outline = {
    courseId,
    modules: [{ id: moduleId, title, lessonIds: lessons.map(({ id }) => id) }],
    bin: [],
    changedAt: act.at,
  };
  const { drafts } = deps.store;
  const origin = draft.content.manifest;
  return [
    drafts.putOutline({ organisationId, outline, origin }, "absent"),
    ...lessons.map((lesson) =>
      drafts.putLesson({ organisationId, sourceLanguage, lesson }, "absent"),
    ),
  ];
}
