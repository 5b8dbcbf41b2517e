import type { Course, CourseId, CourseLine, IntentId, Language } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { lessonFrom } from "../draft/template.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import type { Write } from "../store.ts";
import { lineOf } from "./course.ts";
import { blankManifest, newCourse } from "./new-course.ts";

type Wish = {
  readonly intentId: IntentId;
  readonly courseId: CourseId;
  readonly title: string;
  readonly sourceLanguage: Language;
  readonly begin: "empty" | "course";
};

/**
 * Begins a course of one's own. What publishing asks for and nobody has said yet, composing names.
 * @throws Refused `not_found` also for an id that another course has, whosever it is
 */
export function createCourse(deps: Deps, principal: Principal, body: Wish): Promise<CourseLine> {
  return once(deps, { principal, operation: "course.create", request: body }, async () => {
    const { courseId, title, sourceLanguage, begin } = body;
    const manifest = blankManifest(courseId, {
      title: { [sourceLanguage]: title },
      sourceLanguage,
    });
    const { course, writes } = await newCourse(deps, principal, { manifest });
    const first =
      begin === "course" ? firstModule(deps, principal, { course, sourceLanguage }) : [];
    return { reply: lineOf(course), writes: [...writes, ...first] };
  });
}

/** A module with a lesson and a practical lesson. None of them has a name: no word of ours is ever in a course. */
function firstModule(
  deps: Deps,
  principal: Principal,
  { course, sourceLanguage }: { readonly course: Course; readonly sourceLanguage: Language },
): Write[] {
  const { id: courseId, organisationId, draft } = course;
  const act = { by: principal.accountId, at: draft.changedAt };
  const moduleId = deps.newId("module");
  const lessons = (["lesson", "practical"] as const).map((template) =>
    lessonFrom(
      { do: "addLesson", id: deps.newId("lesson"), moduleId, title: {}, template },
      { courseId, source: sourceLanguage, act },
    ),
  );
  const outline = {
    courseId,
    modules: [{ id: moduleId, title: {}, lessonIds: lessons.map(({ id }) => id) }],
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
