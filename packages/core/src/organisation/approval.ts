import type { IntentId, Organisation } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";

type Wish = { readonly intentId: IntentId; readonly isRequired: boolean };

/**
 * Says whether a second person approves before a course of the session's organisation is published. What it is already stays as it is;
 * organisations under it say so for themselves.
 */
export function changeApproval(
  deps: Deps,
  principal: Principal,
  body: Wish,
): Promise<Organisation> {
  const asked = { principal, operation: "organisation.approval", request: body };
  return once(deps, asked, async () => {
    const organisationId = found(principal.organisationId);
    authorise(principal, "organisation:change", { organisationId });
    const kept = found(await deps.store.organisations.byId(organisationId, { fresh: true }));
    const { approval, ...rest } = kept.value;
    if (body.isRequired === (approval === true)) return { reply: kept.value, writes: [] };
    const changed: Organisation = body.isRequired ? { ...rest, approval: true } : rest;
    const line = auditLine(deps, principal, {
      organisationId,
      action: body.isRequired ? "organisation.approval_required" : "organisation.approval_dropped",
      subjectId: organisationId,
      subjectName: Object.values(rest.name).find(Boolean) ?? organisationId,
    });
    const writes = [deps.store.organisations.put(changed, kept.revision), line];
    return { reply: changed, writes };
  });
}
