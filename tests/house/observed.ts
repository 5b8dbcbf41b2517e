import { staff } from "@twiza/content";
import { found } from "@twiza/core";
import { type House, newIntent } from "./house.ts";
import { enrolIn, lookAt, openObserving, photoBy, SHEARING, WEIGHING } from "./observing.ts";

const SEEN = "itto@example.org";
const UNSEEN = "hadda@example.org";
const DISPUTING = "rqia@example.org";

/** A group that learns to shear: of one learner something waits for her word, one does not agree, and one was not seen yet. */
export async function observedAt(house: House) {
  const at = await openObserving(house, [SEEN, UNSEEN, DISPUTING]);
  const { trainer, cohortId, courseId } = at;
  await enrolIn(house, cohortId, [staff.trainer.contact]);
  const wish = () => ({ intentId: newIntent() });
  const hers = (contact: string) => found(at.learners.get(contact));
  await trainer.do("setPin", { body: { ...wish(), as: "account", pin: "8264" } });
  for (const contact of [SEEN, DISPUTING])
    await (await house.as(contact)).do("setPin", { body: { ...wish(), as: "learner", pin: "7392" } }); // prettier-ignore
  const record = (body: ReturnType<typeof lookAt>) =>
    trainer.do("recordObservation", { params: { cohortId }, body });
  const photos = [await photoBy(trainer, house)];
  const note = "Elle tient la brebis sans la serrer.";
  await record(lookAt(hers(SEEN), { clean: "not_seen" }, { photos, note }));
  const disputed = lookAt(hers(DISPUTING), { safe: "not_met" });
  await record(disputed);
  await (
    await house.as(DISPUTING)
  ).do("confirmObservation", {
    params: { courseId, observationId: disputed.id },
    body: { ...wish(), disputed: "La coupure était là avant." },
  });
  return {
    cohort: cohortId,
    course: courseId,
    shearing: SHEARING,
    weighing: WEIGHING,
    contacts: { seen: SEEN, unseen: UNSEEN, disputing: DISPUTING },
    learners: { seen: hers(SEEN), unseen: hers(UNSEEN), disputing: hers(DISPUTING) },
  };
}
