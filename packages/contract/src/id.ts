import * as z from "zod";

/** Prefix of each kind of id: an id says what it names wherever it turns up. */
export const ID_PREFIXES = {
  account: "acc",
  learner: "lrn",
  organisation: "org",
  course: "crs",
  module: "mod",
  lesson: "les",
  block: "blk",
  item: "itm",
  cohort: "coh",
  attempt: "att",
  certificate: "crt",
  session: "ses",
  entry: "aud",
  flag: "flg",
  media: "med",
  comment: "cmt",
  checklist: "chk",
  observation: "obs",
  framework: "frw",
  competency: "cmp",
  assignment: "asg",
  submission: "sub",
  batch: "bat",
  design: "dsg",
  erasure: "ers",
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

const idOf = <K extends IdKind>(kind: K) =>
  z
    .string()
    .regex(new RegExp(`^${ID_PREFIXES[kind]}_[0-9a-f]{32}$`))
    .brand<K>();

export const AccountId = idOf("account");
export const LearnerId = idOf("learner");
export const OrganisationId = idOf("organisation");
export const CourseId = idOf("course");
export const ModuleId = idOf("module");
export const LessonId = idOf("lesson");
export const ItemId = idOf("item");
export const CohortId = idOf("cohort");
export const AttemptId = idOf("attempt");
export const CertificateId = idOf("certificate");
export const SessionId = idOf("session");
export const EntryId = idOf("entry");
export const FlagId = idOf("flag");
export const MediaId = idOf("media");
export const CommentId = idOf("comment");
export const ChecklistId = idOf("checklist");
export const ObservationId = idOf("observation");
export const FrameworkId = idOf("framework");
export const CompetencyId = idOf("competency");
export const AssignmentId = idOf("assignment");
export const SubmissionId = idOf("submission");
export const BatchId = idOf("batch");
export const DesignId = idOf("design");
export const ErasureId = idOf("erasure");

export type AccountId = z.infer<typeof AccountId>;
export type LearnerId = z.infer<typeof LearnerId>;
export type OrganisationId = z.infer<typeof OrganisationId>;
export type CourseId = z.infer<typeof CourseId>;
export type ModuleId = z.infer<typeof ModuleId>;
export type LessonId = z.infer<typeof LessonId>;
export type ItemId = z.infer<typeof ItemId>;
export type CohortId = z.infer<typeof CohortId>;
export type AttemptId = z.infer<typeof AttemptId>;
export type CertificateId = z.infer<typeof CertificateId>;
export type SessionId = z.infer<typeof SessionId>;
export type EntryId = z.infer<typeof EntryId>;
export type FlagId = z.infer<typeof FlagId>;
export type MediaId = z.infer<typeof MediaId>;
export type CommentId = z.infer<typeof CommentId>;
export type ChecklistId = z.infer<typeof ChecklistId>;
export type ObservationId = z.infer<typeof ObservationId>;
export type FrameworkId = z.infer<typeof FrameworkId>;
export type CompetencyId = z.infer<typeof CompetencyId>;
export type AssignmentId = z.infer<typeof AssignmentId>;
export type SubmissionId = z.infer<typeof SubmissionId>;
export type BatchId = z.infer<typeof BatchId>;
export type DesignId = z.infer<typeof DesignId>;
export type ErasureId = z.infer<typeof ErasureId>;

/** The branded id of a kind: `Id<"course">` is `CourseId`. */
export type Id<K extends IdKind> = string & z.$brand<K>;

/** One thing a client asks for, named by the client for ever: a UUIDv7 (RFC 9562). */
export const IntentId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .brand<"intent">();
export type IntentId = z.infer<typeof IntentId>;

/** SHA-256 of a blob's bytes in lower-case hex; also its name. */
export const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<"hash">();
export type Hash = z.infer<typeof Hash>;
