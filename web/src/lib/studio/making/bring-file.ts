import { away } from "../away.ts";

/** What a course is brought in from a file with. Its words are here already. @throws Problem `offline` */
export async function bringBringing() {
  const { default: BringCourse } = await import("./BringCourse.svelte").catch(away);
  return BringCourse;
}
