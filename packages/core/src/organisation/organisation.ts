import type { IntentId, Localized, Organisation } from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { authorise } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { membershipOf } from "./member.ts";

/** The organisation of the session and those directly under it. */
export async function listOrganisations(deps: Deps, principal: Principal, after: After) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "organisation:read", { organisationId });
  const page = await deps.store.organisations.under(organisationId, after);
  const own = after ? [] : [found(await deps.store.organisations.byId(organisationId)).value];
  return { organisations: [...own, ...page.values.map(({ value }) => value)], ...nextOf(page) };
}

type NewOrganisation = { intentId: IntentId; name: Localized; kind: Organisation["kind"] };

/** Creates an organisation under the session's; whoever creates it is its first administrator. */
export function createOrganisation(
  deps: Deps,
  principal: Principal,
  body: NewOrganisation,
): Promise<Organisation> {
  return once(deps, { principal, operation: "organisation.create", request: body }, async () => {
    const parentId = found(principal.organisationId);
    authorise(principal, "organisation:create", { organisationId: parentId });
    const now = deps.clock.now().toISOString();
    const organisation: Organisation = {
      id: deps.newId("organisation"),
      parentId,
      kind: body.kind,
      name: body.name,
      createdAt: now,
    };
    const account = found(await deps.store.people.account(principal.accountId)).value;
    const first = membershipOf(account, organisation, {
      name: principal.name,
      roles: ["administrator"],
      now,
    });
    const line = auditLine(deps, principal, {
      organisationId: parentId,
      action: "organisation.created",
      subjectId: organisation.id,
      subjectName: Object.values(organisation.name).find(Boolean) ?? organisation.id,
    });
    const writes = [
      ...deps.store.organisations.create(organisation),
      deps.store.people.putMembership(first, "absent"),
      line,
    ];
    return { reply: organisation, writes };
  });
}
