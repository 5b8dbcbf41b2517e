import {
  type CourseId,
  type CourseLine,
  type IntentId,
  languagesWith,
  type LessonId,
  type Localized,
  type Manifest,
  type ModuleId,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { lineOf } from "./course.ts";
import { newCourse, NO_QUIZ } from "./new-course.ts";

type Settings = Pick<
  Manifest,
  | "title"
  | "summary"
  | "sourceLanguage"
  | "otherLanguages"
  | "legalReview"
  | "passMarkPercent"
  | "triesAllowed"
  | "certificate"
>;
type Wish = Settings & {
  readonly intentId: IntentId;
  readonly courseId: CourseId;
  readonly modules: readonly {
    readonly id: ModuleId;
    readonly title: Localized;
    readonly lessons: readonly { readonly id: LessonId; readonly minutes: number }[];
  }[];
};

/**
 * Begins a course that was written elsewhere. Its lessons are in their order and say nothing yet: their words come one by one,
 * and composing names what has not come. Languages beside ours keep the names that it had elsewhere, whether its new organisation
 * offers them or not.
 * @throws Refused `not_found` also for an id that another course has, whosever it is; `language.unknown` when it is first written in a
 * language that it does not name
 */
export function bringCourse(deps: Deps, principal: Principal, body: Wish): Promise<CourseLine> {
  return once(deps, { principal, operation: "course.bring", request: body }, async () => {
    const { intentId: _, courseId, modules, ...settings } = body;
    if (!languagesWith(settings.otherLanguages).includes(settings.sourceLanguage))
      throw new Refused("language.unknown");
    const manifest: Manifest = {
      ...{ format: 1, courseId, ...settings },
      quiz: NO_QUIZ,
      modules: modules.map(({ lessons, ...module }) => ({
        ...module,
        lessons: lessons.map((lesson) => ({ ...lesson, title: {}, blockCount: 0, bodies: {} })),
      })),
    };
    const { course, writes } = await newCourse(deps, principal, { manifest });
    return { reply: lineOf(course), writes };
  });
}
