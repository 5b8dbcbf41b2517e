import { staff } from "@twiza/content";
import {
  assignmentOf,
  learnerIn,
  markOf,
  openHanding,
  proofBy,
  putAssignment,
  workFor,
} from "./handing.ts";
import type { House, Visitor } from "./house.ts";
import { somePng } from "./pictures.ts";
import { someSound } from "./videos.ts";

const ITTO = "itto.marked@example.org";
const HADDA = "hadda.marked@example.org";
const RQIA = "rqia.marked@example.org";
const TEXT = `Huile d’argan pressée à froid, 250 ml. Prix : 180 DH.

زيت أركان معصور على البارد، 250 مل. الثمن: 180 درهما.

Les amandes coûtent 110 DH, le flacon 8 DH, quatre heures de travail 52 DH.`;

/** An author's assignments: one that is whole, one of two markers without names, and one that is only begun. */
export async function writeAssignments(trainer: Visitor, courseId: string): Promise<void> {
  const begun = assignmentOf("Peser la laine", { task: {}, criteria: [] });
  const blind = assignmentOf("Expliquer son plan d’hygiène", { anonymous: true, second: { apart: 10 } }); // prettier-ignore
  for (const assignment of [assignmentOf("Une étiquette et son prix"), blind, begun])
    await putAssignment(trainer, courseId, assignment);
}

/** A group whose work is marked: one piece of each kind waits, a nameless one too, of one two marks differ, and one has its mark. */
export async function workToMark(house: House) {
  const label = assignmentOf("Une étiquette et son prix");
  const blind = assignmentOf("Expliquer son plan d’hygiène", { anonymous: true, second: { apart: 10 } }); // prettier-ignore
  const at = await openHanding(house, [ITTO, HADDA, RQIA], [label, blind]);
  const { cohortId, courseId, trainer, second } = at;
  const handIn = async (contact: string, over: { of: string; text?: string; all?: boolean }) => {
    const learner = await house.as(contact);
    const learnerId = learnerIn(at, contact);
    const piece = async (type: "image/png" | "audio/ogg" | "text/csv", bytes: Uint8Array) =>
      (await proofBy(house, learner, { type, bytes, name: "prix.csv", learnerId })).intentId;
    const proofs = [await piece("image/png", somePng({ width: 400, height: 300 }))];
    if (over.all)
      proofs.push(
        await piece("audio/ogg", someSound()),
        await piece("text/csv", Buffer.from("coût;DH\namandes;110\n")),
      );
    const { text = "Je me lave les mains avant le tri." } = over;
    const body = workFor(over.of, { learnerId, text, proofs });
    const { submission } = await learner.do("submitWork", { params: { courseId }, body });
    return submission;
  };
  const params = ({ id }: { id: string }) => ({ cohortId, submissionId: id });
  const waiting = await handIn(ITTO, { of: label.id, text: TEXT, all: true });
  const nameless = await handIn(ITTO, { of: blind.id });
  const differing = await handIn(HADDA, { of: blind.id });
  const words = { words: "Le plan est court." };
  await trainer.do("markSubmission", { params: params(differing), body: markOf(0, 0, words) });
  await second.do("markSubmission", { params: params(differing), body: markOf(2, 1, { seen: 1 }) });
  const marked = await handIn(RQIA, { of: label.id, text: TEXT });
  const photo = marked.proofs[0]?.hash ?? "";
  await trainer.do("markSubmission", {
    params: params(marked),
    body: markOf(2, 1, {
      words: "Bravo, le prix est bien justifié.",
      notes: [
        { on: "text", from: 0, to: 13, words: "Le nom est clair." },
        { on: "photo", proof: photo, x: 300, y: 400, words: "Ici le poids manque." } as never,
      ],
    }),
  });
  return {
    cohort: cohortId,
    course: courseId,
    waiting: waiting.id,
    nameless: nameless.id,
    differing: differing.id,
    marked: marked.id,
    third: staff.administrator.contact,
  };
}
