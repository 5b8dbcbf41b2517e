import type { OrganisationId } from "@twiza/contract";
import type { House, Visitor } from "./house.ts";

/** Another institution, with an administrator of its own. */
export type Institution = {
  readonly id: OrganisationId;
  /** By it she signs in. */
  readonly contact: string;
  readonly admin: Visitor;
};

export async function newInstitution(house: House, name: string): Promise<Institution> {
  const { deps } = house.server;
  const [id, accountId] = [deps.newId("organisation"), deps.newId("account")];
  const at = deps.clock.now().toISOString();
  const contact = `admin-${accountId.slice(-8)}@example.org`;
  const organisationName = { fr: name };
  await deps.store.commit([
    ...deps.store.people.create({ id: accountId, contact, language: "en", createdAt: at }),
    ...deps.store.organisations.create({
      ...{ id, kind: "institution", name: organisationName, createdAt: at },
    }),
    deps.store.people.putMembership(
      {
        ...{ accountId, organisationId: id, organisationName, name: "Administratrice", contact },
        ...{ roles: ["administrator"], grantedAt: at },
      },
      "absent",
    ),
  ]);
  return { id, contact, admin: await house.as(contact) };
}
