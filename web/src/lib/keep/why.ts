import { t } from "../i18n.svelte.ts";
import { network } from "../learner/network.svelte.ts";
import { isProblem } from "../problem.ts";
import { toasts } from "../toasts.svelte.ts";

/** Says why a certificate could not be kept or handed on, and how to mend it. */
export const sayWhy = (error: unknown): void => toasts.say(whyOf(error));

function whyOf(error: unknown): string {
  // The server's own words: it is not signed yet, was refused, is too large, or something failed there.
  if (isProblem(error)) return [error.title, error.detail].filter(Boolean).join(" ");
  // Browsers tell a part of the page that was asked for at the tap and did not come by this alone.
  if (error instanceof TypeError)
    return network.isOnline
      ? t("holding.away")
      : `${t("error.offline")} ${t("holding.away.offline")}`;
  return t("holding.undrawn");
}
