import type { House } from "../house/house.ts";

/** The sample course that everybody takes, with its lessons in their order. */
export async function theCourse(house: House) {
  const { courses } = await house.anyone.do("listCatalogue", { query: {} });
  const course = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
  if (!course) throw new Error("The seed lacks the course.");
  const outline = await house.anyone.fetch(`/content/${course.manifest}`);
  const ids = (await outline.text()).match(/les_[0-9a-f]{32}/g) ?? [];
  const lessons = [...new Set(ids)].map((id) => `/learn/${course.courseId}/${id}`);
  return { course, lessons, path: `/learn/${course.courseId}` };
}
