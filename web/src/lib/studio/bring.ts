import { also } from "../i18n.svelte.ts";
import { away } from "./away.ts";
import { STUDIO } from "./volume.ts";

/** What a lesson is written with, and its words. @throws Problem `offline` */
export async function bringLessonDesk() {
  const [{ default: LessonDesk }] = await Promise.all([
    import("./LessonDesk.svelte"),
    also(STUDIO),
  ]).catch(away);
  return LessonDesk;
}

/** What shows the modules and lessons of a course, what its draft lacks and which languages it has, and their words. @throws as above */
export async function bringOutline() {
  const [{ default: CourseOutline }, { default: Faults }, { default: CourseLanguages }] =
    await Promise.all([
      import("./CourseOutline.svelte"),
      import("./Faults.svelte"),
      import("./CourseLanguages.svelte"),
      also(STUDIO),
    ]).catch(away);
  return { CourseOutline, Faults, CourseLanguages };
}
