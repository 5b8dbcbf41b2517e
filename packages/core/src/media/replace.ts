import {
  type CourseId,
  DraftBlock,
  type DraftWords,
  type Hash,
  type IntentId,
  type LessonId,
  type LibraryItem,
  type MediaId,
} from "@twiza/contract";
import { may } from "../authorise.ts";
import { aboutCourse, loadCourse, subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { mayBeSaidIn } from "../draft/place.ts";
import { heldLesson, heldWords } from "../draft/rows.ts";
import { decide, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { libraryOf } from "./place.ts";
import { replaceInTest } from "./replace-in-test.ts";
import { mediaLine } from "./trail.ts";
import { coursesUsing } from "./uses.ts";
import { mediaIn, type Other, otherOf, withOther } from "./walk.ts";

const FRESH = { fresh: true };

type Wish = { readonly intentId: IntentId; readonly by: MediaId };
type Replaced = { replaced: number; left: number };

/**
 * Puts another picture or recording in the place of one, in every draft that she may change; what is published stays as it is. One
 * transaction for each lesson and each test, with a line of the audit trail that names it: broken off in the middle, it goes on where it was when
 * it is asked again, and what was done has its lines.
 * @throws Refused `not_found`, `media.other_kind`
 */
export function replaceMedia(
  deps: Deps,
  principal: Principal,
  { mediaId, body }: { readonly mediaId: MediaId; readonly body: Wish },
): Promise<Replaced> {
  const asked = { principal, operation: `media.replace ${mediaId}`, request: body };
  return once(deps, asked, async () => {
    const library = libraryOf(principal);
    const from = found(await deps.store.media.byId(library, mediaId)).value.item;
    const by = found(await deps.store.media.byId(library, body.by)).value.item;
    if (from.kind !== by.kind) throw new Refused("media.other_kind");
    const { hash } = from.media;
    const reply = { replaced: 0, left: 0 };
    if (by.media.hash === hash) return { reply, writes: [] };
    const count = (isDone: boolean) => (reply[isDone ? "replaced" : "left"] += 1);
    for (const use of await coursesUsing(deps, principal, hash, FRESH)) {
      const { courseId, drafts, itemCount } = use;
      for (const lessonId of new Set(drafts.map((place) => place.lessonId)))
        count(await replaceIn(deps, principal, { courseId, lessonId, from, by }));
      if (itemCount > 0) count(await replaceInTest(deps, principal, { courseId, from, by }));
    }
    return { reply, writes: [] };
  });
}

type About = {
  readonly courseId: CourseId;
  readonly lessonId: LessonId;
  readonly from: LibraryItem;
  readonly by: LibraryItem;
};

/** Whether it could be: a lesson of others stays as it is. */
function replaceIn(deps: Deps, principal: Principal, about: About): Promise<boolean> {
  const { courseId, lessonId, from, by } = about;
  return decide(deps, async () => {
    const { value: course } = await loadCourse(deps, principal, courseId);
    if (!may(principal, "course:edit", subjectOf(course, principal)))
      return { reply: false, writes: [] };
    const held = await heldLesson(deps, course, { lessonId, how: FRESH });
    const all = mayBeSaidIn(held.row.lesson, held.row.sourceLanguage).map((language) =>
      heldWords(deps, held, { language, how: FRESH }),
    );
    const changed = (await Promise.all(all)).flatMap(({ row, expected }) => {
      const words = wordsWith(row.words, from.media.hash, otherOf(by));
      return words === row.words ? [] : [{ row: { ...row, words }, expected }];
    });
    if (changed.length === 0) return { reply: true, writes: [] };
    const at = { changedAt: deps.clock.now().toISOString(), changedBy: principal.accountId };
    const row = { ...held.row, lesson: { ...held.row.lesson, ...at } };
    const lessonName = Object.values(held.row.lesson.title).find(Boolean) ?? lessonId;
    const note = [by.name, aboutCourse(course).subjectName, lessonName].join(" · ");
    const writes = [
      deps.store.drafts.putLesson(row, held.expected),
      ...changed.map((words) => deps.store.drafts.putWords(words.row, words.expected)),
      mediaLine(deps, principal, { item: from, action: "media.replaced", note }),
    ];
    return { reply: true, writes };
  });
}

/**
 * The words with the other in its place, those of a second person too. Whoever writes in such a block meanwhile is told that it has
 * changed; a translation is no older for it, since all languages change at once.
 */
function wordsWith(words: DraftWords, from: Hash, other: Other): DraftWords {
  const has = ({ block }: { readonly block: DraftBlock }): boolean =>
    mediaIn(block).some(({ hash }) => hash === from);
  const swapped = (block: DraftBlock): DraftBlock =>
    DraftBlock.parse(withOther(block, from, other));
  const { texts, seconds } = words;
  if (!Object.values(texts).some(has) && !seconds.some(has)) return words;
  return {
    ...words,
    texts: Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        has(text) ? { rev: text.rev + 1, block: swapped(text.block) } : text,
      ]),
    ),
    seconds: seconds.map((each) => (has(each) ? { ...each, block: swapped(each.block) } : each)),
  };
}
