import { type CourseId, Item, type LibraryItem } from "@twiza/contract";
import { may } from "../authorise.ts";
import { keepQuiz, readQuiz } from "../course/content.ts";
import { aboutCourse, loadCourse, subjectOf } from "../course/course.ts";
import { withContent } from "../course/draft-content.ts";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { mediaLine } from "./trail.ts";
import { otherOf, withOther } from "./walk.ts";

type About = {
  readonly courseId: CourseId;
  readonly from: LibraryItem;
  readonly by: LibraryItem;
};

/** Another picture in the questions of a draft's test. Whether it could be: a test of others stays as it is. */
export function replaceInTest(
  deps: Deps,
  principal: Principal,
  { courseId, from, by }: About,
): Promise<boolean> {
  return decide(deps, async () => {
    const kept = await loadCourse(deps, principal, courseId);
    if (!may(principal, "course:edit", subjectOf(kept.value, principal)))
      return { reply: false, writes: [] };
    const { content } = kept.value.draft;
    const { items: before } = await readQuiz(deps, content.quiz);
    const quiz = await keepQuiz(deps, { format: 1, items: before.map(withPicture(from, by)) });
    if (quiz === content.quiz) return { reply: true, writes: [] };
    const { course, writes } = withContent(deps, principal, { kept, content: { quiz } });
    const note = [by.name, aboutCourse(course).subjectName].join(" · ");
    const line = mediaLine(deps, principal, { item: from, action: "media.replaced", note });
    return { reply: true, writes: [...writes, line] };
  });
}

/** Its words and who reads them aloud stay. */
const withPicture =
  (from: LibraryItem, by: LibraryItem) =>
  ({ voices, ...shown }: Item): Item => {
    const swapped = Item.parse(withOther(shown, from.media.hash, otherOf(by)));
    return { ...swapped, ...(voices ? { voices } : {}) };
  };
