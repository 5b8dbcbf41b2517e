import type {
  Account,
  AccountId,
  AccountPin,
  Attempt,
  AttemptId,
  AuditEntry,
  BankItemRow,
  BankPart,
  BatchId,
  BatchRefusal,
  BinnedBankItemRow,
  BinnedMediaRow,
  Card,
  CatalogueEntry,
  Certificate,
  CertificateBatch,
  CertificateDesign,
  CertificateId,
  Cohort,
  CohortId,
  CohortOffer,
  CommentId,
  CommentRow,
  ComposedRow,
  Contact,
  Course,
  DesignId,
  DesignPictureRow,
  CourseId,
  CourseVersion,
  CredentialGrant,
  CredentialOffer,
  Enrolment,
  EntryTicket,
  Erasure,
  ErasureId,
  Flag,
  FlagId,
  FrameworkId,
  FrameworkRow,
  Hash,
  IntentId,
  ItemId,
  ContentLanguage,
  Correction,
  Learner,
  LearnerId,
  LearnerPin,
  LearningEvent,
  LessonId,
  LessonRow,
  LoggedAct,
  LogRow,
  LogTail,
  MediaId,
  MediaRow,
  MediaUsesRow,
  Membership,
  NoticeRow,
  Observation,
  ObservationId,
  PartnershipRow,
  Organisation,
  OrganisationId,
  OutlineRow,
  PresenceRow,
  PublishedLog,
  Regrade,
  Regraded,
  Session,
  SignedCertificate,
  StatusList,
  StatusRow,
  StatusListName,
  SignedPack,
  Submission,
  SubmissionId,
  TalkRow,
  TestSums,
  WordsRow,
} from "@twiza/contract";
import type { RemindedDays, Reminder, ReminderMessage } from "@twiza/contract/reminder";

/** A stored thing and the revision it was read at. Writing it back names that revision, so that no change is lost. */
export type Kept<T> = { readonly value: T; readonly revision: number };
export type Expected = number | "absent";

/** One write of a transaction; only the storage room knows what is in it. */
export type Write = { readonly write: unique symbol };

/** A certificate as a list names it. */
export type ListedCertificate = { readonly certificateId: CertificateId; readonly at: string };
/** The row of its end, and which reminder people had of it. */
export type EndingCertificate = ListedCertificate & {
  readonly organisationId: OrganisationId;
  readonly reminded?: RemindedDays | undefined;
};
/** What must not have changed when a certificate takes the place of another. */
export type Replacing = {
  /** The old one as it is to be kept, and as it was read. */
  readonly old: Certificate;
  readonly was: Kept<Certificate>;
  readonly earned: number;
  readonly year: number;
  readonly last: number;
  readonly series: Expected;
};

export type Page<T> = { readonly values: readonly Kept<T>[]; readonly next?: string };
export type After = string | undefined;

/** `fresh` reads what was written last, at twice the price; without it the last moment may be missing. */
export type Freshness = { readonly fresh: boolean };

/** What a repeated intent answers: the reply of the first time, and a fingerprint of what was asked. */
export type DoneIntent = {
  readonly fingerprint: string;
  readonly reply: unknown;
  /** It was about somebody who is erased: nothing is answered any more. */
  readonly erased?: true;
};

/** Where a draft lies: with its course, under the organisation of the session. */
export type DraftOf = { readonly organisationId: OrganisationId; readonly courseId: CourseId };
export type DraftLessonOf = DraftOf & { readonly lessonId: LessonId };
/** A lesson as it was read: at which revision, and in which languages there may be words of it. */
export type LessonBefore = {
  readonly revision: number;
  readonly saidIn: readonly ContentLanguage[];
};

/**
 * Everything kept, by noun. Reads that decide something are fresh; lists are not. `put` makes a write for `commit`, which
 * does all of them or none and answers `stale` when any expectation failed.
 */
export type Store = {
  commit(writes: readonly Write[]): Promise<"done" | "stale">;
  intents: {
    find(accountId: AccountId, id: IntentId): Promise<DoneIntent | undefined>;
    put(accountId: AccountId, id: IntentId, done: DoneIntent): Write;
  };
  courses: {
    /** Fresh, unless it is only shown. */
    byId(
      organisationId: OrganisationId,
      id: CourseId,
      how?: Freshness,
    ): Promise<Kept<Course> | undefined>;
    ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<Course>>;
    put(course: Course, expected: Expected): Write;
    /** A new course under an id that nobody else's has; stale when somebody was first. */
    create(course: Course): Write;
    /** Whether a course of any organisation has this id. */
    isTaken(id: CourseId): Promise<boolean>;
    versions(id: CourseId): Promise<Page<CourseVersion>>;
    version(id: CourseId, version: number): Promise<Kept<CourseVersion> | undefined>;
    putVersion(version: CourseVersion): Write;
    catalogue(after: After): Promise<Page<CatalogueEntry>>;
    /** The live course and the cohorts open to anybody, in one query. */
    outline(
      id: CourseId,
    ): Promise<{ entry: Kept<CatalogueEntry>; offers: readonly CohortOffer[] } | undefined>;
    putEntry(entry: CatalogueEntry, expected: Expected): Write;
  };
  /** Courses as they are being written. What has no row is what was composed last. */
  drafts: {
    /** The order and all lessons, without their words, in one query. */
    all(
      of: DraftOf,
      how: Freshness,
    ): Promise<{ outline?: Kept<OutlineRow>; lessons: ReadonlyMap<LessonId, Kept<LessonRow>> }>;
    outline(of: DraftOf, how: Freshness): Promise<Kept<OutlineRow> | undefined>;
    lesson(of: DraftLessonOf, how: Freshness): Promise<Kept<LessonRow> | undefined>;
    words(
      of: DraftLessonOf,
      language: ContentLanguage,
      how: Freshness,
    ): Promise<Kept<WordsRow> | undefined>;
    composed(of: DraftOf): Promise<Kept<ComposedRow> | undefined>;
    putOutline(row: OutlineRow, expected: Expected): Write;
    putLesson(row: LessonRow, expected: Expected): Write;
    putWords(row: WordsRow, expected: Expected): Write;
    putComposed(row: ComposedRow, expected: Expected): Write;
    /** Another in place of the lesson that was read, whose words in all languages go. */
    replaceLesson(row: LessonRow, was: LessonBefore): Write;
    /** The lesson as it was read, with its words in all languages. */
    removeLesson(of: DraftLessonOf, was: LessonBefore): Write;
  };
  /** What is said about a lesson that is being written. */
  comments: {
    /** All of them, oldest first, and how many: as written last, in one query. */
    ofLesson(
      of: DraftLessonOf,
    ): Promise<{ comments: readonly Kept<CommentRow>[]; talk?: Kept<TalkRow> }>;
    byId(of: DraftLessonOf, id: CommentId, how: Freshness): Promise<Kept<CommentRow> | undefined>;
    talk(of: DraftLessonOf): Promise<Kept<TalkRow> | undefined>;
    put(row: CommentRow, expected: Expected): Write;
    putTalk(row: TalkRow, expected: Expected): Write;
  };
  presence: {
    /** Who is or lately was there, and how much is said: one query, perhaps a moment old. Rows may be long past. */
    ofLesson(of: DraftLessonOf): Promise<{ people: readonly PresenceRow[]; talk?: Kept<TalkRow> }>;
    /** Written at once and in no transaction, at half the price: of two the later stays. */
    keep(row: PresenceRow): Promise<void>;
  };
  notices: {
    byId(
      of: Pick<NoticeRow, "organisationId" | "accountId" | "commentId">,
    ): Promise<Kept<NoticeRow> | undefined>;
    /** Newest first. */
    ofAccount(
      organisationId: OrganisationId,
      accountId: AccountId,
      after: After,
    ): Promise<Page<NoticeRow>>;
    put(row: NoticeRow, expected: Expected): Write;
  };
  media: {
    byId(organisationId: OrganisationId, id: MediaId): Promise<Kept<MediaRow> | undefined>;
    /** Newest first, 60 a page or as many as `most`. */
    ofOrganisation(
      organisationId: OrganisationId,
      after: After,
      most?: number,
    ): Promise<Page<MediaRow>>;
    put(row: MediaRow, expected: Expected): Write;
    /** From the library into its bin. */
    remove(row: BinnedMediaRow, expected: number): Write;
    removedById(
      organisationId: OrganisationId,
      id: MediaId,
    ): Promise<Kept<BinnedMediaRow> | undefined>;
    /** The bin; what was brought last comes first. */
    removed(organisationId: OrganisationId, after: After): Promise<Page<BinnedMediaRow>>;
    /** From the bin back into the library; `expected` is the revision that was read in the bin. */
    restore(row: MediaRow, expected: number): Write;
    /** Out of the bin for good. */
    forget(kept: Kept<BinnedMediaRow>): Write;
    /** What lessons of a draft used when somebody asked last, in one query. */
    noted(of: DraftOf): Promise<ReadonlyMap<LessonId, Kept<MediaUsesRow>>>;
    putNoted(row: MediaUsesRow, expected: Expected): Write;
    /** Of a lesson that is gone. */
    forgetNoted(kept: Kept<MediaUsesRow>): Write;
  };
  /** An organisation's items that courses take theirs from. */
  bank: {
    byId(organisationId: OrganisationId, id: ItemId): Promise<Kept<BankItemRow> | undefined>;
    put(row: BankItemRow, expected: Expected): Write;
    /** The whole index, perhaps a moment old: in one query, as long as it has less than a megabyte. */
    index(organisationId: OrganisationId): Promise<readonly BankPart[]>;
    /** A part of it as it was written last. */
    part(organisationId: OrganisationId, part: number): Promise<Kept<BankPart> | undefined>;
    putPart(part: BankPart, expected: Expected): Write;
    /** From the bank into its bin; what lay there under this name gives way. */
    remove(row: BinnedBankItemRow, expected: number): Write;
    removedById(
      organisationId: OrganisationId,
      id: ItemId,
    ): Promise<Kept<BinnedBankItemRow> | undefined>;
    /** The bin, 60 a page. Names lie in no order of time. */
    removed(organisationId: OrganisationId, after: After): Promise<Page<BinnedBankItemRow>>;
    /** Out of the bin for good, or since it is back. */
    forget(kept: Kept<BinnedBankItemRow>): Write;
  };
  packs: {
    signed(id: CourseId, version: number, how?: Freshness): Promise<Kept<SignedPack> | undefined>;
    putSigned(pack: SignedPack): Write;
  };
  cohorts: {
    /** Fresh, unless it is only looked at. */
    byId(
      organisationId: OrganisationId,
      id: CohortId,
      how?: Freshness,
    ): Promise<Kept<Cohort> | undefined>;
    ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<Cohort>>;
    /** The cohort behind an offer of a course, for somebody from outside. */
    offered(courseId: CourseId, id: CohortId): Promise<Kept<Cohort> | undefined>;
    put(cohort: Cohort, expected: Expected): readonly Write[];
  };
  enrolments: {
    byCourse(
      learnerId: LearnerId,
      courseId: CourseId,
      how?: Freshness,
    ): Promise<Kept<Enrolment> | undefined>;
    ofLearner(learnerId: LearnerId, after: After): Promise<Page<Enrolment>>;
    /** 200 a page, or fewer. */
    ofCohort(cohortId: CohortId, after: After, limit?: number): Promise<Page<Enrolment>>;
    /** Of those who take the course in no cohort; likewise. */
    alone(courseId: CourseId, after: After, limit?: number): Promise<Page<Enrolment>>;
    put(enrolment: Enrolment, expected: Expected): Write;
    /** Holds a transaction to her still taking the course. */
    stands(learnerId: LearnerId, courseId: CourseId): Write;
    /** An event is its own intent: kept for ever under its id. */
    putEvent(event: LearningEvent): Write;
    hasEvent(learnerId: LearnerId, id: string): Promise<boolean>;
    attempt(
      learnerId: LearnerId,
      courseId: CourseId,
      id: AttemptId,
    ): Promise<Kept<Attempt> | undefined>;
    /** All sittings of a course, oldest first to the millisecond; tries are few. Perhaps a moment old, unless it is said otherwise. */
    attemptsOf(learnerId: LearnerId, courseId: CourseId, how?: Freshness): Promise<Page<Attempt>>;
    /** All sittings of a learner, of whatever course; tries are few. One query. */
    attemptsOfLearner(learnerId: LearnerId): Promise<readonly Kept<Attempt>[]>;
    putAttempt(attempt: Attempt, expected: Expected): Write;
  };
  /** What of published questions counts otherwise, and the marking anew that follows. */
  corrections: {
    /** All of a course in their order, as written last: one query, of nothing as a rule. */
    ofCourse(courseId: CourseId): Promise<readonly Correction[]>;
    /** Stale when another has this number. */
    put(correction: Correction): Write;
    regrade(courseId: CourseId, number: number): Promise<Kept<Regrade> | undefined>;
    /** The newest first. */
    regrades(courseId: CourseId): Promise<readonly Regrade[]>;
    putRegrade(regrade: Regrade, expected: Expected): Write;
    regraded(
      of: Pick<Regraded, "courseId" | "number" | "learnerId">,
    ): Promise<Regraded | undefined>;
    /** Whom it changed something for, 50 a page. */
    allRegraded(courseId: CourseId, number: number, after: After): Promise<Page<Regraded>>;
    /** Stale when it was told before. */
    putRegraded(regraded: Regraded): Write;
  };
  /** How graded items do, added up. */
  statistics: {
    ofTest(courseId: CourseId, quiz: Hash): Promise<Kept<TestSums> | undefined>;
    /** Of all tests that a course has had, perhaps a moment old. */
    ofCourse(courseId: CourseId): Promise<readonly TestSums[]>;
    isCounted(courseId: CourseId, attemptId: AttemptId): Promise<boolean>;
    put(sums: TestSums, expected: Expected): Write;
    /** Stale when it was counted before. */
    putCounted(courseId: CourseId, attemptId: AttemptId): Write;
  };
  /** What organisations hold their courses to. The competencies themselves are a private blob. */
  frameworks: {
    byId(
      organisationId: OrganisationId,
      id: FrameworkId,
      how?: Freshness,
    ): Promise<Kept<FrameworkRow> | undefined>;
    ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<FrameworkRow>>;
    put(row: FrameworkRow, expected: Expected): Write;
    remove(row: Kept<FrameworkRow>): Write;
  };
  /** How an organisation's certificates look. */
  statusLists: {
    /** The places that are set, rising. Asked in an order in which none is missed while an old list goes into rows. */
    placesOf(list: StatusListName): Promise<readonly number[]>;
    row(list: StatusListName, row: number): Promise<Kept<StatusRow> | undefined>;
    putRow(row: StatusRow, expected: Expected): Write;
    /** A list as it was written before it had rows, and its end. */
    old(list: StatusListName): Promise<Kept<StatusList> | undefined>;
    removeOld(list: Kept<StatusList>): Write;
  };
  designs: {
    byId(
      organisationId: OrganisationId,
      id: DesignId,
    ): Promise<Kept<CertificateDesign> | undefined>;
    /** All of them, those in the bin too, as they were written last. */
    ofOrganisation(organisationId: OrganisationId): Promise<readonly Kept<CertificateDesign>[]>;
    put(design: CertificateDesign, expected: Expected): Write;
    /** That a picture was brought for designs of this organisation. */
    picture(
      organisationId: OrganisationId,
      hash: Hash,
    ): Promise<Kept<DesignPictureRow> | undefined>;
    putPicture(row: DesignPictureRow, expected: Expected): Write;
  };
  /** What somebody saw of a learner's work. */
  observations: {
    byId(learnerId: LearnerId, id: ObservationId): Promise<Kept<Observation> | undefined>;
    /** Of one course, newest first; hardly ever more than a few. */
    ofCourse(
      learnerId: LearnerId,
      courseId: CourseId,
      how?: Freshness,
    ): Promise<readonly Kept<Observation>[]>;
    /** Of all her courses, newest first. */
    ofLearner(learnerId: LearnerId): Promise<readonly Kept<Observation>[]>;
    put(observation: Observation, expected: Expected): Write;
  };
  /** Work that learners handed in. */
  submissions: {
    /** Fresh: who marks and who hands in anew decide by it. */
    byId(cohortId: CohortId, id: SubmissionId): Promise<Kept<Submission> | undefined>;
    /** Of all her courses, newest first; perhaps a moment old. */
    ofLearner(learnerId: LearnerId): Promise<readonly Kept<Submission>[]>;
    /** What of a cohort nobody has given its mark yet, oldest first, 50 a page. */
    waiting(cohortId: CohortId, after: After): Promise<Page<Submission>>;
    put(submission: Submission, expected: Expected): Write;
  };
  /** By what people confirm on another's phone. */
  pins: {
    ofLearner(learnerId: LearnerId): Promise<Kept<LearnerPin> | undefined>;
    ofAccount(accountId: AccountId): Promise<Kept<AccountPin> | undefined>;
    putOfLearner(pin: LearnerPin, expected: Expected): Write;
    putOfAccount(pin: AccountPin, expected: Expected): Write;
  };
  flags: {
    byId(organisationId: OrganisationId, id: FlagId): Promise<Kept<Flag> | undefined>;
    /** What nobody has decided yet, oldest first. */
    waiting(organisationId: OrganisationId, after: After): Promise<Page<Flag>>;
    put(flag: Flag, expected: Expected): Write;
  };
  certificates: {
    byId(id: CertificateId): Promise<Kept<Certificate> | undefined>;
    ofLearner(learnerId: LearnerId, after: After): Promise<Page<Certificate>>;
    /** Newest first, 100 a page: all, or those with numbers between two, both included. */
    ofOrganisation(
      organisationId: OrganisationId,
      after: After,
      numbers?: readonly [from: string, to: string],
    ): Promise<Page<Certificate>>;
    /** Those that somebody wants something of, oldest first, 50 a page. Perhaps a moment old. */
    proposed(organisationId: OrganisationId, after: After): Promise<Page<ListedCertificate>>;
    /** Those that end, or have ended, between two moments, the first first; likewise. */
    expiring(
      organisationId: OrganisationId,
      between: readonly [from: string, until: string],
      after: After,
    ): Promise<Page<ListedCertificate>>;
    /** The certificate a learner has for a version of a course. */
    earned(
      learnerId: LearnerId,
      courseId: CourseId,
      version: number,
    ): Promise<Kept<{ certificateId: CertificateId }> | undefined>;
    /** The last number given by an organisation in a year. */
    series(
      organisationId: OrganisationId,
      year: number,
    ): Promise<Kept<{ last: number }> | undefined>;
    /** The mark that an organisation's numbers carry, once it has one. */
    markOf(organisationId: OrganisationId): Promise<string | undefined>;
    isMarkTaken(mark: string): Promise<boolean>;
    /** Nobody else's from now on; stale when somebody was first, or when the organisation has one. */
    reserveMark(organisationId: OrganisationId, mark: string): readonly Write[];
    /** The certificate, its place in the series and its uniqueness: all or none. */
    issue(certificate: Certificate, year: number, last: number, series: Expected): readonly Write[];
    put(certificate: Certificate, expected: number): Write;
    /** The same, and the lists that it stands in follow. */
    change(certificate: Certificate, was: Kept<Certificate>): Write;
    /** Another in its place: it takes the next number and the uniqueness, and the old one says so. All or none. */
    replace(certificate: Certificate, of: Replacing): readonly Write[];
    /** Its signed forms, once there are any. */
    signed(id: CertificateId): Promise<Kept<SignedCertificate> | undefined>;
    /** Signs for good: stale when it was signed already, or when the record is another than was read. */
    sign(signed: SignedCertificate, of: Kept<Certificate>): Write;
  };
  /** What is or will be in the public log. All reads are fresh: an entry that exists decides that there is no second. */
  log: {
    tail(): Promise<Kept<LogTail> | undefined>;
    entry(index: number): Promise<LogRow | undefined>;
    /** The 256 entries of a bundle, or as many as there are, in order: one query. */
    bundle(number: number): Promise<readonly LogRow[]>;
    /** What of a certificate or a key is in it, in order. */
    acts(subject: string): Promise<readonly LoggedAct[]>;
    /** The certificate that was issued in that form. */
    subjectOf(form: string): Promise<string | undefined>;
    /** Moves the tail together with what it moves for: stale when another appended, or when one of these is there already. */
    append(tail: LogTail, expected: Expected, added: readonly Appended[]): Write;
    published(): Promise<Kept<PublishedLog> | undefined>;
    putPublished(published: PublishedLog, expected: Expected): Write;
  };
  /** Issuing to many at once. */
  batches: {
    byId(organisationId: OrganisationId, id: BatchId): Promise<Kept<CertificateBatch> | undefined>;
    /** Newest first, 20 a page. */
    ofOrganisation(organisationId: OrganisationId, after: After): Promise<Page<CertificateBatch>>;
    put(batch: CertificateBatch, expected: Expected): Write;
    /** 50 a page. */
    allRefused(id: BatchId, after: After): Promise<Page<BatchRefusal>>;
    /** Stale when she was named before. */
    putRefused(refusal: BatchRefusal): Write;
  };
  people: {
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
  /** That institutions stand behind each other's certificates. All reads are fresh, and of one side alone. */
  partnerships: {
    /** Asked by it and of it, 50 a page. */
    ofOrganisation(holderId: OrganisationId, after: After): Promise<Page<PartnershipRow>>;
    /** Of one of its own courses: as many at most as a course may have. */
    ofCourse(
      holderId: OrganisationId,
      courseId: CourseId,
    ): Promise<readonly Kept<PartnershipRow>[]>;
    /** What was asked of it for a course of somebody else. */
    behind(
      partnerId: OrganisationId,
      courseId: CourseId,
    ): Promise<Kept<PartnershipRow> | undefined>;
    put(row: PartnershipRow, expected: Expected): Write;
  };
  organisations: {
    byId(id: OrganisationId, how?: Freshness): Promise<Kept<Organisation> | undefined>;
    under(id: OrganisationId, after: After): Promise<Page<Organisation>>;
    create(organisation: Organisation): readonly Write[];
    /** The organisation and its copy beside the one above it, which are always written together. */
    put(organisation: Organisation, expected: number): Write;
  };
  sessions: {
    bySecretHash(hash: string): Promise<Kept<Session> | undefined>;
    ofAccount(accountId: AccountId): Promise<readonly Session[]>;
    /** The sessions of others that carry a learner of this account at this moment. */
    carrying(accountId: AccountId): Promise<readonly Session[]>;
    create(session: Session): Write;
    /** A session whose learners are those that it had. */
    put(session: Session, expected: number): Write;
    /** A session that carries fewer than it did. */
    putWithout(session: Session, former: Session, expected: number): Write;
    remove(session: Session): Write;
  };
  /** Whose private blobs are. */
  holders: {
    /** That what was taken in is hers, whoever else's it may be as well. */
    put(learnerId: LearnerId, hash: Hash): Write;
  };
  /** Who was erased, and what the worker that erases looks for. */
  erasures: {
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
  offers: {
    byCode(codeHash: Hash): Promise<Kept<CredentialOffer> | undefined>;
    put(offer: CredentialOffer, expected: Expected): Write;
    grant(tokenHash: Hash): Promise<Kept<CredentialGrant> | undefined>;
    putGrant(grant: CredentialGrant): Write;
  };
  /** What of the register has no signature. */
  unsigned: {
    /** All of the register, in the order of their numbers, 100 a page. */
    oldestFirst(organisationId: OrganisationId, after: After): Promise<Page<Certificate>>;
    /** Which of these have signed forms; perhaps a moment old. */
    signedAmong(ids: readonly CertificateId[]): Promise<ReadonlySet<CertificateId>>;
  };
  reminders: {
    /** Those of any organisation that end in a month (`2026-11`), between two moments, the first first, 200 a page. Perhaps a moment old. */
    ending(
      month: string,
      between: readonly [from: string, until: string],
      after: After,
    ): Promise<Page<EndingCertificate>>;
    /** Says of the row of an end what people were reminded of: stale when the row is another by now, or gone. */
    putReminded(row: EndingCertificate, expected: number): Write;
    /** What waits for a message, person by person, 200 a page. Perhaps a moment old. */
    toSend(after: After): Promise<Page<Reminder>>;
    /** What somebody was to hear of in the last months, newest first, 100 a page. */
    ofAccount(accountId: AccountId, after: After): Promise<Page<Reminder>>;
    put(reminder: Reminder, expected: Expected): Write;
    /** Whether somebody had her message on the day of this moment. */
    hasMessage(accountId: AccountId, at: string): Promise<boolean>;
    /** Stale when she had one on that day. */
    putMessage(message: ReminderMessage): Write;
    removeMessage(message: ReminderMessage): Write;
  };
  entryTickets: {
    byTicketHash(hash: Hash): Promise<Kept<EntryTicket> | undefined>;
    byCodeHash(hash: Hash): Promise<Kept<EntryTicket> | undefined>;
    create(ticket: EntryTicket): Write;
    put(ticket: EntryTicket, expected: number): Write;
  };
  cards: {
    ofLearner(learnerId: LearnerId): Promise<Kept<Card> | undefined>;
    byCodeHash(hash: Hash): Promise<Kept<Card> | undefined>;
    /** A learner's card in place of her former one, which opens nothing from then on. */
    put(card: Card, former: Kept<Card> | undefined): Write;
    remove(card: Kept<Card>): Write;
  };
  audit: {
    /** The trail between two moments, newest first: `since` included, `until` not. */
    of(
      organisationId: OrganisationId,
      asked: { readonly since?: string | undefined; readonly until?: string | undefined },
      after: After,
    ): Promise<Page<AuditEntry>>;
    put(entry: AuditEntry): Write;
  };
};

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

/** One entry of the log with what makes sure that there is no second: an act of a certificate or a key, and the forms that it names. */
export type Appended = {
  readonly row: LogRow;
  readonly act: LoggedAct;
  readonly forms: readonly string[];
};

/** An account with everything that hangs on it. */
export type Person = {
  readonly account: Kept<Account>;
  readonly memberships: readonly Membership[];
  readonly learners: readonly Learner[];
};
