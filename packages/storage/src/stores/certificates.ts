import {
  Certificate,
  type CertificateId,
  CertificateId as CertificateIdSchema,
  type CourseId,
  type LearnerId,
  type OrganisationId,
} from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

const certificate = entity({
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
  ofOrganisation: async (organisationId, after) =>
    page(
      await certificate.query(engine, {
        index: "byOrganisation",
        pk: `ORG#${organisationId}`,
        descending: true,
        limit: 100,
        after,
      }),
    ),
  earned: async (learnerId, courseId, version) =>
    (await earned.get(engine, { learnerId, courseId, version }, { consistent: true }))?.value
      .certificateId,
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
  issue: (value, year, last, expected) => {
    const {
      id: certificateId,
      learnerId,
      courseId,
      courseVersion: version,
      organisationId,
    } = value;
    return [
      write(
        series.put({ organisationId, year, last }, { expected }),
        earned.put({ learnerId, courseId, version, certificateId }, { expected: "absent" }),
        certificate.put(value, { expected: "absent" }),
      ),
    ];
  },
  put: (value, expected) => write(certificate.put(value, { expected })),
});
