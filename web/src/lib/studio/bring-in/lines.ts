import { t } from "../../i18n.svelte.ts";
import type { Line } from "./reading.ts";

/** In the order in which somebody wants to know. */
export const WHAT = ["skipped", "changed", "imported"] as const satisfies readonly Line["what"][];

/** What became of it, and why. */
export function sentenceOf({ code, detail }: Line): string {
  return detail["kind"] === "more" ? t("bring.line.more") : t(`bring.line.${code}`);
}

/** Which one: as it is called in the file, or the words that are gone with it. */
export function namedIn({ detail }: Line): string | undefined {
  const { words, name, url, title } = detail;
  const said = [words, name, url, title].find((one) => typeof one === "string" && one !== "");
  return said === undefined ? undefined : String(said);
}

/** How often, where that is more than once. */
export function figureOf({ detail }: Line): number | undefined {
  const count = Number(detail["count"]);
  return count > 1 ? count : undefined;
}
