import { SPOT_SCALE } from "@twiza/contract/marking";
import { nameOf } from "../files/path.ts";
import type { FoundOption } from "../questions/question.ts";
import type { FurtherItem } from "../reading.ts";
import { type Content, CONTENT, wordsOf } from "./content.ts";
import { at as valueAt, listAt, textAt } from "./json.ts";
import { asked } from "./questions.ts";

/** The middle of an area, whose sides are in percent of the picture. */
function spotOf(area: unknown): FoundOption["spot"] {
  const sides = ["x", "y", "width", "height"].map((name) => valueAt(area, name));
  if (!sides.every((side) => typeof side === "number")) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = sides;
  const part = (percent: number): number =>
    Math.max(0, Math.min(SPOT_SCALE, Math.round((percent * SPOT_SCALE) / 100)));
  return { x: part(x + width / 2), y: part(y + height / 2) };
}

/** A picture of which one points at a part. Its areas are points here, and have numbers where H5P says nothing to them. */
export function readHotspots(params: unknown, content: Content): Promise<FurtherItem[]> {
  const own = valueAt(params, "imageHotspotQuestion");
  const settings = valueAt(own, "hotspotSettings");
  const path = textAt(own, "backgroundImageSettings", "backgroundImage", "path").replace(
    /#tmp$/,
    "",
  );
  const picture = path === "" ? undefined : { relation: nameOf(path, CONTENT), alt: "" };
  const find = async () => {
    const options: FoundOption[] = [];
    for (const [order, hotspot] of listAt(settings, "hotspot").entries()) {
      const feedback = await wordsOf(textAt(hotspot, "userSettings", "feedbackText"), content);
      options.push({
        text: String(order + 1),
        right: valueAt(hotspot, "userSettings", "correct") === true,
        feedback,
        spot: spotOf(valueAt(hotspot, "computedSettings")),
      });
    }
    if (options.length > 0) content.remarks.tally("changed", "question.spots_named");
    return { question: "hotspot" as const, options, isShown: picture !== undefined };
  };
  const task = textAt(settings, "taskDescription");
  return asked(task || textAt(own, "backgroundImageSettings", "questionTitle"), content, find, picture); // prettier-ignore
}
