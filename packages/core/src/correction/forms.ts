import type {
  Correction,
  CorrectionLine,
  CourseId,
  CourseVersion,
  Hash,
  Item,
  ItemForm,
  ItemId,
} from "@twiza/contract";
import { authorise, may } from "../authorise.ts";
import { readQuiz } from "../course/content.ts";
import { loadCourse, subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Counts } from "./change.ts";
import { judgedBy } from "./judged.ts";
import { printOfItem } from "../course/print.ts";

/** A course whose published questions she may correct: who may publish it. @throws Refused `not_found` */
export async function courseToCorrect(deps: Deps, principal: Principal, courseId: CourseId) {
  const { value } = await loadCourse(deps, principal, courseId);
  authorise(principal, "course:publish", subjectOf(value, principal));
  return value;
}

/** The same for who reads what came of corrections: auditors as well. @throws Refused `not_found` */
export async function courseCorrected(deps: Deps, principal: Principal, courseId: CourseId) {
  const { value } = await loadCourse(deps, principal, courseId);
  const subject = subjectOf(value, principal);
  if (!may(principal, "audit:read", subject)) authorise(principal, "course:publish", subject);
}

export const lineOf = ({
  courseId: _c,
  organisationId: _o,
  item: _i,
  ...line
}: Correction): CorrectionLine => line;

type Found = { readonly item: Item; readonly versions: number[] };

/** The forms in which versions of a course asked a question, by their prints; the newest first. */
async function formsIn(deps: Deps, versions: readonly CourseVersion[], itemId: ItemId) {
  const forms = new Map<string, Found>();
  const known = new Map<Hash, { print: string; item: Item } | undefined>();
  for (const { version, content } of versions) {
    if (!known.has(content.quiz)) {
      const item = (await readQuiz(deps, content.quiz)).items.find(({ id }) => id === itemId);
      known.set(content.quiz, item && { item, print: await printOfItem(item) });
    }
    const asked = known.get(content.quiz);
    if (!asked) continue;
    const form = forms.get(asked.print);
    if (form) form.versions.push(version);
    else forms.set(asked.print, { item: asked.item, versions: [version] });
  }
  return forms;
}

/** What an item counts as by corrections so far. */
export async function countsNow(
  deps: Deps,
  published: Item,
  corrections: readonly Correction[],
): Promise<Counts> {
  const { items, voids } = await judgedBy(deps, [published], corrections);
  return { item: items[0] ?? published, isVoid: voids.has(published.id) };
}

/** One form of a question that was published. @throws Refused `not_found` */
export async function formOf(
  deps: Deps,
  { courseId, itemId, print }: { courseId: CourseId; itemId: ItemId; print: string },
): Promise<Item> {
  const { values } = await deps.store.courses.versions(courseId);
  const versions = values.map(({ value }) => value);
  return found((await formsIn(deps, versions, itemId)).get(print)).item;
}

/** A published question as learners met it, and what of it was corrected. @throws Refused `not_found` */
export async function readCorrectable(
  deps: Deps,
  principal: Principal,
  { courseId, itemId }: { courseId: CourseId; itemId: ItemId },
): Promise<{ forms: ItemForm[]; last: number }> {
  await courseToCorrect(deps, principal, courseId);
  const [{ values }, corrections] = await Promise.all([
    deps.store.courses.versions(courseId),
    deps.store.corrections.ofCourse(courseId),
  ]);
  const versions = values.map(({ value }) => value);
  const forms = [...(await formsIn(deps, versions, itemId))].map(
    async ([print, { item, versions: in_ }]): Promise<ItemForm> => {
      const counts = await countsNow(deps, item, corrections);
      const own = corrections.filter((each) => each.itemId === itemId && each.print === print);
      return {
        print,
        versions: in_,
        item,
        ...(counts.item === item ? {} : { counts: counts.item }),
        void: counts.isVoid,
        corrections: own.map(lineOf),
      };
    },
  );
  return { forms: await Promise.all(forms), last: corrections.at(-1)?.number ?? 0 };
}
