import type { DraftAssignment } from "@twiza/contract";
import { nearest, t } from "#lib";

/** So much of a level's description says which one it is. */
const ENOUGH = 60;
const shortened = (text: string): string =>
  text.length > ENOUGH ? `${Array.from(text).slice(0, ENOUGH).join("").trimEnd()}…` : text;

type Rubric = Pick<DraftAssignment, "leastPercent" | "criteria">;

/** When such work is passed, sentence by sentence. A level that nobody has described yet is told by its percent. */
export function meaningOf({ leastPercent, criteria }: Rubric): readonly string[] {
  const critical = criteria.flatMap(({ title, levels, leastLevel }) => {
    const level = leastLevel === undefined ? undefined : levels[leastLevel];
    if (!level) return [];
    const said = shortened(nearest(level.text).text) || String(level.percent);
    return [t("assignments.passes.least", { criterion: nearest(title).text, level: said })];
  });
  return [t("assignments.passes", { percent: leastPercent }), ...critical];
}
