import type { DraftAssignment } from "@twiza/contract";
import { found } from "@twiza/core";
import {
  assignmentOf,
  type Handing,
  markOf,
  newAssignmentId,
  openHanding,
  proofBy,
  putAssignment,
  workFor,
} from "../handing.ts";
import type { House } from "../house.ts";
import { TRAINER } from "../landmarks.ts";
import { post, somePng } from "../pictures.ts";
import type { Samples, Scene } from "./scene.ts";

/** Whose work is marked: nobody of the seed, whose lists other samples count. */
const ITTO = "itto.hands@example.org";
type Opened = Handing & { readonly label: DraftAssignment; readonly twice: DraftAssignment };
const opened = new WeakMap<House, Promise<Opened>>();

async function open(house: House): Promise<Opened> {
  const label = assignmentOf("Une étiquette", { triesAllowed: 10 });
  const twice = assignmentOf("Un prix", { triesAllowed: 10, second: { apart: 0 } });
  return { ...(await openHanding(house, [ITTO], [label, twice])), label, twice };
}

/** One course with assignments for all samples of a house. */
function handing(house: House): Promise<Opened> {
  const known = opened.get(house) ?? open(house);
  opened.set(house, known);
  return known;
}

export const handingSamples = ({ house, intentId, ofCourse }: Scene) => {
  const submitted = async (of: "label" | "twice" = "label") => {
    const at = await handing(house);
    const learner = await house.as(ITTO);
    const learnerId = found(at.learners.get(ITTO));
    const { intentId: piece, proof } = await proofBy(house, learner, {
      ...{ type: "image/png", bytes: somePng(), learnerId },
    });
    const body = workFor(at[of].id, { proofs: [piece], learnerId });
    await learner.do("submitWork", { params: { courseId: at.courseId }, body });
    return { ...at, learnerId, proof, params: { cohortId: at.cohortId, submissionId: body.id } };
  };
  /** Posted, not taken. */
  const posted = async () => {
    await handing(house);
    const bytes = somePng();
    const asked = { body: { intentId, type: "image/png" as const, bytes: bytes.length } };
    const { fields } = await (await house.as(ITTO)).do("grantProof", asked);
    await post(house, fields, { bytes });
    return asked;
  };
  return {
    readAssignments: () => ({ by: TRAINER, asked: ofCourse }),
    saveAssignment: () => {
      const assignment = assignmentOf("Expliquer");
      const params = { ...ofCourse.params, assignmentId: assignment.id };
      const body = { intentId, assignment, after: newAssignmentId() };
      return { by: TRAINER, asked: { params, body } };
    },
    arrangeAssignments: async () => {
      const assignment = assignmentOf("Vendre");
      await putAssignment(await house.as(TRAINER), ofCourse.params.courseId, assignment);
      const commands = [{ do: "remove", id: assignment.id }];
      return { by: TRAINER, asked: { ...ofCourse, body: { intentId, commands } } };
    },
    grantProof: async () => ({ by: ITTO, asked: await posted() }),
    takeProof: async () => {
      await posted();
      return { by: ITTO, asked: { body: { intentId, name: "prix.png" } } };
    },
    submitWork: async () => {
      const { courseId, label } = await handing(house);
      const piece = await proofBy(house, await house.as(ITTO));
      const body = workFor(label.id, { intentId, proofs: [piece.intentId] });
      return { by: ITTO, asked: { params: { courseId }, body } };
    },
    listOwnSubmissions: async () => {
      const { courseId } = await submitted();
      return { by: ITTO, asked: { params: { courseId } } };
    },
    listSubmissions: async () => {
      const { cohortId } = await submitted();
      return { by: TRAINER, asked: { params: { cohortId } } };
    },
    listLearnerSubmissions: async () => {
      const { cohortId, learnerId } = await submitted();
      return { by: TRAINER, asked: { params: { cohortId, learnerId } } };
    },
    readSubmission: async () => {
      const { params } = await submitted();
      return { by: TRAINER, asked: { params } };
    },
    markSubmission: async () => {
      const { params } = await submitted();
      return {
        by: TRAINER,
        asked: { params, body: { ...markOf(2, 1, { words: "Bien." }), intentId } },
      };
    },
    settleSubmission: async () => {
      const { params, trainer, second } = await submitted("twice");
      await trainer.do("markSubmission", { params, body: markOf(0, 0) });
      await second.do("markSubmission", { params, body: markOf(2, 1, { seen: 1 }) });
      const body = { ...markOf(1, 1, { seen: 2 }), intentId, reason: "Les heures manquent." };
      return { by: "administrator@example.org", asked: { params, body } };
    },
    readProof: async () => {
      const { params, proof } = await submitted();
      return { by: ITTO, asked: { params: { ...params, hash: proof.hash } } };
    },
  } satisfies Samples;
};
