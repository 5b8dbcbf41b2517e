import {
  type CourseId,
  type DraftItems,
  type IntentId,
  type Item,
  type Localized,
  type Media,
  picturesOfItem,
  type Quiz,
  type SittingRules,
} from "@twiza/contract";
import { unanswerable, unfitForTest } from "@twiza/contract/marking";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { Refused } from "../refused.ts";
import { keepManifest, keepQuiz, readManifest, readQuiz } from "./content.ts";
import { courseToEdit, mustBeHere, withContent } from "./draft-content.ts";

/** As many as a quiz may hold. */
export const MOST_QUIZ_ITEMS = 200;

/** The graded items of a draft with their keys: for who may write it, and nobody else. @throws Refused `not_found` */
export async function readItems(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<DraftItems> {
  const { value: course } = await courseToEdit(deps, principal, courseId);
  const { manifest, quiz } = course.draft.content;
  const [{ quiz: named }, { items }] = await Promise.all([
    readManifest(deps, manifest),
    readQuiz(deps, quiz),
  ]);
  const { itemCount: _, ...quizOf } = named;
  return { ...quizOf, items };
}

type Wish = {
  readonly intentId: IntentId;
  readonly title?: Localized | undefined;
  readonly draw?: number | undefined;
  readonly rules?: SittingRules | undefined;
  readonly items: readonly Item[];
};

/**
 * Puts graded items into a draft. Learners meet them after the next publishing.
 * @throws Refused `not_found`, `draft.full`, `request.invalid` for one that has no right answer, `item.by_person` for one that a person would have
 * to mark, `upload.missing` when a recording of one is not here
 */
export function bringItems(
  deps: Deps,
  principal: Principal,
  { courseId, body }: { readonly courseId: CourseId; readonly body: Wish },
): Promise<Manifest["quiz"]> {
  const asked = { principal, operation: `draft.bring_items ${courseId}`, request: body };
  return once(deps, asked, async () => {
    const kept = await courseToEdit(deps, principal, courseId);
    if (body.items.some((item) => unanswerable(item))) throw new Refused("request.invalid");
    if (body.items.some(unfitForTest)) throw new Refused("item.by_person");
    await mustBeHere(deps, filesOfItems(body.items));
    const { content } = kept.value.draft;
    const [manifest, before] = await Promise.all([
      readManifest(deps, content.manifest),
      readQuiz(deps, content.quiz),
    ]);
    const items = withItems(before.items, body.items);
    if (items.length > MOST_QUIZ_ITEMS) throw new Refused("draft.full");
    const draw = body.draw ?? manifest.quiz.draw;
    const rules = body.rules ?? manifest.quiz.rules;
    const quiz = {
      title: { ...manifest.quiz.title, ...body.title },
      itemCount: items.length,
      ...(draw ? { draw } : {}),
      ...(rules ? { rules } : {}),
    };
    const { writes } = withContent(deps, principal, {
      kept,
      content: {
        manifest: await keepManifest(deps, { ...manifest, quiz }),
        quiz: await keepQuiz(deps, { format: 1, items: [...items] }),
      },
    });
    return { reply: quiz, writes };
  });
}

type Manifest = Awaited<ReturnType<typeof readManifest>>;

/** Those that are there stay where they are. */
function withItems(before: Quiz["items"], brought: readonly Item[]): readonly Item[] {
  const all = new Map(before.map((item) => [item.id, item]));
  for (const item of brought) all.set(item.id, item);
  return [...all.values()];
}

/** Recordings and pictures of items. */
export const filesOfItems = (items: readonly Item[]): readonly Media[] =>
  items.flatMap((item) => [
    ...picturesOfItem(item),
    ...Object.values(item.voices ?? {}).flatMap((voice) =>
      Object.values(voice ?? {}).map(({ media }) => media),
    ),
  ]);
