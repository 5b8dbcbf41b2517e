import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { QUALITY } from "./volume.ts";

/** The course whose quality was looked at last: who comes back to it from one of its lessons finds it open. */
let last = "";
export const wasOpen = (courseId: string): boolean => last === courseId;
export function remember(courseId: string): void {
  last = courseId;
}

/** What looks at the quality of a course and weighs it, and its words. @throws Problem `offline` */
export async function bringQuality(courseId: string) {
  const [{ default: Quality }, { default: Weights }, { reviewing }] = await Promise.all([
    import("./Quality.svelte"),
    import("./Weights.svelte"),
    import("./reviewing.svelte.ts"),
    also(QUALITY),
  ]).catch(away);
  return { Quality, Weights, review: reviewing(courseId) };
}

/** What tells beside the blockers what could be better. @throws as above */
export async function bringWarnings() {
  const [{ default: Warnings }] = await Promise.all([
    import("./Warnings.svelte"),
    also(QUALITY),
  ]).catch(away);
  return Warnings;
}
