import { Manifest } from "@twiza/contract";
import { staff } from "@twiza/content";
import type { House } from "./house.ts";

export const ADMIN = staff.administrator.contact;
export const TRAINER = staff.trainer.contact;
export const MANAGER = staff.manager.contact;
export const AUDITOR = staff.auditor.contact;
/** What the samples point at, found once in a seeded house. */
export type Landmarks = Awaited<ReturnType<typeof findLandmarks>>;

export async function findLandmarks(house: House) {
  const { courses } = await house.anyone.do("listCatalogue", { query: {} });
  const course = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
  const changed = courses.find(({ title }) => title.en?.startsWith("Keep the cash"));
  const admin = await house.as(ADMIN);
  const { cohorts } = await admin.do("listCohorts", { query: {} });
  const open = cohorts.find(({ joining }) => joining === "open");
  const byHand = cohorts.find(({ issuing }) => issuing === "by_hand");
  const { certificates } = await admin.do("listCertificates", { query: {} });
  const valid = certificates.find(({ revocation }) => !revocation);
  const { members } = await admin.do("listMembers", { query: {} });
  const trainer = members.find(({ contact }) => contact === TRAINER);
  const second = members.find(({ contact }) => contact === staff.secondTrainer.contact);
  const { flags } = await admin.do("listFlags", { query: {} });
  const flag = flags.find(({ cohortId }) => cohortId === open?.id);
  if (!course || !changed || !open || !byHand || !valid || !trainer || !second || !flag)
    throw new Error("the seed lacks a landmark");
  const { learners: lines } = await admin.do("listEligible", { params: { cohortId: byHand.id } });
  const eligible = lines.find(({ state }) => state === "eligible");
  if (!eligible) throw new Error("nobody is eligible");
  const manifest = Manifest.parse(
    await (await house.anyone.fetch(`/content/${course.manifest}`)).json(),
  );
  const otherManifest = Manifest.parse(
    await (await house.anyone.fetch(`/content/${changed.manifest}`)).json(),
  );
  const [module] = manifest.modules;
  const moduleId = module?.id ?? "";
  const lessonId = module?.lessons[0]?.id ?? "";
  return {
    course,
    changed,
    open,
    byHand,
    valid,
    trainer,
    second,
    eligible,
    moduleId,
    lessonId,
    manifest,
    otherLessonId: otherManifest.modules[0]?.lessons[0]?.id ?? "",
    flag,
    attemptId: undefined as string | undefined,
  };
}
