import * as z from "zod";
import { AccountId, CourseId, LearnerId, OrganisationId, SessionId } from "./id.ts";
import { MOST_PROFILES, PROFILE_COLOURS, PROFILE_PICTURES } from "./profile.ts";
import { STAFF_ROLES } from "./role.ts";
import { Instant, isWritten, LanguageCode, localized, OtherLanguages, text } from "./text.ts";

/** A name as its bearer writes it, in whatever script. */
export const PersonName = text(120);

/** A telephone number as E.164: `+212612345678`. */
export const Phone = z.string().regex(/^\+[1-9][0-9]{7,14}$/);

/**
 * An e-mail address in lower case, or a telephone number as E.164 (`+212612345678`). Capitals are lowered, as at signing in:
 * otherwise who was enrolled as `Fatima@…` would never find her account. No character that RFC 5322 gives a meaning to.
 */
export const Contact = z.union([
  z
    .string()
    .max(254)
    .toLowerCase()
    .regex(/^[^\s@"<>()[\]:;,\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    .refine(isWritten, { message: "control_characters" }),
  Phone,
]);
export type Contact = z.infer<typeof Contact>;

/**
 * A person's account: how she signs in. What she learns belongs to a learner, not to it. One without a contact is of somebody
 * who has neither phone nor e-mail: a trainer lets her in, or her card does.
 */
export const Account = z.strictObject({
  id: AccountId,
  contact: Contact.optional(),
  name: PersonName.optional(),
  language: LanguageCode,
  createdAt: Instant,
});
export type Account = z.infer<typeof Account>;

/** A learning profile. One account may hold several, on a shared phone; picture and colour tell them apart at a glance. */
export const Learner = z.strictObject({
  id: LearnerId,
  accountId: AccountId,
  name: PersonName,
  picture: z.enum(PROFILE_PICTURES),
  colour: z.enum(PROFILE_COLOURS),
  createdAt: Instant,
  /** She has chosen a PIN, by which she confirms on another's phone. */
  hasPin: z.literal(true).optional(),
});
export type Learner = z.infer<typeof Learner>;

export const ORGANISATION_KINDS = ["institution", "union", "cooperative"] as const;
export const Organisation = z.strictObject({
  id: OrganisationId,
  parentId: OrganisationId.optional(),
  kind: z.enum(ORGANISATION_KINDS),
  name: localized(200),
  /** A second person approves before a course of it is published. */
  approval: z.literal(true).optional(),
  /** Those beside ours that its courses may be written in. */
  languages: OtherLanguages.optional(),
  createdAt: Instant,
});
export type Organisation = z.infer<typeof Organisation>;

/** The roles of a person in an organisation. */
export const Membership = z.strictObject({
  accountId: AccountId,
  organisationId: OrganisationId,
  organisationName: localized(200),
  name: PersonName,
  contact: Contact,
  roles: z.array(z.enum(STAFF_ROLES)).min(1).max(STAFF_ROLES.length),
  grantedAt: Instant,
  grantedBy: AccountId.optional(),
});
export type Membership = z.infer<typeof Membership>;

/** A learner on a device, and the moment when she, or whoever vouched for her, proved there that it is she. */
export const ProvenProfile = z.strictObject({
  learnerId: LearnerId,
  accountId: AccountId,
  provenAt: Instant,
});
export type ProvenProfile = z.infer<typeof ProvenProfile>;

/**
 * A signed-in device. Kept under the hash of its cookie, so that reading the table signs nobody in. `account`: somebody proved
 * the contact of `accountId` here, and all that is this account's is hers to act for; beside it stand those carried. `learner`:
 * nothing but the profiles, each with the learner's role alone.
 */
export const Session = z.strictObject({
  id: SessionId,
  secretHash: z.string(),
  accountId: AccountId,
  scope: z.enum(["account", "learner"]),
  organisationId: OrganisationId.optional(),
  /** Whom it acts for; an account's first learner until somebody chooses. */
  learnerId: LearnerId.optional(),
  profiles: z.array(ProvenProfile).max(MOST_PROFILES),
  /** Learners of the account itself that were taken off this device. */
  leftOut: z.array(LearnerId),
  device: z.string().max(200),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;

export const AUDIT_ACTIONS = [
  "organisation.created",
  "organisation.approval_required",
  "organisation.approval_dropped",
  "organisation.language_added",
  "organisation.language_removed",
  "membership.granted",
  "cohort.created",
  "cohort.changed",
  "learner.enrolled",
  "learner.vouched",
  "learner.moved",
  "learner.allowed",
  "grade.changed",
  "card.made",
  "card.ended",
  "course.edited",
  "course.published",
  "course.restored",
  "course.review_asked",
  "course.approved",
  "course.changes_asked",
  "course.created",
  "course.owner_added",
  "course.owner_removed",
  "framework.changed",
  "framework.removed",
  "media.removed",
  "media.restored",
  "media.replaced",
  "flag.decided",
  "observation.recorded",
  "observation.confirmed",
  "observation.disputed",
  "work.marked",
  "work.settled",
  "pin.set",
  "learner.erased",
  "item.corrected",
  "regrade.stopped",
  "regrade.resumed",
  "certificate.issued",
  "certificate.revoked",
  "certificate.proposed",
  "certificate.turned_down",
  "certificate.suspended",
  "certificate.reinstated",
  "certificate.reissued",
  "certificate.renewed",
  "batch.started",
  "batch.stopped",
  "batch.resumed",
  "design.changed",
  "design.removed",
  "design.restored",
  "partnership.asked",
  "partnership.accepted",
  "partnership.declined",
  "partnership.ended",
] as const;
/** One line of an organisation's audit trail: who did what to whom. Written in the transaction of the act itself; nothing edits or deletes it. */
export const AuditEntry = z.strictObject({
  id: z.string(),
  organisationId: OrganisationId,
  at: Instant,
  actorId: z.union([AccountId, z.literal("system")]),
  actorName: z.string().max(200),
  action: z.enum(AUDIT_ACTIONS),
  subjectId: z.string().max(100),
  subjectName: z.string().max(300),
  note: z.string().max(500).optional(),
  /** Whose results it touches, and of which course: the way from the line to the thing. Lines of before it was written have none. */
  about: z.strictObject({ learnerId: LearnerId, courseId: CourseId }).optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
