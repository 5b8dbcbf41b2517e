import { LanguageCode, localized, Percent } from "@twiza/contract";
import * as z from "zod";
import type { Report } from "./fault.ts";

const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
/** The quiz has files of this name. */
const LessonKey = Key.refine((key) => key !== "quiz", { message: "“quiz” is taken by the quiz" });
const Title = localized(200);

/** `course.json`: what of a course does not stand in its lessons. */
const CourseFile = z.strictObject({
  slug: Key,
  title: Title,
  summary: localized(1000),
  sourceLanguage: LanguageCode,
  passMarkPercent: Percent,
  triesAllowed: z.int().min(1).max(20),
  reviewRequired: z.boolean(),
  /** How many items of its quiz a sitting has, drawn by lot; without it all. */
  draw: z.int().min(1).max(200).optional(),
  modules: z
    .array(z.strictObject({ key: Key, title: Title, lessons: z.array(LessonKey).min(1) }))
    .min(1),
  lessonTitles: z.record(Key, Title).default({}),
  quizTitle: Title,
});
export type CourseFile = z.infer<typeof CourseFile>;

/** The line where a field is most likely written: JSON keeps no positions. */
export function lineOf(json: string, path: readonly PropertyKey[]): number {
  const field = path.findLast((step) => typeof step === "string");
  const at = field === undefined ? 0 : json.indexOf(`"${field}"`);
  return json.slice(0, Math.max(at, 0)).split("\n").length;
}

const repeated = (keys: readonly string[]): string | undefined =>
  keys.find((key, index) => keys.indexOf(key) !== index);

/** Reads `course.json`; faults are reported with the line of the field. */
export function readCourseFile(json: string, report: Report): CourseFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    report(1, `${error.message}: a comma or a quotation mark is missing or too many`);
    return undefined;
  }
  const course = CourseFile.safeParse(value);
  if (!course.success) {
    for (const { path, message } of course.error.issues)
      report(lineOf(json, path), `${path.join(".")}: ${message}`);
    return undefined;
  }
  const { modules } = course.data;
  const twice =
    repeated(modules.map(({ key }) => key)) ?? repeated(modules.flatMap((m) => m.lessons));
  if (twice) report(lineOf(json, [twice]), `“${twice}” stands twice: each key once in a course`);
  return course.data;
}
