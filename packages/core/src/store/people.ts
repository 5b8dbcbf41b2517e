import type {
  Account,
  AccountId,
  AuditEntry,
  Contact,
  Learner,
  LearnerId,
  Membership,
  Organisation,
  OrganisationId,
} from "@twiza/contract";
import type { After, Expected, Freshness, Kept, Page, Write } from "./kept.ts";

/** An account with everything that hangs on it. */
export type Person = {
  readonly account: Kept<Account>;
  readonly memberships: readonly Membership[];
  readonly learners: readonly Learner[];
};

export type PeopleStore = {
  account(id: AccountId): Promise<Kept<Account> | undefined>;
  /** Account, memberships and learners in one query. */
  person(id: AccountId, how?: Freshness): Promise<Person | undefined>;
  byContact(contact: Contact): Promise<AccountId | undefined>;
  bySubject(issuer: string, subject: string): Promise<AccountId | undefined>;
  create(account: Account): readonly Write[];
  putAccount(account: Account, expected: number): Write;
  /** `anew`: whatever it led to before is no account any more. */
  linkSubject(
    issuer: string,
    subject: string,
    accountId: AccountId,
    how?: { readonly anew: boolean },
  ): Write;
  learner(id: LearnerId): Promise<Kept<Learner> | undefined>;
  createLearner(learner: Learner): readonly Write[];
  /** The learner and her copy beside the account, which are always written together. */
  changeLearner(learner: Learner, expected: number): Write;
  putMembership(membership: Membership, expected: Expected): Write;
  membership(
    accountId: AccountId,
    organisationId: OrganisationId,
  ): Promise<Kept<Membership> | undefined>;
  members(organisationId: OrganisationId, after: After): Promise<Page<Membership>>;
};

export type OrganisationStore = {
  byId(id: OrganisationId, how?: Freshness): Promise<Kept<Organisation> | undefined>;
  under(id: OrganisationId, after: After): Promise<Page<Organisation>>;
  create(organisation: Organisation): readonly Write[];
  /** The organisation and its copy beside the one above it, which are always written together. */
  put(organisation: Organisation, expected: number): Write;
};

export type AuditStore = {
  /** The trail between two moments, newest first: `since` included, `until` not. */
  of(
    organisationId: OrganisationId,
    asked: { readonly since?: string | undefined; readonly until?: string | undefined },
    after: After,
  ): Promise<Page<AuditEntry>>;
  put(entry: AuditEntry): Write;
};
