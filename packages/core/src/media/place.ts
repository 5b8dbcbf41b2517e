import type { IntentId, OrganisationId } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";

/** Whose library it is: who may write a course of her own may bring pictures for it. @throws Refused `not_found` */
export function libraryOf(principal: Principal): OrganisationId {
  const organisationId = found(principal.organisationId);
  authorise(principal, "course:edit", { organisationId, own: true });
  return organisationId;
}

/** Where what she brings waits: another person, or the same one in another organisation, cannot name it. */
export const incomingKey = (principal: Principal, intentId: IntentId): string =>
  `incoming/${libraryOf(principal)}/${principal.accountId}/${intentId}`;
