import {
  Account,
  type AccountId,
  AccountId as AccountIdSchema,
  AuditEntry,
  Contact,
  Learner,
  type LearnerId,
  lookOf,
  Membership,
  Organisation,
  type OrganisationId,
  OrganisationId as OrganisationIdSchema,
} from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine, Value } from "../engine/engine.ts";
import { entity, type Expected } from "../entity.ts";
import { tables } from "../tables.ts";
import { anyhow, page, type Writer } from "./write.ts";

export const account = entity({
  name: "account",
  table: tables.people,
  schema: Account,
  format: 1,
  key: ({ id }: { id: AccountId }) => ({ pk: `ACCOUNT#${id}`, sk: "ACCOUNT" }),
});

/** Which account a contact belongs to: its key is the uniqueness. */
export const contactOwner = entity({
  name: "contact-owner",
  table: tables.people,
  schema: z.strictObject({ contact: Contact, accountId: AccountIdSchema }),
  format: 1,
  key: ({ contact }: { contact: Contact }) => ({ pk: `CONTACT#${contact}`, sk: "CONTACT" }),
});

/** Which account an identity of an issuer signs in to. */
const subjectOwner = entity({
  name: "subject-owner",
  table: tables.people,
  schema: z.strictObject({ issuer: z.string(), subject: z.string(), accountId: AccountIdSchema }),
  format: 1,
  key: ({ issuer, subject }: { issuer: string; subject: string }) => ({
    pk: `SUBJECT#${issuer}#${subject}`,
    sk: "SUBJECT",
  }),
  // So that they are found when the account goes; none of them is a session.
  indexes: {
    sessionsOfAccount: ({ accountId, issuer, subject }) => ({
      pk: `SUBJECTS#${accountId}`,
      sk: `${issuer}#${subject}`,
    }),
  },
});

const membership = entity({
  name: "membership",
  table: tables.people,
  schema: Membership,
  format: 1,
  key: ({
    accountId,
    organisationId,
  }: {
    accountId: AccountId;
    organisationId: OrganisationId;
  }) => ({
    pk: `ACCOUNT#${accountId}`,
    sk: `MEMBER#${organisationId}`,
  }),
  indexes: {
    byOrganisation: ({ organisationId, accountId }) => ({
      pk: `ORG#${organisationId}`,
      sk: accountId,
    }),
  },
});

/** Learners had no look of their own in format 1. */
const withLook = (data: Value): Value => {
  const former = FormerLearner.parse(data);
  return { ...former, ...lookOf(former.id) };
};
const FormerLearner = Learner.omit({ picture: true, colour: true, hasPin: true });

/** The learner as such, in the learners' own table. Format 3 may say that she has a PIN. */
export const learner = entity({
  name: "learner",
  table: tables.learners,
  schema: Learner,
  format: 3,
  upcasts: { 1: withLook, 2: (data) => data },
  key: ({ id }: { id: LearnerId }) => ({ pk: `LEARNER#${id}`, sk: "LEARNER" }),
});

/** The learner again beside her account, so that one query tells who a person is. */
export const profile = entity({
  name: "profile",
  table: tables.people,
  schema: Learner,
  format: 3,
  upcasts: { 1: withLook, 2: (data) => data },
  key: ({ accountId, id }: { accountId: AccountId; id: LearnerId }) => ({
    pk: `ACCOUNT#${accountId}`,
    sk: `PROFILE#${id}`,
  }),
});

/** Format 2 may ask for a second person's approval; what was written before does not. */
const organisation = entity({
  name: "organisation",
  table: tables.people,
  schema: Organisation,
  format: 2,
  upcasts: { 1: (data) => data },
  key: ({ id }: { id: OrganisationId }) => ({ pk: `ORG#${id}`, sk: "ORGANISATION" }),
});

/** A child beside its parent. */
const childOrganisation = entity({
  name: "child-organisation",
  table: tables.people,
  schema: Organisation.extend({ parentId: OrganisationIdSchema }),
  format: 2,
  upcasts: { 1: (data) => data },
  key: ({ parentId, id }: { parentId: OrganisationId; id: OrganisationId }) => ({
    pk: `ORG#${parentId}`,
    sk: `CHILD#${id}`,
  }),
});

const auditEntry = entity({
  name: "audit-entry",
  table: tables.people,
  schema: AuditEntry,
  format: 2,
  upcasts: { 1: (data) => data },
  key: ({
    organisationId,
    at,
    id,
  }: {
    organisationId: OrganisationId;
    at: string;
    id: string;
  }) => ({
    pk: `AUDIT#${organisationId}`,
    sk: `${at}#${id}`,
  }),
});

export const peopleStore = (engine: Engine, write: Writer): Store["people"] => ({
  account: (id) => account.get(engine, { id }, { consistent: true }),
  person: async (id, how) => {
    const { items } = await engine.query(tables.people.name, {
      pk: `ACCOUNT#${id}`,
      consistent: how?.fresh,
    });
    const own = items.find((item) => item.sk === "ACCOUNT");
    if (!own) return undefined;
    return {
      account: account.read(own),
      memberships: items
        .filter((item) => item.sk.startsWith("MEMBER#"))
        .map((item) => membership.read(item).value),
      learners: items
        .filter((item) => item.sk.startsWith("PROFILE#"))
        .map((item) => profile.read(item).value),
    };
  },
  byContact: async (contact) =>
    (await contactOwner.get(engine, { contact }, { consistent: true }))?.value.accountId,
  bySubject: async (issuer, subject) =>
    (await subjectOwner.get(engine, { issuer, subject }, { consistent: true }))?.value.accountId,
  create: (value) => [
    write(
      account.put(value, { expected: "absent" }),
      ...(value.contact === undefined
        ? []
        : [
            contactOwner.put(
              { contact: value.contact, accountId: value.id },
              { expected: "absent" },
            ),
          ]),
    ),
  ],
  putAccount: (value, expected) => write(account.put(value, { expected })),
  linkSubject: (issuer, subject, accountId, how) => {
    const put = subjectOwner.put({ issuer, subject, accountId }, { expected: "absent" });
    return write(how?.anew ? anyhow(put) : put);
  },
  learner: (id) => learner.get(engine, { id }, { consistent: true }),
  createLearner: (value) => [
    write(learner.put(value, { expected: "absent" }), profile.put(value, { expected: "absent" })),
  ],
  changeLearner: (value, expected) =>
    write(learner.put(value, { expected }), profile.put(value, { expected })),
  putMembership: (value, expected) => write(membership.put(value, { expected })),
  membership: (accountId, organisationId) =>
    membership.get(engine, { accountId, organisationId }, { consistent: true }),
  members: async (organisationId, after) =>
    page(
      await membership.query(engine, {
        index: "byOrganisation",
        pk: `ORG#${organisationId}`,
        limit: 200,
        after,
      }),
    ),
});

/** An organisation and its copy beside the one above it. */
const organisationOps = (value: Organisation, expected: Expected) => [
  organisation.put(value, { expected }),
  ...(value.parentId
    ? [childOrganisation.put({ ...value, parentId: value.parentId }, { expected })]
    : []),
];

export const organisationStore = (engine: Engine, write: Writer): Store["organisations"] => ({
  byId: (id, how) => organisation.get(engine, { id }, { consistent: how?.fresh }),
  under: async (id, after) =>
    page(
      await childOrganisation.query(engine, {
        pk: `ORG#${id}`,
        sk: { beginsWith: "CHILD#" },
        limit: 200,
        after,
      }),
    ),
  create: (value) => [write(...organisationOps(value, "absent"))],
  put: (value, expected) => write(...organisationOps(value, expected)),
});

/** A line's key is its moment and then more, so that it never equals a bound: one at `until` lies after it. */
const between = (since?: string, until?: string) => {
  if (since && until) return { between: [since, until] as const };
  return since ? { from: since } : until ? { to: until } : undefined;
};

export const auditStore = (engine: Engine, write: Writer): Store["audit"] => ({
  of: async (organisationId, { since, until }, after) =>
    page(
      await auditEntry.query(engine, {
        pk: `AUDIT#${organisationId}`,
        sk: between(since, until),
        descending: true,
        limit: 100,
        after,
      }),
    ),
  put: (value) => write(auditEntry.put(value, { expected: "absent" })),
});
