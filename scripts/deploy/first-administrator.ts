import { Contact, type Membership, type Organisation } from "@twiza/contract";
import type { Deps, Principal } from "@twiza/core";

type Wanted = {
  /** The institution at the top of the tree, as its people write it. */
  readonly organisationName: string;
  readonly name: string;
  readonly email: string;
};

/**
 * Lets one person in: an institution and its first administrator, waiting under her e-mail address until she proves it by
 * signing in. Everybody else is let in by her, in the app. Doing it again for the same address changes nothing.
 * @returns whom to act as for what must be there before she comes
 * @throws ZodError when the address is none
 */
export async function firstAdministrator(
  { store, newId, clock }: Pick<Deps, "store" | "newId" | "clock">,
  { organisationName, name, email }: Wanted,
): Promise<Principal | "already"> {
  const contact = Contact.parse(email.toLowerCase());
  const known = await store.people.byContact(contact);
  const person = known && (await store.people.person(known));
  if (person?.memberships.some(({ roles }) => roles.includes("administrator"))) return "already";
  const now = clock.now().toISOString();
  const account = person?.account.value ?? {
    id: newId("account"),
    contact,
    name,
    language: "fr" as const,
    createdAt: now,
  };
  const organisation: Organisation = {
    id: newId("organisation"),
    kind: "institution",
    name: { fr: organisationName },
    createdAt: now,
  };
  const membership: Membership = {
    accountId: account.id,
    organisationId: organisation.id,
    organisationName: organisation.name,
    name,
    contact,
    roles: ["administrator"],
    grantedAt: now,
  };
  const line = store.audit.put({
    id: newId("entry"),
    organisationId: organisation.id,
    at: now,
    actorId: "system",
    actorName: "Twiza",
    action: "membership.granted",
    subjectId: account.id,
    subjectName: name,
    note: "administrator",
  });
  const done = await store.commit([
    ...store.organisations.create(organisation),
    ...(person ? [] : store.people.create(account)),
    store.people.putMembership(membership, "absent"),
    line,
  ]);
  if (done === "stale") throw new Error(`Somebody else was letting ${contact} in just now.`);
  const { id: organisationId } = organisation;
  const sessionId = newId("session");
  return {
    accountId: account.id,
    sessionId,
    name,
    organisationId,
    roles: ["administrator"],
    learnerIds: [],
    profiles: [],
    ownsAccount: true,
  };
}
