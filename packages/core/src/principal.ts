import type { AccountId, LearnerId, OrganisationId, Role, SessionId } from "@twiza/contract";

/**
 * Who is asking, read from the store at this request. `organisationId` is the tenant of every staff act: it comes from the
 * session, never from the request. Roles are those held in that organisation.
 */
export type Principal = {
  readonly accountId: AccountId;
  readonly sessionId: SessionId;
  readonly name: string;
  readonly organisationId?: OrganisationId;
  readonly roles: readonly Role[];
  readonly learnerId?: LearnerId;
};
