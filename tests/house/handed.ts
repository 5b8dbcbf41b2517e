import type { CourseId, LearnerId } from "@twiza/contract";
import { learners } from "@twiza/content";
import {
  assignmentOf,
  type Handing,
  learnerIn,
  markOf,
  openHanding,
  proofBy,
  workFor,
} from "./handing.ts";
import { type House, newIntent } from "./house.ts";
import { someSound } from "./videos.ts";

const NEW = "mina@example.org";
const WRITING = "kella@example.org";
const WAITING = "tuda@example.org";
const MARKED = "zahra@example.org";
const SETTLED = "fadma@example.org";

/** She takes the course, and is in no group of it. */
const NO_GROUP = learners.certified.contact;

const TEXT =
  "Mon étiquette dit : huile d’argan, 250 ml, 180 DH.\nJ’ai compté les noix, la bouteille et le transport.";

/** A group that hands work in: of one learner it waits, of one it was marked with notes to its places, of one two differed over it. */
export async function handedAt(house: House) {
  const title = "L’étiquette et le prix d’un produit";
  const takes = ["text", "photo", "voice", "video", "file"];
  const one = assignmentOf(title, { takes });
  const two = assignmentOf("Le prix, regardé par deux personnes", {
    ...{ second: { apart: 10 }, triesAllowed: 3 },
  });
  const contacts = [NEW, WRITING, WAITING, MARKED, SETTLED];
  const at = await openHanding(house, contacts, [one, two]);
  const submit = submitterIn(house, at);
  await submit(WAITING, workFor(one.id));
  await marked(house, at, submit, one.id);
  await settled(at, submit, two.id);
  await enrolAlone(house, at.courseId);
  return {
    course: at.courseId,
    cohort: at.cohortId,
    one: one.id,
    two: two.id,
    contacts: {
      ...{ new: NEW, writing: WRITING, waiting: WAITING, marked: MARKED, settled: SETTLED },
      alone: NO_GROUP,
    },
  };
}

type Work = ReturnType<typeof workFor>;
type Submit = (contact: string, body: Work) => Promise<string>;
const submitterIn =
  (house: House, at: Handing): Submit =>
  async (contact, body) => {
    const learner = await house.as(contact);
    const { submission } = await learner.do("submitWork", {
      params: { courseId: at.courseId },
      body,
    });
    return submission.id;
  };

/** Marked by one, who said something to two stretches of the text, a spot of the photo, a moment of the recording, and by voice. */
async function marked(house: House, at: Handing, submit: Submit, assignmentId: string) {
  const learner = await house.as(MARKED);
  const learnerId: LearnerId = learnerIn(at, MARKED);
  const photo = await proofBy(house, learner);
  const sound = await proofBy(house, learner, { type: "audio/ogg", bytes: someSound(), learnerId });
  const proofs = [photo.intentId, sound.intentId];
  const submissionId = await submit(MARKED, workFor(assignmentId, { text: TEXT, proofs }));
  const voice = await proofBy(house, at.trainer, { type: "audio/ogg", bytes: someSound() });
  const begins = TEXT.indexOf("J’ai compté");
  await at.trainer.do("markSubmission", {
    params: { cohortId: at.cohortId, submissionId },
    body: markOf(1, 1, {
      words: "L’étiquette est complète. Comptez aussi vos heures.",
      voice: voice.intentId,
      notes: [
        { on: "text", from: 20, to: 34, words: "Écrivez « argan » en arabe aussi." },
        { on: "text", from: begins, to: TEXT.length, words: "Et vos heures de travail ?" },
        { on: "photo", proof: photo.proof.hash, x: 500, y: 400, words: "La date manque ici." },
        { on: "moment", proof: sound.proof.hash, second: 1, words: "Très clair." },
      ],
    }),
  });
}

/** Two gave very different marks, and a third decided. */
async function settled(at: Handing, submit: Submit, assignmentId: string): Promise<void> {
  const submissionId = await submit(SETTLED, workFor(assignmentId));
  const params = { cohortId: at.cohortId, submissionId };
  await at.trainer.do("markSubmission", { params, body: markOf(0, 0) });
  await at.second.do("markSubmission", { params, body: markOf(2, 1) });
  await at.administrator.do("settleSubmission", {
    params,
    body: {
      ...markOf(0, 1, { seen: 2 }),
      reason: "Aucun coût n’est compté : c’est le premier pas.",
    },
  });
}

/** Takes the course without a group. */
async function enrolAlone(house: House, courseId: CourseId): Promise<void> {
  const learner = await house.as(NO_GROUP);
  await learner.do("enrol", { body: { intentId: newIntent(), courseId } });
}
