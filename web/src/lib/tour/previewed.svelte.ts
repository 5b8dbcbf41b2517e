import { keep, kept, type Kept } from "../kept.ts";

const nameOf = (courseId: string): Kept => `copy.own.previewed.${courseId}`;
/** Told since the page came; storage alone would tell nobody that it changed. */
let seen = $state.raw<readonly string[]>([]);

/** Whether a course was looked at as on a phone: nothing that the course itself tells, so that this device alone remembers it. */
export const previewed = {
  has: (courseId: string): boolean => seen.includes(courseId) || kept(nameOf(courseId)) !== "",
};
export function rememberPreview(courseId: string): void {
  if (previewed.has(courseId)) return;
  keep(nameOf(courseId), "yes");
  seen = [...seen, courseId];
}
