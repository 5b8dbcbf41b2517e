import type { OrganisationId } from "@twiza/contract";
import { type Action, authorise } from "../authorise.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";

/** Whose bank it is. @throws Refused `not_found` */
export function bankOf(
  principal: Principal,
  action: Extract<Action, `bank:${string}`>,
): OrganisationId {
  const organisationId = found(principal.organisationId);
  authorise(principal, action, { organisationId });
  return organisationId;
}
