import { also } from "../i18n.svelte.ts";
import { away } from "../studio/away.ts";
import { REVIEW } from "./volume.ts";

/** Where a second person is asked and decides, and its words. @throws Problem `offline` */
export async function bringReview() {
  const [{ default: Review }] = await Promise.all([import("./Review.svelte"), also(REVIEW)]).catch(
    away,
  );
  return Review;
}

/** Where learners are moved to a newer version, and its words. @throws as above */
export async function bringMove() {
  const [{ default: MoveSheet }] = await Promise.all([
    import("./MoveSheet.svelte"),
    also(REVIEW),
  ]).catch(away);
  return MoveSheet;
}

/** Where an organisation says whether a second person approves, and its words. @throws as above */
export async function bringSetting() {
  const [{ default: ApprovalSetting }] = await Promise.all([
    import("./ApprovalSetting.svelte"),
    also(REVIEW),
  ]).catch(away);
  return ApprovalSetting;
}
