import { learners } from "@twiza/content";
import { ADMIN } from "../landmarks.ts";
import type { Samples, Scene } from "./scene.ts";

export const certificatesSamples = ({ at, intentId }: Scene) => {
  const { byHand, valid, eligible } = at;
  return {
    listWallet: () => ({ by: learners.certified.contact, asked: {} }),
    listCertificates: () => ({ by: ADMIN, asked: {} }),
    issueCertificate: () => ({
      by: ADMIN,
      asked: { body: { intentId, cohortId: byHand.id, learnerId: eligible.learnerId } },
    }),
    revokeCertificate: () => ({
      by: ADMIN,
      asked: {
        params: { certificateId: valid.id },
        body: { intentId, reason: "error", note: "Wrong name." },
      },
    }),
    verifyCertificate: () => ({ asked: { params: { certificateId: valid.id } } }),
    readKeys: () => ({ asked: {} }),
  } satisfies Samples;
};
