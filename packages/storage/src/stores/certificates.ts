import {
  Certificate,
  type CertificateId,
  CertificateId as CertificateIdSchema,
  type CourseId,
  type LearnerId,
  type OrganisationId,
  REMINDED_DAYS,
  SignedCertificate,
} from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine, Op } from "../engine/engine.ts";
import { type Expected, entity, type Kept } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

export const certificate = entity({
  name: "certificate",
  table: tables.certificates,
  schema: Certificate,
  format: 1,
  key: ({ id }: { id: CertificateId }) => ({ pk: `CERTIFICATE#${id}`, sk: "CERTIFICATE" }),
  indexes: {
    byLearner: ({ learnerId, issuedAt }) => ({ pk: `LEARNER#${learnerId}`, sk: issuedAt }),
    byOrganisation: ({ organisationId, number }) => ({ pk: `ORG#${organisationId}`, sk: number }),
  },
});

export const signed = entity({
  name: "signed-certificate",
  table: tables.certificates,
  schema: SignedCertificate,
  format: 1,
  key: ({ certificateId }: { certificateId: CertificateId }) => ({
    pk: `CERTIFICATE#${certificateId}`,
    sk: "SIGNED",
  }),
});

type Earned = { learnerId: LearnerId; courseId: CourseId; version: number };
/** The one certificate for a learner and a version of a course: its key is the uniqueness. */
const earned = entity({
  name: "earned-certificate",
  table: tables.certificates,
  schema: z.strictObject({
    learnerId: Certificate.shape.learnerId,
    courseId: Certificate.shape.courseId,
    version: z.int(),
    certificateId: CertificateIdSchema,
  }),
  format: 1,
  key: ({ learnerId, courseId, version }: Earned) => ({
    pk: `EARNED#${learnerId}#${courseId}`,
    sk: `VERSION#${version}`,
  }),
});

/** The last number of an organisation in a year; moved only together with the certificate that takes the next. */
const series = entity({
  name: "certificate-series",
  table: tables.certificates,
  schema: z.strictObject({
    organisationId: Certificate.shape.organisationId,
    year: z.int(),
    last: z.int(),
  }),
  format: 1,
  key: ({ organisationId, year }: { organisationId: OrganisationId; year: number }) => ({
    pk: `SERIES#${organisationId}`,
    sk: String(year),
  }),
});

const Mark = z.strictObject({
  organisationId: Certificate.shape.organisationId,
  mark: z.string().regex(/^[0-9a-f]{6}$/),
});
/** Whose mark it is: its key is the uniqueness. */
const markOwner = entity({
  name: "certificate-mark",
  table: tables.certificates,
  schema: Mark,
  format: 1,
  key: ({ mark }: { mark: string }) => ({ pk: `MARK#${mark}`, sk: "MARK" }),
});
/** The same from the other side, beside the organisation's series. */
const ownMark = entity({
  name: "organisation-mark",
  table: tables.certificates,
  schema: Mark,
  format: 1,
  key: ({ organisationId }: { organisationId: OrganisationId }) => ({
    pk: `SERIES#${organisationId}`,
    sk: "MARK",
  }),
});

const Listed = z.strictObject({
  organisationId: Certificate.shape.organisationId,
  certificateId: CertificateIdSchema,
  at: Certificate.shape.issuedAt,
});
type Listed = z.infer<typeof Listed>;
/** What waits for a second person; it goes with the proposal. */
const proposed = entity({
  name: "certificate-proposal",
  table: tables.certificates,
  schema: Listed,
  format: 1,
  key: ({ organisationId, at, certificateId }: Listed) => ({
    pk: `PROPOSED#${organisationId}`,
    sk: `AT#${at}#${certificateId}`,
  }),
});
/**
 * When it ends, and what of it people were reminded of; it goes when the certificate holds no more. What ends in a month, whoever issued
 * it, is found by the index: a name of its own would be another index, and a deployment makes no more than one.
 */
export const expiring = entity({
  name: "certificate-expiry",
  table: tables.certificates,
  schema: Listed.extend({ reminded: z.literal(REMINDED_DAYS).optional() }),
  format: 1,
  indexes: {
    byOrganisation: ({ at, certificateId }) => ({
      pk: `ENDS#${at.slice(0, 7)}`,
      sk: `${at}#${certificateId}`,
    }),
  },
  key: ({ organisationId, at, certificateId }: Listed) => ({
    pk: `EXPIRING#${organisationId}`,
    sk: `AT#${at}#${certificateId}`,
  }),
});

const proposalOf = ({ organisationId, id, proposal }: Certificate): Listed | undefined =>
  proposal && { organisationId, certificateId: id, at: proposal.at };
const expiryOf = ({ organisationId, id, expiresAt, revocation, erasedAt }: Certificate) =>
  expiresAt !== undefined && !revocation && erasedAt === undefined
    ? { organisationId, certificateId: id, at: expiresAt }
    : undefined;

/** What a list has to be told when a certificate changes. Lists are held by the certificate's own revision. */
function moved(
  list: Pick<typeof proposed, "put" | "remove">,
  was: Listed | undefined,
  is: Listed | undefined,
): readonly Op[] {
  if (was?.at === is?.at) return [];
  return [
    ...(was ? [list.remove(was, { expected: "any" })] : []),
    ...(is ? [list.put(is, { expected: "absent" })] : []),
  ];
}

/** A certificate that was read, as it is to be kept, and the lists that it stands in. */
export const changed = (value: Certificate, was: Kept<Certificate>): readonly Op[] => [
  certificate.put(value, { expected: was.revision }),
  ...moved(proposed, proposalOf(was.value), proposalOf(value)),
  ...moved(expiring, expiryOf(was.value), expiryOf(value)),
];

/** A new one, with its place in the series. */
const begun = (
  value: Certificate,
  of: { year: number; last: number; series: Expected; earned: Expected },
): readonly Op[] => {
  const { id: certificateId, learnerId, courseId, courseVersion: version } = value;
  const { organisationId } = value;
  const { year, last } = of;
  return [
    series.put({ organisationId, year, last }, { expected: of.series }),
    earned.put({ learnerId, courseId, version, certificateId }, { expected: of.earned }),
    certificate.put(value, { expected: "absent" }),
    ...moved(expiring, undefined, expiryOf(value)),
  ];
};

export const certificateStore = (engine: Engine, write: Writer): Store["certificates"] => ({
  byId: (id) => certificate.get(engine, { id }, { consistent: true }),
  ofLearner: async (learnerId, after) =>
    page(
      await certificate.query(engine, {
        index: "byLearner",
        pk: `LEARNER#${learnerId}`,
        descending: true,
        after,
      }),
    ),
  ofOrganisation: async (organisationId, after, numbers) =>
    page(
      await certificate.query(engine, {
        index: "byOrganisation",
        pk: `ORG#${organisationId}`,
        ...(numbers ? { sk: { between: numbers } } : {}),
        descending: true,
        limit: 100,
        after,
      }),
    ),
  proposed: async (organisationId, after) =>
    page(await proposed.query(engine, { pk: `PROPOSED#${organisationId}`, limit: 50, after })),
  expiring: async (organisationId, [from, until], after) =>
    page(
      await expiring.query(engine, {
        pk: `EXPIRING#${organisationId}`,
        sk: { between: [`AT#${from}`, `AT#${until}`] },
        limit: 50,
        after,
      }),
    ),
  earned: (learnerId, courseId, version) =>
    earned.get(engine, { learnerId, courseId, version }, { consistent: true }),
  series: (organisationId, year) =>
    series.get(engine, { organisationId, year }, { consistent: true }),
  markOf: async (organisationId) =>
    (await ownMark.get(engine, { organisationId }, { consistent: true }))?.value.mark,
  isMarkTaken: async (mark) =>
    (await markOwner.get(engine, { mark }, { consistent: true })) !== undefined,
  reserveMark: (organisationId, mark) => [
    write(
      markOwner.put({ organisationId, mark }, { expected: "absent" }),
      ownMark.put({ organisationId, mark }, { expected: "absent" }),
    ),
  ],
  issue: (value, year, last, expected) => [
    write(...begun(value, { year, last, series: expected, earned: "absent" })),
  ],
  put: (value, expected) => write(certificate.put(value, { expected })),
  change: (value, was) => write(...changed(value, was)),
  replace: (value, { old, was, ...of }) => [
    write(...begun(value, of)),
    write(...changed(old, was)),
  ],
  signed: (certificateId) => signed.get(engine, { certificateId }, { consistent: true }),
  sign: (value, { value: { id }, revision }) =>
    write(
      signed.put(value, { expected: "absent" }),
      certificate.check({ id }, { expected: revision }),
    ),
});
