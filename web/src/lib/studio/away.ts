import { t } from "../i18n.svelte.ts";
import { Problem } from "../problem.ts";

export const offline = (cause: unknown): Problem =>
  new Problem({
    code: "offline",
    title: t("error.offline"),
    detail: t("error.offline.mend"),
    cause,
  });

/** Without network what was never used here cannot come. */
export const away = (cause: unknown): never => {
  throw offline(cause);
};
