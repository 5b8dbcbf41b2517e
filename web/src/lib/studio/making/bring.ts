import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { MAKING } from "./volume.ts";

/** What a course is begun with, and its words. @throws Problem `offline` */
export async function bringNewCourse() {
  const [{ default: NewCourse }] = await Promise.all([
    import("./NewCourse.svelte"),
    also(MAKING),
  ]).catch(away);
  return NewCourse;
}

/** What a lesson or a module is copied into another course with, and its words. @throws as above */
export async function bringCopyInto() {
  const [{ default: CopyInto }] = await Promise.all([
    import("./CopyInto.svelte"),
    also(MAKING),
  ]).catch(away);
  return CopyInto;
}

/** What a course is taken out with as a file, and its words. @throws as above */
export async function bringTakeOut() {
  const [{ default: TakeOut }] = await Promise.all([
    import("./TakeOut.svelte"),
    also(MAKING),
  ]).catch(away);
  return TakeOut;
}

/** What the questions of a test are taken out with, and its words. @throws as above */
export async function bringTakeQuestions() {
  const [{ default: TakeQuestions }] = await Promise.all([
    import("./TakeQuestions.svelte"),
    also(MAKING),
  ]).catch(away);
  return TakeQuestions;
}
