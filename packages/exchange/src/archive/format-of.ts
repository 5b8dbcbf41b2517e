import type { ArchivedCourse } from "./course.ts";
import { FORMAT, WITH_CHECKLISTS, WITH_KINDS, WITH_OTHERS } from "./manifest.ts";

/** All that a question was when there was one format, and an option of it. */
const FIRST_KINDS: ReadonlySet<unknown> = new Set(["choice", "multiple", "truefalse", "number"]);
const LATER = ["hint", "credit", "picture"] as const;
const LATER_OF_OPTION = ["pair", "gap", "spot", "picture"] as const;

const has = (value: object, names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(value, name));

/** Of a question, whether the first kinds and what they had say all of it. */
function isLater(value: object): boolean {
  if (!("question" in value) || typeof value.question !== "string") return false;
  if (!FIRST_KINDS.has(value.question) || has(value, LATER)) return true;
  const options: unknown = "options" in value ? value.options : [];
  return (
    Array.isArray(options) &&
    options.some((option) => typeof option === "object" && option !== null && has(option as object, LATER_OF_OPTION)) // prettier-ignore
  );
}

/** Whether there is such a question anywhere in something, however deep. */
function hasLater(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isLater(value) || Object.values(value).some(hasLater);
}

/** The lowest format that holds a course: whoever has an older Twiza can read as much as ever. */
export function formatOf({
  modules,
  quiz,
  checklists = [],
  otherLanguages = [],
}: ArchivedCourse<unknown>) {
  if (checklists.length > 0) return WITH_CHECKLISTS;
  const words = modules.flatMap(({ lessons }) => lessons.map((lesson) => lesson.words));
  if (quiz?.draw !== undefined || hasLater(quiz?.items) || hasLater(words)) return WITH_KINDS;
  return otherLanguages.length > 0 ? WITH_OTHERS : FORMAT;
}
