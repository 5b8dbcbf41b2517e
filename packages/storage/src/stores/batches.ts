import {
  type BatchId,
  BatchRefusal,
  CertificateBatch,
  type LearnerId,
  type OrganisationId,
} from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

/**
 * Issuing to many at once; its change is what its next step follows from. It lies with the courses, whose feed has one reader: that of
 * certificates has two already, and no shard serves a third well.
 */
export const certificateBatch = entity({
  name: "certificate-batch",
  table: tables.courses,
  schema: CertificateBatch,
  format: 1,
  key: ({ organisationId, id }: { organisationId: OrganisationId; id: BatchId }) => ({
    pk: `BATCHES#${organisationId}`,
    sk: `BATCH#${id}`,
  }),
});

const refusal = entity({
  name: "batch-refusal",
  table: tables.courses,
  schema: BatchRefusal,
  format: 1,
  key: ({ batchId, learnerId }: { batchId: BatchId; learnerId: LearnerId }) => ({
    pk: `BATCH#${batchId}`,
    sk: `REFUSED#${learnerId}`,
  }),
});

export const batchStore = (engine: Engine, write: Writer): Store["batches"] => ({
  byId: (organisationId, id) =>
    certificateBatch.get(engine, { organisationId, id }, { consistent: true }),
  ofOrganisation: async (organisationId, after) => {
    const pk = `BATCHES#${organisationId}`;
    return page(
      await certificateBatch.query(engine, {
        ...{ pk, descending: true, limit: 20, after },
        consistent: true,
      }),
    );
  },
  put: (value, expected) => write(certificateBatch.put(value, { expected })),
  allRefused: async (batchId, after) =>
    page(await refusal.query(engine, { pk: `BATCH#${batchId}`, limit: 50, after })),
  putRefused: (value) => write(refusal.put(value, { expected: "absent" })),
});
