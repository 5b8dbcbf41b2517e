import type { PackRecord } from "@twiza/client/packs";
import { readManifest } from "../content.ts";
import type { Outline } from "../learner/course.ts";
import { phone, readKept, writeKept } from "../learner/shelf.ts";

/**
 * Keeps what a course from a file is, where a page looks for it that has no network: the place of what the server said last, which
 * says it anew as soon as it can. Whose course it is stands in no file; what was known of that stays.
 */
export async function keepOutline({ courseId, version, index }: PackRecord): Promise<void> {
  const key = `twiza.copy.all.outline.${courseId}`;
  const known = readKept<Outline>(phone, key);
  if (known && known.course.version >= version) return;
  const { hash } = index.manifest;
  const { title, summary, otherLanguages, modules } = await readManifest(hash);
  const lessons = modules.flatMap((module) => module.lessons);
  const course: Outline["course"] = {
    organisationName: {},
    publishedAt: "",
    visibility: "public",
    // Asked of nobody before the server has said it.
    organisationId: "" as Outline["course"]["organisationId"],
    ...known?.course,
    courseId: index.courseId,
    version,
    title,
    summary,
    manifest: hash,
    languages: languagesOf(lessons),
    otherLanguages,
    lessonCount: lessons.length,
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
  };
  writeKept(phone, key, { cohorts: [], modules: [], ...known, course } satisfies Outline);
}

type Lessons = Awaited<ReturnType<typeof readManifest>>["modules"][number]["lessons"];
const languagesOf = (lessons: Lessons): Outline["course"]["languages"] => [
  ...new Set(lessons.flatMap(({ bodies }) => Object.keys(bodies))),
];
