import type { AuditEntry, OrganisationId } from "@twiza/contract";
import type { Deps } from "./deps.ts";
import type { Principal } from "./principal.ts";
import type { Write } from "./store/index.ts";

/** Makes the audit line of an act, to be committed with the act itself. */
export function auditLine(
  deps: Deps,
  actor: Pick<Principal, "accountId" | "name"> | "system",
  act: Pick<AuditEntry, "action" | "subjectId" | "subjectName" | "about"> & {
    organisationId: OrganisationId;
    note?: string;
  },
): Write {
  const { note, ...rest } = act;
  return deps.store.audit.put({
    id: deps.newId("entry"),
    at: deps.clock.now().toISOString(),
    actorId: actor === "system" ? "system" : actor.accountId,
    actorName: actor === "system" ? "Twiza" : actor.name.slice(0, 200),
    ...rest,
    ...(note ? { note } : {}),
  });
}
