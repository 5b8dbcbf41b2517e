import { also, t } from "../i18n.svelte.ts";
import { MEDIA } from "../media/volume.ts";
import { Problem } from "../problem.ts";
import { STUDIO } from "./volume.ts";

/** Without network what was never used here cannot come. */
const away = (cause: unknown): never => {
  throw new Problem({
    code: "offline",
    title: t("error.offline"),
    detail: t("error.offline.mend"),
    cause,
  });
};

/** What a lesson is written with, and its words. @throws Problem `offline` */
export async function bringLessonDesk() {
  const [{ default: LessonDesk }] = await Promise.all([
    import("./LessonDesk.svelte"),
    also(STUDIO),
  ]).catch(away);
  return LessonDesk;
}

/** What shows the modules and lessons of a course, what its draft lacks, and their words. @throws as above */
export async function bringOutline() {
  const [{ default: CourseOutline }, { default: Faults }] = await Promise.all([
    import("./CourseOutline.svelte"),
    import("./Faults.svelte"),
    also(STUDIO),
  ]).catch(away);
  return { CourseOutline, Faults };
}

/** What pictures and recordings are chosen with, and its words. @throws as above */
export async function bringPicker() {
  const [{ default: MediaPicker }] = await Promise.all([
    import("../media/MediaPicker.svelte"),
    also(MEDIA),
  ]).catch(away);
  return MediaPicker;
}
