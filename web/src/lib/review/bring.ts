import { also } from "../i18n.svelte.ts";
import { away } from "../studio/away.ts";
import { REVIEW } from "./volume.ts";

/** What the page of a course has of approval and of moving learners, and its words. @throws Problem `offline` */
export async function bringReview() {
  const [{ default: CourseReview }] = await Promise.all([
    import("./CourseReview.svelte"),
    also(REVIEW),
  ]).catch(away);
  return CourseReview;
}

/** Where an organisation says whether a second person approves, and its words. @throws as above */
export async function bringSetting() {
  const [{ default: ApprovalSetting }] = await Promise.all([
    import("./ApprovalSetting.svelte"),
    also(REVIEW),
  ]).catch(away);
  return ApprovalSetting;
}
