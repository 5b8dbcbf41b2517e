import type {
  Account,
  AccountId,
  BatchId,
  Certificate,
  CourseId,
  Erasure,
  ErasureId,
  Hash,
  Learner,
  LearnerId,
  OrganisationId,
} from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

type OfLearner = { readonly learnerId: LearnerId };
type OfAccount = { readonly accountId: AccountId };
type OfOrganisation = { readonly organisationId: OrganisationId };

/** Where rows about somebody lie, each place by what it is told. */
export type HeldBy = {
  readonly learner: OfLearner;
  readonly work: OfLearner;
  readonly card: OfLearner;
  readonly account: OfAccount;
  readonly identities: OfAccount;
  readonly intents: OfAccount;
  readonly pin: OfAccount;
  readonly carried: OfAccount;
  readonly reminders: OfAccount;
  readonly flags: OfOrganisation;
  readonly trail: OfOrganisation;
  readonly earned: OfLearner & { readonly courseId: CourseId };
  readonly regraded: OfLearner & { readonly courseId: CourseId; readonly number: number };
  readonly refused: OfLearner & { readonly batchId: BatchId };
  readonly blob: { readonly hash: Hash };
};

export type HeldAt = { [K in keyof HeldBy]: { readonly of: K } & HeldBy[K] }[keyof HeldBy];

/** A row as it lies: of which kind, and what it says. Only the storage room knows where. */
export type HeldRow = {
  readonly entity: string;
  readonly data: unknown;
  readonly lies: unique symbol;
};

/** Who was erased, and what the worker that erases looks for. */
export type ErasureStore = {
  byId(learnerId: LearnerId, id: ErasureId): Promise<Kept<Erasure> | undefined>;
  ofLearner(learnerId: LearnerId): Promise<readonly Erasure[]>;
  /** Everybody who ever was, 100 a page: what a restored backup is held against. */
  all(after: After): Promise<Page<Erasure>>;
  put(erasure: Erasure, expected: Expected): Write;
  /** The learner as such and beside her account. */
  removeLearner(learner: Kept<Learner>): Write;
  /** The account and what its contact leads to. */
  removeAccount(account: Kept<Account>): Write;
  /** What is left of a certificate: no signed form, and no place among those that are renewed. */
  becomeHusk(husk: Certificate, was: Kept<Certificate>): Write;
  /** Rows as they lie, of whatever kind, read fresh where they can be. */
  rows(place: HeldAt, after: After): Promise<{ rows: readonly HeldRow[]; next?: string }>;
  /** Each of them for good; one that is gone already does no harm. */
  remove(rows: readonly HeldRow[]): Promise<void>;
  /** One of them together with what has to change with it: stale when it is another by now. */
  take(row: HeldRow): Write;
  /** Another in its place, under what was read. */
  rewrite(row: HeldRow, data: unknown): Write;
};
