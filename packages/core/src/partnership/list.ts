import type { OrganisationId } from "@twiza/contract";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { agreeing, partnershipOf } from "./partnership.ts";

/** What the session's organisation asked of others and what others ask of it, with what became of it. One query. */
export async function listPartnerships(deps: Deps, principal: Principal, after: After) {
  const page = await deps.store.partnerships.ofOrganisation(agreeing(principal), after);
  return { partnerships: page.values.map(({ value }) => partnershipOf(value)), ...nextOf(page) };
}

/** Whose id that is, for whoever is about to ask them. */
export async function readInstitution(deps: Deps, principal: Principal, id: OrganisationId) {
  agreeing(principal);
  const { value } = found(await deps.store.organisations.byId(id));
  return { id: value.id, name: value.name };
}
