import type { PackFault } from "@twiza/client/packs";
import { t } from "#lib";

/** Why a download stopped, in the reader's words. */
export function whyOf({ reason, needed = 0, free = 0 }: PackFault): string {
  if (reason === "full") return t("downloads.why.full", { needed, free });
  if (reason === "missing" || reason === "foreign") return t("downloads.why.gone");
  return t(`downloads.why.${reason}`);
}
