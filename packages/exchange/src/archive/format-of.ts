import type { ArchivedCourse } from "./course.ts";
import {
  FORMAT,
  WITH_ASSIGNMENTS,
  WITH_CERTIFICATE,
  WITH_CHECKLISTS,
  WITH_KINDS,
  WITH_OTHERS,
  WITH_UNMARKED,
} from "./manifest.ts";

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

const LAST_KINDS: ReadonlySet<unknown> = new Set(["open", "likert"]);
/** Of a question, whether nothing marks it, or its options are heard. */
const isLast = (value: object): boolean =>
  "question" in value && (LAST_KINDS.has(value.question) || has(value, ["heard"]));

/** Whether there is something like it anywhere in something, however deep. */
const hasAny =
  (isIt: (value: object) => boolean) =>
  (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    (isIt(value) || Object.values(value).some(hasAny(isIt)));
const hasLater = hasAny(isLater);
const hasLast = hasAny(isLast);

/** The lowest format that holds a course: whoever has an older Twiza can read as much as ever. */
export function formatOf({
  modules,
  quiz,
  checklists = [],
  assignments = [],
  otherLanguages = [],
  certificate,
}: ArchivedCourse<unknown>) {
  if (certificate) return WITH_CERTIFICATE;
  if (assignments.length > 0) return WITH_ASSIGNMENTS;
  const words = modules.flatMap(({ lessons }) => lessons.map((lesson) => lesson.words));
  if (hasLast(quiz?.items) || hasLast(words)) return WITH_UNMARKED;
  if (checklists.length > 0) return WITH_CHECKLISTS;
  if (quiz?.draw !== undefined || hasLater(quiz?.items) || hasLater(words)) return WITH_KINDS;
  return otherLanguages.length > 0 ? WITH_OTHERS : FORMAT;
}
