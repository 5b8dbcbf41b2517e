import type {
  AccountId,
  LearnerId,
  OrganisationId,
  ProvenProfile,
  Role,
  SessionId,
} from "@twiza/contract";

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
  /** Whom she acts for now. */
  readonly learnerId?: LearnerId;
  /** All whom the session may act for. */
  readonly learnerIds: readonly LearnerId[];
  /** Each of them with the account that she belongs to, which may be another than `accountId`. */
  readonly profiles: readonly ProvenProfile[];
  /** She proved the contact of `accountId` on this device. Without that she has the learner's role, and the account itself is closed. */
  readonly ownsAccount: boolean;
  /** Somebody of staff signed in on this device, under this name, while it acts for another's learner. */
  readonly staff?: { readonly accountId: AccountId; readonly name: string };
};
