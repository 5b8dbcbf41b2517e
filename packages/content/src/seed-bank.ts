import { BANK_LIMITS, type CourseId } from "@twiza/contract";
import {
  type Deps,
  found,
  type Principal,
  readQuiz,
  tagBankItems,
  takeIntoBank,
} from "@twiza/core";
import { intent } from "./intent.ts";

/** What a trainer takes of the test of her course into the bank, and by which words it is found there. */
type Part = {
  readonly courseId: CourseId;
  readonly by: Principal;
  readonly tags: readonly string[];
};

/** Puts some questions of each course into the bank of the institution: one of each kind, as far as there are. */
export async function seedBank(deps: Deps, parts: readonly Part[]): Promise<void> {
  for (const { courseId, by, tags } of parts) {
    const { value: course } = found(
      await deps.store.courses.byId(found(by.organisationId), courseId),
    );
    const { items } = await readQuiz(deps, course.draft.content.quiz);
    const kinds = [...new Set(items.map(({ question }) => question))];
    const firsts = kinds.flatMap((kind) =>
      items.filter(({ question }) => question === kind).slice(0, 2),
    );
    const itemIds = firsts.slice(0, BANK_LIMITS.bring).map(({ id }) => id);
    await takeIntoBank(deps, by, {
      courseId,
      body: { intentId: intent(deps), itemIds, tags: [...tags] },
    });
    const counted = firsts.filter(({ question }) => question === "number").map(({ id }) => id);
    const body = { intentId: intent(deps), itemIds: counted, add: ["calcul"], remove: [] };
    if (counted.length > 0) await tagBankItems(deps, by, body);
  }
}
