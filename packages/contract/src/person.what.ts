import * as z from "zod";
import { IntentId, LearnerId, OrganisationId, SessionId } from "./id.ts";
import { what } from "./operation.ts";
import {
  Account,
  AUDIT_ACTIONS,
  AuditEntry,
  Contact,
  Learner,
  Membership,
  Organisation,
  ORGANISATION_KINDS,
  PersonName,
  Session,
} from "./person.ts";
import { ROLES, STAFF_ROLES } from "./role.ts";
import { Instant, LanguageCode, localized, PageToken } from "./text.ts";

const page = z.strictObject({ after: PageToken.optional() });

/** Which lines of the trail: `since` included, `until` not. */
const AuditQuery = page
  .extend({
    since: Instant.optional(),
    until: Instant.optional(),
    action: z.enum(AUDIT_ACTIONS).optional(),
    actorId: AuditEntry.shape.actorId.optional(),
  })
  .refine(({ since, until }) => !since || !until || since < until, {
    path: ["until"],
    message: "before_start",
  });
export type AuditQuery = z.infer<typeof AuditQuery>;
/** A learner as the device shows her. `provenAt` is when she, or whoever vouched for her, last proved herself on it. */
const Profile = Learner.omit({ accountId: true, createdAt: true }).extend({ provenAt: Instant });
export type Profile = z.infer<typeof Profile>;

const Me = z.strictObject({
  /** Contact and name are told only to whom they belong. */
  account: Account.omit({ createdAt: true }),
  /** Whether she proved the account's contact here: then its devices, its profiles and its roles are hers. */
  ownsAccount: z.boolean(),
  learner: Profile.optional(),
  /** All whom this device may act for. */
  learners: z.array(Profile),
  /** Somebody of staff who signed in on this device and whose desk is one tap away. */
  staff: z.strictObject({ name: PersonName }).optional(),
  organisationId: OrganisationId.optional(),
  roles: z.array(z.enum(ROLES)),
  memberships: z.array(
    Membership.pick({ organisationId: true, organisationName: true, roles: true }),
  ),
});
export type Me = z.infer<typeof Me>;

const Device = Session.omit({
  secretHash: true,
  accountId: true,
  scope: true,
  organisationId: true,
  learnerId: true,
  profiles: true,
  leftOut: true,
}).extend({
  current: z.boolean(),
});
export type Device = z.infer<typeof Device>;

export const personWhat = what({
  readMe: { summary: "Who is signed in, with roles and learning profiles", reply: Me },
  chooseLanguage: {
    summary: "The language of messages to this person",
    body: z.strictObject({ language: LanguageCode }),
    reply: z.strictObject({ language: LanguageCode }),
  },
  createLearner: {
    summary: "Make a learning profile of the account",
    body: z.strictObject({
      intentId: IntentId,
      name: PersonName,
      picture: Learner.shape.picture.optional(),
      colour: Learner.shape.colour.optional(),
    }),
    status: 201,
    reply: z.strictObject({ learnerId: LearnerId }),
    refusals: ["account.required", "profile.too_many", "intent.reused"],
  },
  changeLearner: {
    summary:
      "Change a learner's name, picture or colour; her name on certificates already earned stays",
    params: z.strictObject({ learnerId: LearnerId }),
    body: z.strictObject({
      intentId: IntentId,
      name: PersonName,
      picture: Learner.shape.picture,
      colour: Learner.shape.colour,
    }),
    reply: Learner.omit({ accountId: true }),
    refusals: ["not_found", "intent.reused"],
  },
  chooseLearner: {
    summary:
      "Act for another learner of this device; without one, for the account itself, as staff do at their desk",
    body: z.strictObject({ learnerId: LearnerId.optional() }),
    reply: Me,
    refusals: ["not_found"],
  },
  removeProfile: {
    summary: "Take a learner off this device; with the last one the session ends",
    params: z.strictObject({ learnerId: LearnerId }),
    reply: z.strictObject({ left: z.int().nonnegative() }),
    refusals: ["not_found"],
  },
  listSessions: {
    summary: "The devices that are signed in",
    reply: z.strictObject({ devices: z.array(Device) }),
  },
  endSession: {
    summary: "Sign a device out at once",
    params: z.strictObject({ sessionId: SessionId }),
    reply: z.strictObject({ ended: z.literal(true) }),
    refusals: ["not_found"],
  },
  chooseOrganisation: {
    summary: "Act for another organisation of one's own",
    body: z.strictObject({ organisationId: OrganisationId }),
    reply: Me,
    refusals: ["not_found"],
  },
  listOrganisations: {
    summary: "The organisation and those directly under it",
    query: page,
    reply: z.strictObject({ organisations: z.array(Organisation), next: PageToken.optional() }),
  },
  createOrganisation: {
    summary: "Create an organisation under one's own; its creator becomes its first administrator",
    body: z.strictObject({
      intentId: IntentId,
      name: localized(200),
      kind: z.enum(ORGANISATION_KINDS),
    }),
    status: 201,
    reply: Organisation,
    refusals: ["intent.reused"],
  },
  listMembers: {
    summary: "The people with a role in the organisation",
    query: page,
    reply: z.strictObject({ members: z.array(Membership), next: PageToken.optional() }),
  },
  grantMembership: {
    summary: "Give a person roles in the organisation, by e-mail or phone",
    body: z.strictObject({
      intentId: IntentId,
      name: PersonName,
      contact: Contact,
      roles: z.array(z.enum(STAFF_ROLES)).min(1).max(STAFF_ROLES.length),
    }),
    status: 201,
    reply: Membership,
    refusals: ["membership.own", "membership.exists", "intent.reused"],
  },
  listAudit: {
    summary:
      "The organisation's audit trail, newest first; of one person, of one kind of act, between two moments",
    query: AuditQuery,
    reply: z.strictObject({
      entries: z.array(AuditEntry),
      /** With `next` and a filter: everything since this moment was looked at. */
      searchedBackTo: Instant.optional(),
      next: PageToken.optional(),
    }),
  },
});
