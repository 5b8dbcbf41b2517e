import type {
  Certificate,
  CertificateId,
  CourseId,
  LearnerId,
  OrganisationId,
  SignedCertificate,
} from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

/** A certificate as a list names it. */
export type ListedCertificate = { readonly certificateId: CertificateId; readonly at: string };

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

export type CertificateStore = {
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
  series(organisationId: OrganisationId, year: number): Promise<Kept<{ last: number }> | undefined>;
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
