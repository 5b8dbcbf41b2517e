import { learners } from "@twiza/content";
import { Hash } from "@twiza/contract";
import { newIntent } from "../house.ts";
import { ADMIN, TRAINER } from "../landmarks.ts";
import { logged } from "../logged.ts";
import type { Samples, Scene } from "./scene.ts";

const HASH = Hash.parse("5".repeat(64));

const AT = "2026-03-01T08:00:00.000Z";

export const certificatesSamples = ({ at, house, intentId }: Scene) => {
  const { byHand, open, valid, eligible } = at;
  const { store } = house.server.deps;
  /** Nothing is proposed for the certificate, and it is valid: samples are made more than once. */
  const clear = async () => {
    const kept = await store.certificates.byId(valid.id);
    if (!kept) throw new Error("the certificate is gone");
    const { proposal: _, suspension: _suspension, ...value } = kept.value;
    if (kept.value.proposal ?? kept.value.suspension)
      await store.commit([store.certificates.change(value, kept)]);
  };
  /** No batch of the group is running. */
  const settled = async () => {
    const admin = await house.as(ADMIN);
    const { batches } = await admin.do("listBatches", {});
    for (const { id: batchId, state } of batches)
      if (state === "running")
        await admin.do("steerBatch", {
          params: { batchId },
          body: { intentId: newIntent(), do: "stop" },
        });
  };
  const batch = async () => {
    await settled();
    const admin = await house.as(ADMIN);
    const body = { intentId: newIntent(), courseId: open.courseId, cohortId: open.id };
    return admin.do("startBatch", { body });
  };
  return {
    listWallet: () => ({ by: learners.certified.contact, asked: {} }),
    listCertificates: () => ({ by: ADMIN, asked: {} }),
    issueCertificate: () => ({
      by: ADMIN,
      asked: { body: { intentId, cohortId: byHand.id, learnerId: eligible.learnerId } },
    }),
    listExpiring: () => ({ by: ADMIN, asked: {} }),
    listUnsigned: () => ({ by: ADMIN, asked: {} }),
    listProposals: () => ({ by: ADMIN, asked: {} }),
    proposeAct: async () => {
      await clear();
      return {
        by: ADMIN,
        asked: {
          params: { certificateId: valid.id },
          body: { intentId, act: "suspend", reason: "inquiry", note: "A question of her name." },
        },
      };
    },
    decideProposal: async () => {
      await clear();
      const trainer = await house.as(TRAINER);
      const { proposal } = await trainer.do("proposeAct", {
        params: { certificateId: valid.id },
        body: { intentId: newIntent(), act: "suspend", reason: "inquiry" },
      });
      return {
        by: ADMIN,
        asked: {
          params: { certificateId: valid.id },
          body: { intentId, decision: "approve", seenAt: proposal?.at },
        },
      };
    },
    listCandidates: () => ({
      by: ADMIN,
      asked: { params: { courseId: byHand.courseId }, query: { cohortId: byHand.id } },
    }),
    previewCertificate: () => ({
      by: ADMIN,
      asked: { params: { courseId: byHand.courseId, learnerId: eligible.learnerId } },
    }),
    previewPaper: () => ({
      by: ADMIN,
      asked: { params: { courseId: byHand.courseId, learnerId: eligible.learnerId } },
    }),
    listBatches: () => ({ by: ADMIN, asked: {} }),
    startBatch: async () => {
      await settled();
      return {
        by: ADMIN,
        asked: { body: { intentId, courseId: open.courseId, cohortId: open.id } },
      };
    },
    readBatch: async () => ({ by: ADMIN, asked: { params: { batchId: (await batch()).id } } }),
    steerBatch: async () => ({
      by: ADMIN,
      asked: { params: { batchId: (await batch()).id }, body: { intentId, do: "stop" } },
    }),
    verifyCertificate: () => ({ asked: { params: { certificateId: valid.id } } }),
    readIssuers: () => ({ asked: {} }),
    readSigned: () => ({
      by: learners.certified.contact,
      asked: { params: { certificateId: valid.id } },
    }),
    offerCredential: () => ({
      by: learners.certified.contact,
      asked: {
        params: { certificateId: valid.id },
        body: { intentId, codeHash: HASH, pinHash: HASH },
      },
    }),
    showCertificate: () => ({
      by: learners.certified.contact,
      asked: {
        params: { certificateId: valid.id },
        body: { intentId, shows: "whole", wishedAt: AT, sentAt: AT },
      },
    }),
    readKeys: () => ({ asked: {} }),
    readLogProof: async () => ({ asked: { params: { form: (await logged(house)).forms[0] } } }),
  } satisfies Samples;
};
