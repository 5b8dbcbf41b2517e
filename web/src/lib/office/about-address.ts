import { t } from "../i18n.svelte.ts";
import { isProblem, Problem } from "../problem.ts";

/** A page reads with nothing but its address: what the server finds wrong in the request is the address, not a form. */
export const aboutAddress = (problem: Problem): Problem =>
  isProblem(problem, "request.invalid")
    ? new Problem({
        code: "not_found",
        title: t("error.notFound"),
        detail: t("error.notFound.mend"),
        status: problem.status,
        requestId: problem.requestId,
      })
    : problem;
